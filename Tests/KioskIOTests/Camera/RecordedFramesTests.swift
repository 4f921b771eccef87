import Foundation
import KioskCore
import KioskIO
import TestSupport
import Testing

struct RecordedFramesTests {
    private static func jpeg(_ level: UInt8) throws -> [UInt8] {
        let photo = Photo(
            size: Size(width: 16, height: 16), pixels: [UInt8](repeating: level, count: 768))
        return try JPEGCodec().encode(photo, quality: 90, subsampling: .half).bytes
    }

    private static func play(_ path: String, fps: Int = 0) throws -> [(
        sequence: Int, time: Double, level: UInt8
    )] {
        var source = try RecordedFrames(path: path, fps: fps)
        var frames: [(Int, Double, UInt8)] = []
        let codec = try JPEGCodec()
        while let frame = try source.withNextFrame({ $0.captured() }) {
            let level = try FrameDecoder.photo(of: frame, codec: codec).pixels[0]
            frames.append((frame.sequence, frame.time.seconds, level))
        }
        return frames
    }

    @Test("a folder's pictures come in the order of their names, a thirtieth of a second apart")
    func folder() throws {
        let folder = try TestFolder()
        let gray = Photo(
            size: Size(width: 16, height: 16), pixels: [UInt8](repeating: 90, count: 768))
        try folder.write(Self.jpeg(30), to: "b.JPG")
        try folder.write(PNG.encode(gray), to: "c.png")
        try folder.write(Self.jpeg(200), to: "a.jpeg")
        try folder.write("not a picture's ending", to: "notes.txt")
        let frames = try Self.play(folder.path)
        #expect(frames.map(\.level) == [200, 30, 90])
        #expect(frames.map(\.sequence) == [0, 1, 2])
        #expect(abs(frames[2].time - 2.0 / 30) < 1e-6)
    }

    @Test("a Motion-JPEG file's pictures come one after the other")
    func motionJPEG() throws {
        let folder = try TestFolder()
        let bytes = try Self.jpeg(30) + Self.jpeg(90) + Self.jpeg(200)
        let frames = try Self.play(folder.write(bytes, to: "a.mjpeg"))
        #expect(frames.map(\.level) == [30, 90, 200])
    }

    @Test("a Motion-JPEG file that is cut while it plays ends there, with no half of a picture")
    func cut() throws {
        let folder = try TestFolder()
        let jpegs = try [30, 90, 200].map { try Self.jpeg($0) }
        let path = try folder.write(jpegs.flatMap(\.self), to: "a.mjpeg")
        var source = try RecordedFrames(path: path, fps: 0)
        let first = try source.withNextFrame { $0.captured().bytes }
        truncate(path, jpegs[0].count + jpegs[1].count - 5)
        let second = try source.withNextFrame { $0.captured().bytes }
        #expect(first == jpegs[0] && second == nil)
    }

    @Test("pictures that stand across the parts a file is read in are whole")
    func parts() throws {
        let folder = try TestFolder()
        let one = try Self.jpeg(30)
        let space = [UInt8](repeating: 0, count: (1 << 20) - one.count / 2)
        let frames = try Self.play(
            folder.write(space + one + space + Self.jpeg(90) + Self.jpeg(200), to: "a.mjpeg"))
        #expect(frames.map(\.level) == [30, 90, 200])
    }

    @Test("with a rate, frames that nobody took in time are passed over and their times stay true")
    func rate() throws {
        let folder = try TestFolder()
        let bytes = try (0..<40).flatMap { _ in try Self.jpeg(30) }
        let frames = try Self.play(folder.write(bytes, to: "a.mjpeg"), fps: 200)
        for frame in frames { #expect(abs(frame.time - Double(frame.sequence) / 200) < 1e-6) }
        #expect(frames.last?.sequence ?? 99 < 40)
    }

    @Test(
        "a recording that is none has its own error",
        arguments: [
            ("missing", KioskError.Code.pictureMissing), ("empty", .pictureFolderEmpty),
            ("text.mjpeg", .pictureFormat),
        ])
    func refused(name: String, code: KioskError.Code) throws {
        let folder = try TestFolder()
        try folder.write("x", to: "empty/notes.txt")
        try folder.write("no JPEG", to: "text.mjpeg")
        let error = #expect(throws: KioskError.self) {
            _ = try RecordedFrames(path: folder.file(name), fps: 0)
        }
        #expect(error?.code == code)
    }

    @Test(
        "a device that is no camera, or not there, is named",
        arguments: [
            ("/dev/null", KioskError.Code.cameraFormat), ("/dev/kiosk-none", .cameraMissing),
        ])
    func device(path: String, code: KioskError.Code) {
        let error = #expect(throws: KioskError.self) {
            _ = try Camera(path: path)
        }
        #expect(error?.code == code)
        #expect(error?.exitStatus == 69)
    }
}
