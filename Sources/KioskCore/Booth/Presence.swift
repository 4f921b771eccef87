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
        /// The camera was lost: nobody saw who was there.
        case unseen
    }

    private var head: HeadGeometry?
    private var seenAt: FrameTime
    private var crowdedLooks = 0
    /// How far the head came between the last two looks, face widths: who moves goes on moving.
    private var lastStep = 0.35

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
        let (before, step) = (head, lastStep)
        (head, seenAt, crowdedLooks) = (new, time, 0)
        guard let before else { return nil }
        lastStep = new.distance(to: before)
        let reach = min(HeadGeometry.farthestStep, max(0.35, 5 * gap) + step)
        return lastStep <= reach && new.canHaveGrown(from: before, in: gap) ? nil : .jumped
    }
}

extension HeadGeometry {
    /// The farthest a head is believed to come between two looks, face widths: who sits beside is
    /// farther away.
    fileprivate static let farthestStep = 1.5

    /// How far another head is away, in face widths. A student who sits down quickly moves by five
    /// a second; who takes the place of another in less than a third of a second does so only where
    /// both were in view.
    fileprivate func distance(to other: HeadGeometry) -> Double {
        let width = (faceWidth + other.faceWidth) / 2
        let (x, y) = (middle - other.middle, eyeLine - other.eyeLine)
        return (x * x + y * y).squareRoot() / max(width, 1)
    }

    /// Whether the face can have become so much larger or smaller in that many seconds.
    fileprivate func canHaveGrown(from other: HeadGeometry, in seconds: Double) -> Bool {
        let growth = max(faceWidth, other.faceWidth) / max(min(faceWidth, other.faceWidth), 1)
        return growth <= min(1.6, 1.2 + seconds)
    }
}
