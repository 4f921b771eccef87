/// What could be guessed from a 采集码's bytes. The payload is not public, so every field is
/// optional and nothing rests on it but a hint to the operator.
public struct CodeFields: Hashable, Sendable, Codable {
    /// How the bytes could be read.
    public enum Form: String, Hashable, Sendable, Codable {
        /// Base64 of a JSON object with known keys.
        case base64JSON
        /// A JSON object.
        case json
        /// An address with a query.
        case url
        /// None of these: accepted, fields unknown.
        case opaque
    }

    /// How the bytes could be read.
    public var form: Form
    /// The masked name (`xm`): `张*三`.
    public var maskedName: String?
    /// The visible end of the ID number (`zjhm`), the hidden part as `*`.
    public var maskedNumber: String?
    /// The school's 5-digit code (`yxdm`).
    public var school: String?
    /// The student number (`xh`).
    public var studentNumber: String?
    /// The level of study (`cc`).
    public var level: String?

    /// Fields of that form, all unknown.
    public init(form: Form) { self.form = form }
}
