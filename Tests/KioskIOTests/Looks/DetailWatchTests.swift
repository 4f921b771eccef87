import StudioKit
import TestSupport
import Testing

@testable import KioskCore
@testable import KioskIO

/// Stripes in one block, which a picture of half the size does not show.
struct DetailWatchTests {
    /// A person, whose backdrop or clothes have stripes in one block.
    private static func frame(
        _ index: Int, stripes: Int = 0, down: Bool = false
    ) throws -> CapturedFrame {
        let studio = Studio(seed: 31, size: Size(width: 640, height: 360))
        var pixels = studio.portrait(of: 1).photo.pixels
        for y in 80..<88 where stripes > 0 {
            for x in 120..<128 {
                let level = (down ? y : x).isMultiple(of: 2) ? stripes : -stripes
                for channel in 0..<3 {
                    let place = (y * 640 + x) * 3 + channel
                    pixels[place] = UInt8(clamping: Int(pixels[place]) + level)
                }
            }
        }
        let photo = Photo(size: Size(width: 640, height: 360), pixels: pixels)
        let jpeg = try JPEGCodec().encode(photo, quality: 92, subsampling: .half)
        return CapturedFrame(
            bytes: jpeg.bytes,
            layout: FrameLayout(
                format: .motionJPEG, size: photo.size, stride: 0, encoding: .jfif),
            sequence: index, time: FrameTime(seconds: Double(index) / 10))
    }

    private static func trusted(_ frames: [CapturedFrame]) throws -> Int {
        let head = HeadGeometry(
            hairTop: nil, leftEye: Point(x: 258, y: 158), rightEye: Point(x: 342, y: 158),
            chin: Point(x: 300, y: 304), faceLeft: 208, faceRight: 392)
        let grade = FrameGrade(failures: 0, warnings: 0, openness: nil, blur: nil, pose: nil)
        let watch = DetailWatch()
        watch.begin(frames.map { Burst.Shot(frame: $0, head: head, grade: grade, faces: 1) })
        return watch.end()
    }

    @Test("a frame with stripes in one block is passed over", arguments: [false, true])
    func striped(down: Bool) throws {
        let frames = try [
            Self.frame(1, stripes: 24, down: down), Self.frame(2), Self.frame(3),
        ]
        #expect(try Self.trusted(frames) == 1)
        #expect(try Self.trusted([frames[1], frames[0], frames[2]]) == 0)
        #expect(try Self.trusted([frames[0]]) == 0, "there is no other")
    }

    @Test("what every frame has is no damage")
    func everywhere() throws {
        let frames = try (1...3).map { try Self.frame($0, stripes: 24) }
        #expect(try Self.trusted(frames) == 0)
    }

    @Test(
        "a frame of which a colour never came is damaged, and no crash",
        arguments: [
            "0;\n1;\n2;\n", "0: 0-0, 0, 0;\n1: 0-0, 0, 0;\n2: 0-0, 0, 0;\n0: 1-63, 0, 0;\n",
        ])
    func withoutScan(scans: String) throws {
        let folder = try TestFolder()
        try folder.write(scans, to: "scans")
        let photo = Studio(seed: 31, size: Size(width: 640, height: 360)).portrait(of: 1).photo
        try folder.write(Array("P6 640 360 255\n".utf8) + photo.pixels, to: "a.ppm")
        let run = try Program.run(
            "cjpeg", ["-scans", "scans", "-outfile", "a.jpg", "a.ppm"], in: folder)
        try #require(run.status == 0, "\(run.errors)")
        let whole = try folder.bytes("a.jpg")
        let starts = whole.indices.dropLast().filter { whole[$0] == 0xFF && whole[$0 + 1] == 0xDA }
        let cut = Array(whole[..<starts[1]] + [0xFF, 0xD9])
        _ = try? JPEGCodec().detail(of: cut, name: "a")
        #expect(throws: KioskError.self) { _ = try JPEGCodec().decode(cut, name: "a").size }
        #expect(throws: KioskError.self) { _ = try JPEGCodec().decodeGray(cut, name: "a").size }
        #expect(throws: Never.self) { _ = try JPEGCodec().decode(whole, name: "a").size }
    }
}
