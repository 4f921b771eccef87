import StudioKit
import Testing

@testable import KioskCore
@testable import KioskIO

struct EdgeWatchTests {
    private static let size = Size(width: 640, height: 360)

    /// Somebody whose face the left edge halves.
    private static func halved(_ finder: borrowing FaceFinder) throws -> Photo {
        let drawn = Studio(seed: 12, size: Size(width: 1280, height: 720)).portrait(of: 1).photo
            .reduced(toLongSide: 640).photo
        let face = try #require(try finder.find(in: drawn).first)
        let left = Int(HeadGeometry(mesh: face).middle)
        return Photo(size: size) { output in
            for row in 0..<size.height {
                for column in 0..<size.width {
                    let source = 3 * (row * size.width + min(column + left, size.width - 1))
                    for channel in 0..<3 {
                        output[3 * (row * size.width + column) + channel] =
                            drawn.pixels[source + channel]
                    }
                }
            }
        }
    }

    /// A watch that has looked at it for two seconds, ten times each.
    private static func watched(
        _ photo: Photo, _ finder: borrowing FaceFinder
    ) throws -> EdgeWatch {
        var watch = EdgeWatch()
        for look in 0..<20 {
            try watch.look(photo, at: FrameTime(seconds: Double(look) / 10), finder)
        }
        #expect(watch.cutFaces == 1, "somebody is there")
        return watch
    }

    private static let nobody = Photo(
        size: size, pixels: [UInt8](repeating: 150, count: 3 * size.width * size.height))

    @Test("who left at the edge while codes were looked for is not in the next student's picture")
    func pause() throws {
        let finder = try FaceFinder()
        var watch = try Self.watched(Self.halved(finder), finder)
        try watch.look(Self.nobody, at: FrameTime(seconds: 5), finder)
        #expect(watch.cutFaces == 0)
    }

    @Test("who leaves at the edge is gone at the fourth look")
    func leaves() throws {
        let finder = try FaceFinder()
        var watch = try Self.watched(Self.halved(finder), finder)
        for look in 20..<24 {
            try watch.look(Self.nobody, at: FrameTime(seconds: Double(look) / 10), finder)
        }
        #expect(watch.cutFaces == 0)
    }
}
