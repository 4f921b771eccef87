import KioskCore
import TestSupport

/// A picture by its samples, written as each format says and read back as slowly as one can: what
/// the decoders are held against. It knows formats by the letters of their order only.
struct RawPicture {
    /// Y, Cb, Cr or R, G, B.
    typealias Sample = SIMD3<UInt8>

    let size: Size
    let samples: [Sample]

    init(_ size: Size, _ sample: (_ x: Int, _ y: Int) -> Sample) {
        self.size = size
        samples = (0..<size.height).flatMap { y in (0..<size.width).map { x in sample(x, y) } }
    }

    /// A picture of noise.
    init(noise size: Size, _ dice: inout Dice) {
        self.init(size) { _, _ in Sample(random: &dice) }
    }

    /// Every format that is not Motion-JPEG.
    static let formats = FourCC.decodable.filter { !$0.isMotionJPEG }
    static let isRGB: Set<FourCC> = [.rgb, .bgr, .bgrx, .xrgb]

    /// The order of the first plane's bytes.
    private static let order: [FourCC: String] = [
        .yuyv: "YUYV", .uyvy: "UYVY", .yvyu: "YVYU", .rgb: "RGB", .bgr: "BGR", .bgrx: "BGRX",
        .xrgb: "XRGB",
    ]
    /// The orders of the other planes.
    private static let chroma: [FourCC: [String]] = [
        .nv12: ["UV"], .nv21: ["VU"], .nv16: ["UV"], .yu12: ["U", "V"], .yv12: ["V", "U"],
    ]

    func sample(_ x: Int, _ y: Int) -> Sample {
        samples[min(y, size.height - 1) * size.width + min(x, size.width - 1)]
    }

    /// The smallest stride of a format; that of packed 4:2:2 ends with a whole pair.
    static func leastStride(_ format: FourCC, _ width: Int) -> Int {
        if let bits = format.bitsToConvert { return (width * bits + 7) / 8 }
        let letters = order[format] ?? "Y"
        let pixels = letters.count == 4 && !isRGB.contains(format) ? 2 : 1
        return (width + pixels - 1) / pixels * letters.count
    }

    /// The frame in a format, its rows `padding` bytes longer than they need to be.
    func frame(
        _ format: FourCC, padding: Int = 0, _ encoding: YUVEncoding = .camera,
        mount: CameraMount = .upright
    ) -> CapturedFrame {
        let stride = Self.leastStride(format, size.width) + padding
        var bytes: [UInt8] = []
        for y in 0..<size.height { bytes += padded(line(format, y), stride) }
        let (rows, chromaStride) = Self.chromaShape(format, stride)
        for letters in Self.chroma[format] ?? [] {
            for y in Swift.stride(from: 0, to: size.height, by: rows) {
                let row = Swift.stride(from: 0, to: size.width, by: 2).flatMap { x in
                    letters.map { letter($0, x, x, y) }
                }
                bytes += padded(row, chromaStride)
            }
        }
        let layout = FrameLayout(
            format: format, size: size, stride: stride, encoding: encoding, mount: mount)
        return CapturedFrame(
            bytes: bytes, layout: layout, sequence: 0, time: FrameTime(nanoseconds: 0))
    }

    private static func chromaShape(_ format: FourCC, _ stride: Int) -> (rows: Int, stride: Int) {
        let half = (stride + 1) / 2
        return switch format {
        case .nv16: (1, 2 * half)
        case .nv12, .nv21: (2, 2 * half)
        default: (2, half)
        }
    }

    private func padded(_ row: [UInt8], _ stride: Int) -> [UInt8] {
        row + [UInt8](repeating: 0xA5, count: stride - row.count)
    }

    private func line(_ format: FourCC, _ y: Int) -> [UInt8] {
        let letters = Array(Self.order[format] ?? "Y")
        guard letters.count == 4, !Self.isRGB.contains(format) else {
            return (0..<size.width).flatMap { x in letters.map { letter($0, x, x, y) } }
        }
        return Swift.stride(from: 0, to: size.width, by: 2).flatMap { x in
            letters.enumerated().map { letter($0.element, x + $0.offset / 2, x, y) }
        }
    }

    /// A byte: luma of column `x`, chroma of column `pair`.
    private func letter(_ letter: Character, _ x: Int, _ pair: Int, _ y: Int) -> UInt8 {
        switch letter {
        case "Y", "R": sample(x, y).x
        case "U": sample(pair, y).y
        case "G": sample(x, y).y
        case "V": sample(pair, y).z
        case "B": sample(x, y).z
        default: 0x5A
        }
    }

    /// What a pixel of the frame consists of, its chroma being that of the block it is in.
    func stored(_ format: FourCC, _ x: Int, _ y: Int) -> Sample {
        let own = sample(x, y)
        guard !Self.isRGB.contains(format) else { return own }
        guard format != .grey else { return Sample(own.x, 128, 128) }
        let rows = Self.chroma[format] == nil ? 1 : Self.chromaShape(format, 0).rows
        let shared = sample(x / 2 * 2, y / rows * rows)
        return Sample(own.x, shared.y, shared.z)
    }

    /// R, G, B of a sample by the formulas of ITU-R BT.601 and BT.709, in floating point.
    static func colour(_ sample: Sample, _ format: FourCC, _ encoding: YUVEncoding)
        -> SIMD3<Double>
    {
        let bytes = SIMD3<Double>(Double(sample.x), Double(sample.y), Double(sample.z))
        guard !isRGB.contains(format) else { return bytes }
        let (kr, kb) = encoding.matrix == .bt601 ? (0.299, 0.114) : (0.2126, 0.0722)
        let luma = encoding.fullRange ? bytes.x : (bytes.x - 16) * 255 / 219
        let scale = encoding.fullRange ? 1.0 : 255 / 224
        let red = luma + 2 * (1 - kr) * (bytes.z - 128) * scale
        let blue = luma + 2 * (1 - kb) * (bytes.y - 128) * scale
        let green = (luma - kr * red - kb * blue) / (1 - kr - kb)
        return SIMD3(red, green, blue).clamped(
            lowerBound: SIMD3(repeating: 0), upperBound: SIMD3(repeating: 255))
    }
}

extension SIMD3<UInt8> {
    /// Any three bytes.
    init(random dice: inout Dice) {
        let bits = dice.next()
        self.init(
            UInt8(truncatingIfNeeded: bits), UInt8(truncatingIfNeeded: bits >> 8),
            UInt8(truncatingIfNeeded: bits >> 16))
    }
}

extension Photo {
    /// R, G, B of a pixel.
    func colour(_ x: Int, _ y: Int) -> SIMD3<Double> {
        let index = (y * width + x) * 3
        return SIMD3(
            Double(pixels[index]), Double(pixels[index + 1]), Double(pixels[index + 2]))
    }
}
