import Testing

@testable import KioskCore

/// Frames and bars that a program draws, beside clothes that fill the picture's lower edge.
struct FrameLinesTests {
    private static let (width, height) = (480, 640)

    /// A body before a light blue wall, its shoulders sloping to the edges; a bar of so many rows below.
    private static func isThere(
        clothes: @escaping (Int, Int) -> (UInt8, UInt8, UInt8), bar: Int = 0,
        _ ink: (UInt8, UInt8, UInt8) = (0, 0, 0)
    ) -> Bool {
        let photo = Photo(size: Size(width: width, height: height)) { pixels in
            for index in 0..<width * height {
                let (x, y) = (index % width, index / width)
                let edge = 430 + abs(x - width / 2) / 3
                let color =
                    y >= height - bar ? ink : y > edge ? clothes(x, y) : (100, 197, 255)
                (pixels[3 * index], pixels[3 * index + 1], pixels[3 * index + 2]) = color
            }
        }
        return FrameLines.isThere(in: photo, shoulders: 430)
    }

    private static func plain(_ level: UInt8) -> (Int, Int) -> (UInt8, UInt8, UInt8) {
        { _, _ in (level, level, level) }
    }

    private static func woven(x: Int, y: Int) -> (UInt8, UInt8, UInt8) {
        let level = UInt8(60 + (x * 7 + y * 13) % 40)
        return (level, level, level)
    }

    @Test(
        "plain clothes that fill the lowest row are no bar", arguments: [8, 20, 60, 230] as [UInt8])
    func clothes(level: UInt8) {
        #expect(!Self.isThere(clothes: Self.plain(level)))
    }

    @Test(
        "a bar below them is one, thin or thick, on plain and on woven clothes",
        arguments: [4, 30, 80])
    func bars(rows: Int) {
        #expect(Self.isThere(clothes: Self.woven, bar: rows))
        #expect(Self.isThere(clothes: Self.plain(20), bar: rows, (255, 255, 255)))
        #expect(Self.isThere(clothes: Self.plain(60), bar: rows))
    }

    /// A white shirt with soft folds, blown out here and there.
    private static func shirt(x: Int, y: Int) -> (UInt8, UInt8, UInt8) {
        let level = UInt8(min(255, 240 + (x / 30 % 3) * 8))
        return (level, level, level)
    }

    @Test("a white bar below a white shirt is one, though half of its edge is hardly a step")
    func white() {
        #expect(Self.isThere(clothes: Self.shirt, bar: 30, (255, 255, 255)))
        #expect(!Self.isThere(clothes: Self.shirt))
    }
}
