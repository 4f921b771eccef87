import Testing

@testable import KioskCore

struct CodeSightPaceTests {
    private static let size = Size(width: 640, height: 360)

    /// A noisy room, with a phone of that many columns in it.
    private static func room(phone: Int = 0, _ dice: inout SystemRandomNumberGenerator) -> [UInt8] {
        (0..<size.width * size.height).map { place in
            let isPhone = place % size.width < phone && place / size.width < 2 * phone
            return UInt8(isPhone ? 230 : 80 + Int.random(in: -10...10, using: &dice))
        }
    }

    private static func looks(_ rooms: (Int) -> Int) -> [Int] {
        var dice = SystemRandomNumberGenerator()
        var pace = CodeSightPace()
        return (0..<45).filter { frame in
            let pixels = room(phone: rooms(frame), &dice)
            return pixels.withUnsafeBufferPointer {
                pace.isDue($0, size, at: FrameTime(seconds: Double(frame) / 15))
            }
        }
    }

    @Test("a still room is looked at once a second, noise or not")
    func still() {
        #expect(Self.looks { _ in 0 } == [0, 15, 30])
    }

    @Test("a phone that comes is looked at at once, one that moves five times a second")
    func moving() {
        #expect(Self.looks { $0 < 22 ? 0 : 60 }.prefix(3) == [0, 15, 22])
        let all = Self.looks { 30 + 4 * ($0 % 20) }
        #expect(all.count >= 12 && zip(all, all.dropFirst()).allSatisfy { $1 - $0 >= 3 })
    }
}
