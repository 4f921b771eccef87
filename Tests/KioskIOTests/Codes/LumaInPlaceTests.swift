import KioskCore
import KioskIO
import StudioKit
import TestSupport
import Testing

/// Codes read from a frame's own luma, where that lies by itself.
struct LumaInPlaceTests {
    /// A phone's code as a camera of that format and mount delivers it; chroma is gray.
    private static func frame(_ format: FourCC, padding: Int = 0, mount: CameraMount = .upright)
        throws -> CapturedFrame
    {
        let codec = try JPEGCodec()
        let jpeg = try StudioRecording.jpeg(of: .code(0))
        let luma = try codec.decodeGray(jpeg, name: "code")
        var rows: [UInt8] = []
        for row in 0..<luma.height {
            rows += luma.pixels[row * luma.width..<(row + 1) * luma.width]
            rows += [UInt8](repeating: 0, count: padding)
        }
        let chroma = [UInt8](repeating: 128, count: rows.count)
        return CapturedFrame(
            bytes: rows + chroma,
            layout: FrameLayout(
                format: format, size: luma.size, stride: luma.width + padding, encoding: .camera,
                mount: mount),
            sequence: 0, time: FrameTime(seconds: 0))
    }

    private static func read(_ frame: CapturedFrame, upTo side: Int = 1920) throws -> [[UInt8]]? {
        let reader = try CodeReader(lineStep: 2)
        return frame.withFrame { frame in
            frame.withLuma(upTo: side) { reader.read(luma: $0, $1).codes.map(\.bytes) }
        }
    }

    @Test(
        "planar and semi-planar luma is read where it lies, turned cameras' too",
        arguments: [FourCC.nv12, .nv21, .nv16, .yu12, .yv12, .grey],
        [CameraMount.upright, .quarter])
    func inPlace(format: FourCC, mount: CameraMount) throws {
        let codes = try Self.read(Self.frame(format, mount: mount))
        #expect(codes == [Student(seed: 3, index: 0).code])
    }

    @Test("luma among colours, padded rows, large and short frames are decoded instead")
    func decoded() throws {
        #expect(try Self.read(Self.frame(.yuyv, padding: 1280)) == nil)
        #expect(try Self.read(Self.frame(.nv12, padding: 64)) == nil)
        #expect(try Self.read(Self.frame(.nv12), upTo: 1279) == nil)
        let whole = try Self.frame(.nv12)
        let short = CapturedFrame(
            bytes: Array(whole.bytes.prefix(1280 * 720)), layout: whole.layout, sequence: 0,
            time: whole.time)
        #expect(try Self.read(short) == nil)
    }
}
