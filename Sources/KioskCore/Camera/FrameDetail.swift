/// How much fine detail each block of 8 × 8 pixels of a Motion-JPEG frame holds: what a picture that
/// was decoded at half its size does not show.
///
/// A wrong bit may give one block a pattern of stripes and nothing else. Hair and cloth have patterns
/// too, but the next frame has them as well; an outline has them in one direction.
public struct FrameDetail: Sendable {
    /// Blocks across and down.
    public private(set) var size = Size(width: 0, height: 0)
    /// Three sums of each block's coefficients, from left to right and down: those of frequency 4 and
    /// more across, down, and both; the DCT's own scale, in which stripes of ± 10 levels are about 80.
    public private(set) var sums: [UInt16] = []

    /// Sums a block.
    private static let kinds = 3
    /// So much the noise of a sensor may add to a block.
    private static let noise = 60
    /// So many times the other frame's detail is nothing yet: hair that moves by parts of a pixel. By
    /// measure one whole frame in ten of people who move stands out; at once it, nearly every one does.
    private static let times = 2

    /// No detail yet, to be filled.
    public init() {}

    /// Replaces it by that of a frame of so many pixels; the closure fills the blocks' sums.
    public mutating func refill<Failure>(
        frame: Size, filling: (UnsafeMutableBufferPointer<UInt16>) throws(Failure) -> Void
    ) throws(Failure) {
        size = Size(width: (frame.width + 7) / 8, height: (frame.height + 7) / 8)
        let count = size.width * size.height * Self.kinds
        if sums.count != count { sums = [UInt16](repeating: 0, count: count) }
        try sums.withUnsafeMutableBufferPointer { sums throws(Failure) in try filling(sums) }
    }

    /// Whether a block has far more detail of a kind than there is around its place in another frame.
    public func standsOut(from other: FrameDetail) -> Bool {
        guard size == other.size else { return false }
        for y in 0..<size.height {
            for x in 0..<size.width {
                for kind in 0..<Self.kinds {
                    let own = Int(sums[(y * size.width + x) * Self.kinds + kind])
                    guard own > Self.noise else { continue }
                    if own > Self.noise + Self.times * other.most(kind, around: x, y) {
                        return true
                    }
                }
            }
        }
        return false
    }

    /// The most detail of a kind of a block and those beside it.
    private func most(_ kind: Int, around x: Int, _ y: Int) -> Int {
        var most = 0
        for row in max(0, y - 1)...min(size.height - 1, y + 1) {
            for column in max(0, x - 1)...min(size.width - 1, x + 1) {
                most = max(most, Int(sums[(row * size.width + column) * Self.kinds + kind]))
            }
        }
        return most
    }
}
