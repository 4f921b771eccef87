import KioskCore
import StudioKit
import TestSupport

@testable import KioskIO

/// Frames of every format to R G B and to luma, beside libv4lconvert and libswscale on the same
/// bytes, in turns. libv4lconvert has no luma to give.
struct PixelBench {
    private static let size = Size(width: 1280, height: 720)
    private static let rounds = 41

    func run() throws {
        print("pixel formats: \(Self.size), kiosk's ms, and how many times as long others take")
        for format in FourCC.decodable where format != .jpeg {
            report(format, try measure(format))
        }
        print("")
    }

    private func measure(_ format: FourCC) throws -> Stopwatch {
        let frame = try Self.frame(format)
        let colours = try? Scaler(format, to: .rgb, Self.size)
        let lumas = try? Scaler(format, to: .grey, Self.size)
        let codec = try JPEGCodec()
        let converter = try PixelConverter()
        var scratch = FrameScratch()
        var (bytes, photo, gray) = (frame.bytes, Photo(), GrayImage())
        var watch = Stopwatch()
        let knowsFormat =
            (try? converter.convert(
                &bytes, format, Self.size, stride: frame.layout.stride, into: &photo)) != nil
        for _ in 0..<Self.rounds {
            try watch.time("kiosk") {
                try frame.withFrame { frame throws(KioskError) in
                    try FrameDecoder.photo(
                        of: frame, codec: codec, scratch: &scratch, into: &photo)
                }
            }
            if knowsFormat {
                try watch.time("v4l") {
                    try converter.convert(
                        &bytes, format, Self.size, stride: frame.layout.stride, into: &photo)
                }
            }
            if let colours { watch.time("sws") { colours.convert(frame, into: &photo) } }
            try watch.time("luma") {
                try frame.withFrame { frame throws(KioskError) in
                    try FrameDecoder.gray(
                        of: frame, codec: codec, scratch: &scratch, into: &gray)
                }
            }
            if let lumas { watch.time("sws luma") { lumas.convert(frame, into: &gray) } }
        }
        return watch
    }

    /// Quiet noise about the middle: no level is clipped, which suits code that branches best.
    private static func frame(_ format: FourCC) throws -> CapturedFrame {
        guard format != .motionJPEG else { return try motionJPEG() }
        var dice = Dice(5)
        guard let raw = RawFormat(format) else { throw Scaler.Unknown() }
        let layout = FrameLayout(
            format: format, size: size, stride: stride(raw), encoding: .camera)
        let count = RawPlanes(layout, raw)?.count ?? 0
        let bytes = (0..<count).map { _ in UInt8.random(in: 118...138, using: &dice) }
        return CapturedFrame(
            bytes: bytes, layout: layout, sequence: 0, time: FrameTime(seconds: 0))
    }

    /// A drawn student as a camera would compress it; libswscale is no decoder.
    private static func motionJPEG() throws -> CapturedFrame {
        let photo = Studio(seed: 5).portrait(of: 0).photo
        let jpeg = try JPEGCodec().encode(photo, quality: 88, subsampling: .half)
        let layout = FrameLayout(
            format: .motionJPEG, size: photo.size, stride: 0, encoding: .jfif)
        return CapturedFrame(
            bytes: jpeg.bytes, layout: layout, sequence: 0, time: FrameTime(seconds: 0))
    }

    private static func stride(_ format: RawFormat) -> Int {
        switch format.family {
        case .packed: 2 * size.width
        case .semiPlanar, .planar, .gray: size.width
        case .rgb(let bytes, _, _, _): bytes * size.width
        }
    }

    private func report(_ format: FourCC, _ watch: Stopwatch) {
        func ratio(_ other: String, _ own: String) -> String {
            let median = watch.median(other)
            return median > 0 ? "× \(short(median / watch.median(own)))" : "does not know it"
        }
        print(
            "  \(format): colours \(precise(watch.median("kiosk"))), "
                + "libv4lconvert \(ratio("v4l", "kiosk")), libswscale \(ratio("sws", "kiosk")); "
                + "luma \(precise(watch.median("luma"))), libswscale \(ratio("sws luma", "luma"))"
        )
    }

    private func precise(_ value: Double) -> String { "\((value * 1000).rounded() / 1000)" }
}
