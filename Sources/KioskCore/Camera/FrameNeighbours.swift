/// Finds frames that differ from the ones before and after by far more than those differ from each
/// other: what no decoder can tell, a flipped bit that gives other blocks and still is a JPEG.
///
/// A picture is judged when the next one is there. What has only moved is found again a little beside
/// its place; a blink is not, and no portrait is lost with it. Stripes too fine for a picture of half
/// the size are `FrameDetail`'s.
public struct FrameNeighbours: Sendable {
    /// The last three pictures, in turn.
    private var photos = [Photo(), Photo(), Photo()]
    private var times: [FrameTime?] = [nil, nil, nil]
    private var newest = 0
    /// Which of the last eight judgements were doubts, the newest lowest.
    private var doubts: UInt8 = 0

    /// Pictures further apart are no neighbours, seconds.
    private static let apart = 0.5
    /// More doubts than this of eight are no damage but the room: a lamp that flickers, people who
    /// pass. Without a limit nobody could be taken there.
    private static let most = 2

    /// No picture yet.
    public init() {}

    /// Takes the next picture in, in the storage of the last but two.
    ///
    /// - Returns: the time of the picture before it, where that one is not to be trusted.
    public mutating func take(_ photo: Photo, at time: FrameTime) -> FrameTime? {
        newest = (newest + 1) % 3
        photos[newest].refill(copying: photo)
        times[newest] = time
        let (middle, older) = ((newest + 2) % 3, (newest + 1) % 3)
        guard let before = times[older], let judged = times[middle],
            time.seconds(since: before) <= Self.apart
        else { return nil }
        let isDoubtful = Self.isDoubtful(
            photos[middle], before: photos[older], after: photos[newest])
        doubts = doubts << 1 | (isDoubtful ? 1 : 0)
        return isDoubtful && doubts.nonzeroBitCount <= Self.most ? judged : nil
    }

    private static func isDoubtful(_ own: Photo, before: Photo, after: Photo) -> Bool {
        guard own.size == before.size, own.size == after.size else { return false }
        return own.pixels.withUnsafeBufferPointer { pixels in
            before.pixels.withUnsafeBufferPointer { before in
                after.pixels.withUnsafeBufferPointer { after in
                    TileComparison(size: own.size, own: pixels, before: before, after: after)
                        .findsDamage()
                }
            }
        }
    }
}
