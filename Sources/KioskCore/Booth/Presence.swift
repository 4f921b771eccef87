/// Follows the one person who sits down after the code, from look to look, and says when it may be
/// another: the camera knows no names, only that a face stays where it is.
public struct Presence: Hashable, Sendable {
    /// Why the person may be another.
    public enum Break: String, CaseIterable, Hashable, Sendable {
        /// Nobody was there for too long.
        case absent
        /// The face came to another place faster than a head moves.
        case jumped
        /// A second face was there.
        case secondFace
    }

    private var head: HeadGeometry?
    private var seenAt: FrameTime
    private var crowdedLooks = 0

    /// A look in which nobody has been seen yet.
    init(since time: FrameTime) { seenAt = time }

    /// Takes a look in. One look with a second face may be the finder's own mistake, two are not.
    ///
    /// - Parameter absence: seconds without a face after which it may be another's.
    mutating func see(_ framing: Framing, at time: FrameTime, absence: Double) -> Break? {
        let gap = time.seconds(since: seenAt)
        if case .manyFaces = framing {
            crowdedLooks += 1
            return crowdedLooks > 1 ? .secondFace : nil
        }
        if gap >= absence { return .absent }
        guard let new = framing.head else { return nil }
        let before = head
        (head, seenAt, crowdedLooks) = (new, time, 0)
        return before.map { new.canBe($0, after: gap) } ?? true ? nil : .jumped
    }
}

extension HeadGeometry {
    /// Whether a head can have come here from where another was, in that many seconds.
    ///
    /// A student who sits down quickly moves by four face widths a second; who sits beside is more
    /// than one width away, and takes the place of another in less than a third of a second only
    /// where both were in view.
    fileprivate func canBe(_ other: HeadGeometry, after seconds: Double) -> Bool {
        let width = (faceWidth + other.faceWidth) / 2
        let (x, y) = (middle - other.middle, eyeLine - other.eyeLine)
        let distance = (x * x + y * y).squareRoot() / max(width, 1)
        let growth = max(faceWidth, other.faceWidth) / max(min(faceWidth, other.faceWidth), 1)
        return distance <= min(1.5, max(0.35, 5 * seconds)) && growth <= min(1.6, 1.15 + seconds)
    }
}
