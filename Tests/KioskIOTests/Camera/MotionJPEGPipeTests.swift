import Foundation
import KioskCore
import KioskIO
import TestSupport
import Testing

struct MotionJPEGPipeTests {
    private let folder: TestFolder
    private let path: String

    init() throws {
        folder = try TestFolder()
        path = folder.file("pipe")
        #expect(mkfifo(path, 0o600) == 0)
    }

    private static func jpeg(_ level: UInt8) throws -> [UInt8] {
        let photo = Photo(
            size: Size(width: 16, height: 16), pixels: [UInt8](repeating: level, count: 768))
        return try JPEGCodec().encode(photo, quality: 90, subsampling: .half).bytes
    }

    private static func level(_ frame: CapturedFrame?) throws -> UInt8? {
        try frame.map { try FrameDecoder.photo(of: $0, codec: JPEGCodec()).pixels[0] }
    }

    /// Writes into the pipe, which has a reader.
    private func write(_ bytes: [UInt8], to pipe: Int32) {
        #expect(Glibc.write(pipe, bytes, bytes.count) == bytes.count)
    }

    @Test("the newest whole picture is lent, half a picture waits, and the writer's end is the end")
    func newest() throws {
        var source = try MotionJPEGPipe(path: path)
        let isLive = source.isLive
        #expect(isLive)
        let pipe = open(path, O_WRONLY)
        let half = try Self.jpeg(120)
        write(try Self.jpeg(30) + Self.jpeg(90) + half.prefix(200), to: pipe)
        let first = try source.withNextFrame { $0.captured() }
        #expect(try Self.level(first) == 90)
        write(Array(half.dropFirst(200)), to: pipe)
        let second = try source.withNextFrame { $0.captured() }
        #expect(try Self.level(second) == 120)
        #expect(second?.sequence == 1)
        close(pipe)
        #expect(try source.withNextFrame { $0.sequence } == nil)
    }

    @Test("a pipe that carries something else is refused, and nothing is kept of it")
    func garbage() throws {
        var source = try MotionJPEGPipe(path: path)
        // A second reader: what the first one leaves must not end the writer by SIGPIPE.
        let drain = open(path, O_RDONLY | O_NONBLOCK)
        let pipe = open(path, O_WRONLY)
        let thread = Thread {
            let bytes: [UInt8] = [0xFF, 0xD8] + [UInt8](repeating: 0x41, count: 1 << 20)
            for _ in 0..<20 { _ = Glibc.write(pipe, bytes, bytes.count) }
            close(pipe)
        }
        thread.start()
        #expect(throws: KioskError(.cameraFormat, path, detail: "Motion-JPEG")) {
            while try source.withNextFrame({ $0.sequence }) != nil {}
        }
        var rest = [UInt8](repeating: 0, count: 1 << 20)
        while read(drain, &rest, rest.count) != 0 { usleep(1_000) }
        close(drain)
    }

    @Test("a pipe that is not there is a missing camera")
    func missing() throws {
        #expect(throws: KioskError.self) { _ = try MotionJPEGPipe(path: folder.file("none")) }
    }
}
