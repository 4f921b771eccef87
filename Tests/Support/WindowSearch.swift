public import KioskCore
public import KioskIO

/// The size window's search beside trying every quality, on one picture.
public struct WindowSearch {
    /// What the search came to, beside the best there is.
    public enum Outcome: Hashable, Sendable {
        /// The same JPEG.
        case equal
        /// None, and there is none.
        case rightlyNone
        /// A quality that is lower by so many steps.
        case lower(Int)
        /// None where there is one, or another subsampling.
        case missed
    }

    private let photo: Photo
    private var lengths: [Subsampling: [Int: Int]] = [:]

    /// A search in a picture.
    public init(_ photo: Photo) { self.photo = photo }

    /// Compares the search in one window with all qualities of 4:2:0 and, where none of them fits, of
    /// 4:4:4.
    public mutating func outcome(
        _ bytes: ClosedRange<Int>, leastQuality: Int = 60, codec: borrowing JPEGCodec
    ) throws -> Outcome {
        let window = SizeWindow(bytes: bytes, leastQuality: leastQuality)
        let best = try best(window, codec)
        let all = lengths
        let found = try? window.fit { quality, subsampling throws(KioskError) in
            if let length = all[subsampling]?[quality] {
                return JPEG(
                    bytes: [UInt8](repeating: 0, count: length), quality: quality,
                    subsampling: subsampling)
            }
            return try codec.encode(photo, quality: quality, subsampling: subsampling)
        }
        guard let found, let best else {
            return found == nil && best == nil ? .rightlyNone : .missed
        }
        guard found.subsampling == best.subsampling, bytes.contains(found.bytes.count) else {
            return .missed
        }
        return found.quality == best.quality ? .equal : .lower(best.quality - found.quality)
    }

    private mutating func best(_ window: SizeWindow, _ codec: borrowing JPEGCodec) throws
        -> (quality: Int, subsampling: Subsampling)?
    {
        for subsampling in [Subsampling.half, .none] {
            for quality in (window.leastQuality...100).reversed()
            where window.bytes.contains(try length(quality, subsampling, codec)) {
                return (quality, subsampling)
            }
        }
        return nil
    }

    private mutating func length(
        _ quality: Int, _ subsampling: Subsampling, _ codec: borrowing JPEGCodec
    ) throws -> Int {
        if let known = lengths[subsampling]?[quality] { return known }
        let length = try codec.encode(photo, quality: quality, subsampling: subsampling).bytes.count
        lengths[subsampling, default: [:]][quality] = length
        return length
    }
}
