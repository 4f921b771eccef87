import Testing

@testable import KioskCore

struct DarkLineTests {
    /// A picture 12 px wide of rows of these brightnesses.
    private static func picture(_ profile: [UInt8]) -> GrayImage {
        GrayImage(
            size: Size(width: 12, height: profile.count),
            pixels: profile.flatMap { [UInt8](repeating: $0, count: 12) })
    }

    @Test(
        "the line is the dark row with something bright on both sides",
        arguments: [
            ("a line", [90, 90, 90, 88, 40, 86, 90, 90, 90, 90], 4.0),
            ("between two rows", [90, 90, 90, 80, 50, 50, 80, 90, 90, 90], 4.5),
            ("a beard below", [90, 90, 90, 88, 60, 86, 90, 70, 40, 20], 4.0),
            ("a moustache above", [20, 40, 70, 90, 88, 60, 86, 90, 90, 90], 5.0),
        ])
    func row(name: String, profile: [UInt8], place: Double) throws {
        let line = try #require(
            DarkLine(
                Self.picture(profile), columns: 1...10, rows: 0...Double(profile.count - 1)))
        #expect(abs(line.row(share: 0.5) - place) < 0.3, "\(name)")
    }

    @Test("a box that leaves the picture, or is too small to have a line, is none")
    func outside() {
        let picture = Self.picture([90, 90, 40, 90, 90, 90])
        #expect(DarkLine(picture, columns: -3...10, rows: 0...5) == nil)
        #expect(DarkLine(picture, columns: 1...10, rows: 0...6) == nil)
        #expect(DarkLine(picture, columns: 1...3, rows: 0...5) == nil)
    }
}
