import KioskCore
import Testing

struct FourCCTests {
    @Test("what is decodable is Motion-JPEG or has a description, and stands there once")
    func decodable() {
        #expect(FourCC.decodable.first == .motionJPEG)
        #expect(Set(FourCC.decodable).count == FourCC.decodable.count)
        for format in FourCC.decodable {
            #expect(format.isMotionJPEG != (RawFormat(format) != nil), "\(format)")
            #expect(format.compressionName == nil)
        }
    }

    @Test(
        "compressions that kiosk does not decode have a name",
        arguments: [
            ("H264", "H.264"), ("HEVC", "HEVC"), ("VP80", "VP8"), ("VP90", "VP9"),
            ("MPG2", "MPEG-2"),
        ])
    func compressed(code: String, name: String) throws {
        let format = try #require(FourCC(parsing: code))
        #expect(format.compressionName == name)
        #expect(format.isCompressed)
    }

    @Test(
        "a Bayer pattern is not compressed, a Motion-JPEG is",
        arguments: [("BA81", false), ("MJPG", true), ("NV12", false)])
    func kinds(code: String, isCompressed: Bool) throws {
        #expect(try #require(FourCC(parsing: code)).isCompressed == isCompressed)
    }

    @Test(
        "the least bytes of a frame",
        arguments: [
            (FourCC.yuyv, 640, 480, 1280, 614_400), (.yuyv, 3, 2, 10, 16),
            (.nv12, 640, 480, 640, 460_800), (.nv12, 5, 3, 5, 27), (.nv16, 4, 4, 4, 32),
            (.yu12, 640, 480, 640, 460_800), (.yu12, 5, 3, 8, 39), (.grey, 5, 3, 8, 21),
            (.bgrx, 2, 2, 8, 16),
        ])
    func count(format: FourCC, width: Int, height: Int, stride: Int, count: Int) throws {
        let layout = FrameLayout(
            format: format, size: Size(width: width, height: height), stride: stride,
            encoding: .camera)
        #expect(RawPlanes(layout, try #require(RawFormat(format)))?.count == count)
    }
}
