/// A check's name, as the command line and the session write it.
public struct CheckName: RawRepresentable, ExpressibleByStringLiteral, Hashable, Sendable {
    /// The name: `hairTop`.
    public let rawValue: String

    /// That name.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The same, as the checks' files write it.
    public init(stringLiteral name: String) { rawValue = name }
}

/// Names that are spoken of outside of the checks' own files.
extension CheckName {
    /// Hair top to upper edge.
    public static let hairTop: CheckName = "hairTop"
    /// Eye line to upper edge.
    public static let eyes: CheckName = "eyes"
    /// Cheek to cheek.
    public static let faceWidth: CheckName = "faceWidth"
    /// The face's middle.
    public static let centring: CheckName = "centring"
    /// Eyes open.
    public static let eyesOpen: CheckName = "eyesOpen"
    /// Blur.
    public static let sharpness: CheckName = "sharpness"
    /// The backdrop.
    public static let backdrop: CheckName = "backdrop"
    /// Clothes by the backdrop.
    public static let clothes: CheckName = "clothes"
    /// The shoulders' slope.
    public static let shoulders: CheckName = "shoulders"

    /// Whether a camera that does not show it is moved, or the student, until it does: a portrait in which
    /// it is not seen is no good one.
    var hasToBeKnown: Bool {
        [CheckName.hairTop, .shoulders, .clothes, .backdrop].contains(self)
    }
}
