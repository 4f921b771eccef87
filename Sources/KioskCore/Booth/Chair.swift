/// Who sat in the chair last. The next student's code is often shown while the one before still
/// sits there, and the camera cannot tell the two apart: the chair has to be seen empty in between.
struct Chair: Hashable, Sendable {
    /// How long no face may be in view for the chair to count as empty, seconds: two or three looks,
    /// since the finder misses a face now and then.
    private static let moment = 0.3

    /// The code of whoever sat there; nil where nobody did, or has left.
    private var code: [UInt8]?
    private var emptySince: FrameTime?
    /// When it was last found empty.
    private(set) var freeSince: FrameTime?

    /// Whether somebody sits there who may not be the one with this code.
    func isTaken(for other: CaptureCode) -> Bool { code != nil && code != other.bytes }

    /// Whether it has to be watched.
    var isWatched: Bool { code != nil }

    /// Somebody sits there for a sitting.
    mutating func take(by sitting: CaptureCode) {
        (code, emptySince) = (sitting.bytes, nil)
    }

    /// The operator says that it is free, or that it is the same person's.
    mutating func free() { code = nil }

    /// Takes a look in.
    mutating func see(_ framing: Framing, at time: FrameTime) {
        guard framing == .noFace else {
            emptySince = nil
            return
        }
        guard let since = emptySince else {
            emptySince = time
            return
        }
        guard code != nil, time.seconds(since: since) >= Self.moment else { return }
        (code, freeSince) = (nil, time)
    }
}
