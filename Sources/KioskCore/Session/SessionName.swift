/// The name of a session, which is the name of its file too.
public struct SessionName: Hashable, Sendable, CustomStringConvertible {
    /// The name: `2026-11-23`, `软件学院-1`.
    public let description: String

    /// A name of 1 to 60 letters, digits, dots, dashes, underscores and spaces that begins with a
    /// letter or digit.
    ///
    /// - Throws: `session.name` for anything else, a slash above all.
    public init(_ text: String) throws(KioskError) {
        let allowed: (Character) -> Bool = {
            $0.isLetter || $0.isNumber || "._- ".contains($0)
        }
        guard let first = text.first, first.isLetter || first.isNumber, text.utf8.count <= 180,
            text.count <= 60, text.allSatisfy(allowed)
        else { throw KioskError(.sessionName, text) }
        description = text
    }

    /// The name of a day's session: `2026-11-23`.
    public init(day: ShotTime) { description = day.local.date }
}
