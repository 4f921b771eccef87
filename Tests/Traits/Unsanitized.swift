public import Testing

extension Trait where Self == ConditionTrait {
    /// A test of what cannot be under any sanitizer, for that reason.
    public static func unsanitized(_ reason: Comment) -> Self {
        .enabled(if: !Build.isSanitized, reason)
    }

    /// A test of what cannot be under the thread sanitizer, for that reason; the others have it.
    public static func withoutThreadSanitizer(_ reason: Comment) -> Self {
        .enabled(if: !Build.isThreadSanitized, reason)
    }
}

/// How the tests were built.
private enum Build {
    #if KIOSK_SANITIZED
        static let isSanitized = true
    #else
        static let isSanitized = false
    #endif
    #if KIOSK_SANITIZED_THREADS
        static let isThreadSanitized = true
    #else
        static let isThreadSanitized = false
    #endif
}
