import CPixels
import KioskCore

/// A row of a frame taken apart, one sample a pixel in each: Y, Cb, Cr; R, G, B; or three times
/// the luma where there is no colour.
struct Channels {
    let first: UnsafePointer<UInt8>
    let second: UnsafePointer<UInt8>
    let third: UnsafePointer<UInt8>
}

/// Takes the rows of a raw frame apart.
///
/// Chroma that several pixels share is given to each of them as it is (nearest neighbour).
struct RawRows {
    let size: Size
    let format: RawFormat
    let planes: RawPlanes
    private let bytes: UnsafeBufferPointer<UInt8>
    private let start: UnsafePointer<UInt8>
    /// Room for three channels and one row of chroma samples.
    private let room: (Row, Row, Row, Row)
    /// The row of chroma that stands in the second and third channel.
    private var chromaRow = -1

    private typealias Row = UnsafeMutablePointer<UInt8>

    /// Lends the rows of a frame to `body`.
    ///
    /// - Throws: `picture.truncated` where the frame is shorter than its layout needs.
    static func of(
        _ bytes: UnsafeBufferPointer<UInt8>, _ layout: FrameLayout, _ format: RawFormat,
        _ body: (inout RawRows) -> Void
    ) throws(KioskError) {
        guard let planes = RawPlanes(layout, format), bytes.count >= planes.count,
            let start = bytes.baseAddress
        else { throw KioskError(.pictureTruncated, "frame") }
        // Samples are written in pairs, so an odd width needs one more.
        let length = layout.size.width + 2
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 4 * length) { room in
            guard let room = room.baseAddress else { return }
            var rows = RawRows(layout.size, format, planes, bytes, start, room, length)
            body(&rows)
        }
    }

    private init(
        _ size: Size, _ format: RawFormat, _ planes: RawPlanes,
        _ bytes: UnsafeBufferPointer<UInt8>, _ start: UnsafePointer<UInt8>, _ room: Row,
        _ length: Int
    ) {
        (self.size, self.format, self.planes) = (size, format, planes)
        (self.bytes, self.start) = (bytes, start)
        self.room = (room, room + length, room + 2 * length, room + 3 * length)
    }

    /// The bytes of a row of the first plane.
    func row(_ y: Int) -> UnsafePointer<UInt8> { start + y * planes.stride }

    /// The three channels of a row, valid until the next one is asked for.
    mutating func channels(_ y: Int) -> Channels {
        switch format.family {
        case .rgb:
            withUnsafePointer(to: format.order) {
                cpixels_planes_from_packed(row(y), size.width, $0, room.0, room.1, room.2)
            }
            return Channels(first: room.0, second: room.1, third: room.2)
        case .gray: return Channels(first: row(y), second: row(y), third: row(y))
        case .packed, .semiPlanar, .planar:
            readChroma(y)
            return format.isCrFirst
                ? Channels(first: lumaRow(y), second: room.2, third: room.1)
                : Channels(first: lumaRow(y), second: room.1, third: room.2)
        }
    }

    /// The luma of a row: the frame's own bytes where they lie by themselves, otherwise copied into
    /// the first channel.
    func lumaRow(_ y: Int) -> UnsafePointer<UInt8> {
        switch format.family {
        case .packed, .rgb:
            writeLuma(y, to: room.0)
            return UnsafePointer(room.0)
        case .semiPlanar, .planar, .gray: return row(y)
        }
    }

    /// Writes the luma of a row to `target`; that of R, G, B is the one of `Photo.gray`.
    func writeLuma(_ y: Int, to target: UnsafeMutablePointer<UInt8>) {
        switch format.family {
        case .packed(let luma): cpixels_every_second(row(y), size.width, Int32(luma), target)
        case .rgb:
            withUnsafePointer(to: format.order) {
                cpixels_luma_from_packed(row(y), size.width, $0, target)
            }
        case .semiPlanar, .planar, .gray: target.update(from: row(y), count: size.width)
        }
    }

    /// Spreads the chroma of a row over the second and third channel, in the order they lie in.
    private mutating func readChroma(_ y: Int) {
        let line = y / planes.sharedRows
        guard line != chromaRow else { return }
        chromaRow = line
        let pairs = (size.width + 1) / 2
        let first = start + planes.chroma + line * planes.chromaStride
        switch format.family {
        case .packed(let luma):
            cpixels_every_second(row(y), size.width, Int32(1 - luma), room.3)
            if pairs * 2 > size.width { room.3[size.width] = oddChroma(y, luma) }
            cpixels_pairs_twice(room.3, pairs, room.1, room.2)
        case .semiPlanar: cpixels_pairs_twice(first, pairs, room.1, room.2)
        default:
            let second = start + planes.secondChroma + line * planes.chromaStride
            cpixels_twice(first, pairs, room.1)
            cpixels_twice(second, pairs, room.2)
        }
    }

    /// The second chroma sample of the pair in which an odd width ends: its own where the row goes
    /// on, otherwise that of the pair before, or none.
    private func oddChroma(_ y: Int, _ luma: Int) -> UInt8 {
        let own = 2 * size.width + 1 - luma
        if own < planes.stride, y * planes.stride + own < bytes.count { return row(y)[own] }
        return size.width > 1 ? room.3[size.width - 2] : 128
    }
}

extension RawFormat {
    /// Where R, G and B stand; those of RGB3 for other families, which do not ask.
    var order: cpixels_order {
        guard case .rgb(let bytes, let red, let green, let blue) = family else {
            return cpixels_order(bytes: 3, red: 0, green: 1, blue: 2)
        }
        return cpixels_order(
            bytes: UInt32(bytes), red: UInt32(red), green: UInt32(green), blue: UInt32(blue))
    }
}
