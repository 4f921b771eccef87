public import Testing

extension Trait where Self == ConditionTrait {
    /// A test that is left out in a build with sanitizers, for that reason.
    public static func unsanitized(_ reason: Comment) -> Self {
        #if KIOSK_SANITIZED
            .disabled(reason)
        #else
            .enabled(if: true, reason)
        #endif
    }

    /// A test that is left out in a build with the thread sanitizer, for that reason.
    public static func withoutThreadSanitizer(_ reason: Comment) -> Self {
        #if KIOSK_SANITIZED_THREADS
            .disabled(reason)
        #else
            .enabled(if: true, reason)
        #endif
    }
}
