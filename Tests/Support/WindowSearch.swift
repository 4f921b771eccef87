public import KioskCore
public import KioskIO

/// The size window's search beside trying every quality with half and with whole chroma, on one picture.
public struct WindowSearch {
    /// What the search came to, beside the best there is.
    public enum Outcome: Hashable, Sendable {
        /// The same JPEG.
        case equal
        /// None, and there is none.
        case rightlyNone
        /// A quality that is lower by so many steps.
        case lower(Int)
        /// None where there is one, or another subsampling than the nearer one.
        case missed
    }

    private let photo: Photo
    private var known: [Subsampling: [Int: JPEG]] = [:]
    /// How many encodes the searches asked for.
    public private(set) var encodes = 0

    /// A search in a picture.
    public init(_ photo: Photo) { self.photo = photo }

    /// Compares the search in one window with all qualities of 4:2:0 and 4:4:4.
    public mutating func outcome(
        _ bytes: ClosedRange<Int>, leastQuality: Int = 60, codec: borrowing JPEGCodec
    ) throws -> Outcome {
        let window = SizeWindow(bytes: bytes, leastQuality: leastQuality)
        let best = try best(window, codec)
        let known = known
        var encodes = 0
        let found = try? window.fit { quality, subsampling throws(KioskError) in
            encodes += 1
            if let jpeg = known[subsampling]?[quality] { return jpeg }
            return try codec.encode(photo, quality: quality, subsampling: subsampling)
        } error: { jpeg throws(KioskError) in
            try codec.decode(jpeg.bytes, name: "").squaredError(to: photo)
        }
        self.encodes += encodes
        guard let found, let best else {
            return found == nil && best == nil ? .rightlyNone : .missed
        }
        guard found.subsampling == best.subsampling, bytes.contains(found.bytes.count) else {
            return .missed
        }
        return found.quality == best.quality ? .equal : .lower(best.quality - found.quality)
    }

    /// The nearer of the best with half and the best with whole chroma.
    private mutating func best(
        _ window: SizeWindow, _ codec: borrowing JPEGCodec
    ) throws -> JPEG? {
        var candidates: [(jpeg: JPEG, error: Double)] = []
        for subsampling in [Subsampling.half, .none] {
            for quality in (window.leastQuality...100).reversed() {
                let jpeg = try jpeg(quality, subsampling, codec)
                guard window.bytes.contains(jpeg.bytes.count) else { continue }
                let error = try codec.decode(jpeg.bytes, name: "").squaredError(to: photo)
                let weight = subsampling == .half ? SizeWindow.gain : 1
                candidates.append((jpeg, weight * error))
                break
            }
        }
        return candidates.min { $0.error < $1.error }?.jpeg
    }

    private mutating func jpeg(
        _ quality: Int, _ subsampling: Subsampling, _ codec: borrowing JPEGCodec
    ) throws -> JPEG {
        if let made = known[subsampling]?[quality] { return made }
        let made = try codec.encode(photo, quality: quality, subsampling: subsampling)
        known[subsampling, default: [:]][quality] = made
        return made
    }
}
