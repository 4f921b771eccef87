/// Waits after a start, or a change of exposure, until pictures are as bright as they will be.
///
/// The first frames after a start are of the mode before, or black, or half exposed: a camera's
/// own exposure control takes some frames to come to rest.
public struct Settling: Hashable, Sendable {
    /// Frames that are dropped whatever they show: the driver may have filled them before.
    private static let leastFrames = 3
    /// So many frames alike are rest.
    private static let framesAlike = 3
    /// A difference that is rest, levels of 255: a lamp's flicker, a person who moves.
    private static let tolerance = 4.0
    /// So long it may take; a room whose light changes all the time is no reason to wait, seconds.
    private static let longest = 1.5

    private var count = 0
    private var alike = 0
    private var brightness: Double?
    private var since: FrameTime?

    /// Nothing seen yet.
    public init() {}

    /// Whether pictures have come to rest, this one included.
    ///
    /// - Parameter mean: the picture's mean luma, 0 to 255; nil where it could not be decoded.
    public mutating func isOver(mean: Double?, at time: FrameTime) -> Bool {
        count += 1
        let start = since ?? time
        since = start
        guard time.seconds(since: start) < Self.longest else { return true }
        guard let mean else { return false }
        let isAlike = brightness.map { abs($0 - mean) <= Self.tolerance } ?? false
        alike = isAlike ? alike + 1 : 0
        brightness = mean
        return count > Self.leastFrames && alike >= Self.framesAlike - 1
    }
}
