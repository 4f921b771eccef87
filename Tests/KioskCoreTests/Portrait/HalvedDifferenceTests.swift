import Testing

@testable import KioskCore

struct HalvedDifferenceTests {
    private static func row(_ pixels: [UInt8]) -> GrayImage {
        GrayImage(size: Size(width: pixels.count, height: 1)) {
            _ = $0.update(fromContentsOf: pixels)
        }
    }

    @Test("a wall goes on behind the student from the one side's level to the other's")
    func bridged() {
        let wall = Self.row([110, 110, 110, 0, 255, 0, 255, 150, 150, 150])
        let student = Self.row([0, 0, 0, 1, 1, 1, 1, 0, 0, 0])
        #expect(
            wall.without(student).pixels == [110, 110, 110, 110, 120, 130, 140, 150, 150, 150])
    }

    @Test("at the picture's edge it goes on as it is, and where no wall is it is even")
    func edges() {
        #expect(
            Self.row([9, 9, 80, 90]).without(Self.row([1, 1, 0, 0])).pixels == [85, 85, 80, 90])
        #expect(Self.row([80, 90, 9]).without(Self.row([0, 0, 1])).pixels == [80, 90, 85])
        #expect(Self.row([1, 2, 3]).without(Self.row([1, 1, 1])).pixels == [128, 128, 128])
    }

    @Test("what is a mark's answer on the student is none")
    func blank() {
        #expect(Self.row([7, 8, 9]).blank(where: Self.row([0, 1, 0])).pixels == [7, 0, 9])
    }
}
