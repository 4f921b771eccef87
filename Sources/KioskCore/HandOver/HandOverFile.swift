/// One file of a hand-over: where it stands, what it holds, and what its bytes must sum up to.
public struct HandOverFile: Hashable, Sendable {
    /// Where a file's bytes come from.
    public enum Content: Hashable, Sendable {
        /// A portrait's file.
        case portrait(PortraitID)
        /// The picture a portrait was cropped from.
        case original(PortraitID)
        /// A page of the contact sheet, by its number, made when it is written.
        case page(Int)
        /// Bytes made by the plan.
        case generated([UInt8])
    }

    /// What an error calls it: a picture by its portrait's number, since its path may be a person's number.
    public var label: String {
        switch content {
        case .portrait(let id): "portrait \(id)"
        case .original(let id): "original \(id)"
        case .page, .generated: path
        }
    }

    /// The path from the root, `/` between folders: `PHOTOS/11010519491231002X.jpg`.
    public let path: String
    /// Where the bytes come from.
    public let content: Content
    /// The length, bytes.
    public let byteCount: Int
    /// SHA-256 of the bytes, 64 lower-case hex digits.
    public let sha256: String
    /// The file's time: that of the shot.
    public let time: ShotTime
}
