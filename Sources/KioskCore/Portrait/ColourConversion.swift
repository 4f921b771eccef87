/// How a picture's colours were brought to sRGB: what is needed to do it again bit for bit.
public struct ColourConversion: Hashable, Sendable {
    /// SHA-256 of the picture's ICC profile, 64 lower-case hex digits.
    public var profileDigest: String
    /// The library that did it, and its version, as in "lcms2 2.14".
    public var engine: String

    /// A conversion by that profile and that library.
    public init(profileDigest: String, engine: String) {
        self.profileDigest = profileDigest
        self.engine = engine
    }
}
