/// Which portrait: its session, and its number there.
public struct PortraitID: Hashable, Sendable, CustomStringConvertible {
    /// The session.
    public let session: SessionName
    /// 1, 2, 3 … in the order of storing; never used twice in a session.
    public let sequence: Int

    /// A portrait of a session.
    public init(_ session: SessionName, _ sequence: Int) {
        (self.session, self.sequence) = (session, sequence)
    }

    /// As people write it: `2026-11-23:7`.
    public var description: String { "\(session):\(sequence)" }
}
