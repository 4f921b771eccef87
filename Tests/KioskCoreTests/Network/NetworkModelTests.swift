import Testing

@testable import KioskCore

/// Numbers of 16 bits, and files that are no models.
struct NetworkModelTests {
    @Test(
        "numbers of 16 bits are widened exactly",
        arguments: [
            (0x0000, 0), (0x8000, -0.0), (0x3C00, 1), (0xC000, -2), (0x3555, 0.333251953125),
            (0x7BFF, 65_504), (0x0001, 0x1p-24), (0x03FF, 0x1.ff8p-15), (0x7C00, .infinity),
        ] as [(UInt16, Float)])
    func wide(half: UInt16, number: Float) {
        #expect(NetworkModel.wide(half) == number)
    }

    @Test("what is no model is refused")
    func noModel() {
        let head: [UInt8] = [20, 0, 0, 0] + Array("TFL3".utf8)
        let inputs: [[UInt8]] = [
            [], Array("hello, world".utf8), head, head + [UInt8](repeating: 0, count: 100),
            head + [UInt8](repeating: 0xFF, count: 100),
        ]
        for bytes in inputs {
            #expect(throws: NetworkFault.self) { try NetworkModel(parsing: bytes) }
        }
    }

    @Test("random bytes behind a model's first ones are refused")
    func random() {
        var dice = SystemRandomNumberGenerator()
        for _ in 0..<3_000 {
            let tail = (0..<Int.random(in: 0...300, using: &dice)).map { _ in
                // Small numbers are offsets that lead somewhere.
                Bool.random(using: &dice) ? UInt8.random(in: 0...255, using: &dice) : 0
            }
            let bytes =
                [UInt8.random(in: 0...64, using: &dice), 0, 0, 0] + Array("TFL3".utf8) + tail
            #expect(throws: NetworkFault.self) { try NetworkModel(parsing: bytes) }
        }
    }
}
