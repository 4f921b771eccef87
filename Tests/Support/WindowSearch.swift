public import KioskCore
public import KioskIO

/// The size window's search beside trying every rung with half and with whole chroma, on one picture.
public struct WindowSearch {
    /// What the search came to, beside the best there is.
    public enum Outcome: Hashable, Sendable {
        /// The same JPEG.
        case equal
        /// None, and there is none.
        case rightlyNone
        /// A coarser one by so many rungs.
        case coarser(Int)
        /// None where there is one, or another subsampling than the nearer one.
        case missed
    }

    private let photo: Photo
    private var known: [Subsampling: [TableLadder.Rung: JPEG]] = [:]
    /// How many encodes the searches asked for.
    public private(set) var encodes = 0

    /// A search in a picture.
    public init(_ photo: Photo) { self.photo = photo }

    /// Compares the search in one window with all rungs of 4:2:0 and 4:4:4.
    public mutating func outcome(
        _ bytes: ClosedRange<Int>, leastQuality: Int = 60, codec: borrowing JPEGCodec
    ) throws -> Outcome {
        let window = SizeWindow(bytes: bytes, leastQuality: leastQuality)
        let best = try best(window, codec)
        let known = known
        var encodes = 0
        var rungs: [JPEG: Int] = [:]
        let found = try? window.fit { rung, subsampling throws(KioskError) in
            encodes += 1
            let jpeg =
                if let made = known[subsampling]?[rung] { made } else {
                    try codec.encode(photo, rung.tables, subsampling: subsampling)
                }
            rungs[jpeg] = rung.index
            return jpeg
        } error: { jpeg throws(KioskError) in
            try codec.decode(jpeg.bytes, name: "").squaredError(to: photo)
        }
        self.encodes += encodes
        guard let found, let best else {
            return found == nil && best == nil ? .rightlyNone : .missed
        }
        guard found.subsampling == best.jpeg.subsampling, bytes.contains(found.bytes.count),
            let index = rungs[found]
        else { return .missed }
        return index == best.rung.index ? .equal : .coarser(index - best.rung.index)
    }

    /// One that fits.
    private struct Candidate {
        let rung: TableLadder.Rung
        let jpeg: JPEG
        let error: Double
    }

    /// The nearer of the finest with half and the finest with whole chroma; the whole where that is fine.
    private mutating func best(
        _ window: SizeWindow, _ codec: borrowing JPEGCodec
    ) throws -> Candidate? {
        let whole = try finest(.none, window, codec)
        if let whole, whole.rung.scale <= SizeWindow.fine { return whole }
        guard let half = try finest(.half, window, codec) else { return whole }
        return whole.map { $0.error < SizeWindow.gain * half.error ? $0 : half } ?? half
    }

    private mutating func finest(
        _ subsampling: Subsampling, _ window: SizeWindow, _ codec: borrowing JPEGCodec
    ) throws -> Candidate? {
        for rung in TableLadder.of(subsampling).rungs {
            let jpeg = try jpeg(rung, subsampling, codec)
            guard jpeg.quality >= window.leastQuality else { return nil }
            guard window.bytes.contains(jpeg.bytes.count) else { continue }
            let error = try codec.decode(jpeg.bytes, name: "").squaredError(to: photo)
            return Candidate(rung: rung, jpeg: jpeg, error: error)
        }
        return nil
    }

    private mutating func jpeg(
        _ rung: TableLadder.Rung, _ subsampling: Subsampling, _ codec: borrowing JPEGCodec
    ) throws -> JPEG {
        if let made = known[subsampling]?[rung] { return made }
        let made = try codec.encode(photo, rung.tables, subsampling: subsampling)
        known[subsampling, default: [:]][rung] = made
        return made
    }
}
