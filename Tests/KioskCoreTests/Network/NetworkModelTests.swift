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

    /// A picture of 8 × 8 px and 3 channels, a filter, its bias, a constant picture, and results.
    private static let tensors: [NetworkModel.Tensor] = [
        .init(shape: [1, 8, 8, 3], kind: .float32, data: nil),
        .init(shape: [5, 3, 3, 3], kind: .float32, data: 0..<540),
        .init(shape: [5], kind: .float32, data: 0..<20),
        .init(shape: [1, 8, 8, 3], kind: .float32, data: 0..<768),
        .init(shape: [1, 4, 4, 5], kind: .float32, data: nil),
        .init(shape: [1, 8, 8, 3], kind: .float32, data: nil),
    ]

    private static func fault(
        _ steps: [NetworkModel.Step], outputs: [Int]
    ) -> NetworkFault? {
        do throws(NetworkFault) {
            _ = try NetworkModel(
                bytes: [UInt8](repeating: 0, count: 768), tensors: tensors, steps: steps,
                inputs: [0], outputs: outputs)
            return nil
        } catch {
            return error
        }
    }

    private static func convolution(
        stride: Int = 2, isSame: Bool = true, inputs: [Int] = [0, 1, 2], output: Int = 4
    ) -> NetworkModel.Step {
        let window = NetworkModel.Window(
            kernel: Size(width: 3, height: 3), stride: Size(width: stride, height: stride),
            isSame: isSame)
        return .init(
            operation: .convolution(window, isCut: false), inputs: inputs, output: output)
    }

    @Test("a step whose result has another shape than it makes is refused")
    func shapes() {
        #expect(Self.fault([Self.convolution()], outputs: [4]) == nil)
        for step in [
            Self.convolution(stride: 1), Self.convolution(isSame: false),
            Self.convolution(inputs: [0, 3, 2]), Self.convolution(output: 5),
        ] {
            #expect(Self.fault([step], outputs: [step.output]) != nil, "\(step)")
        }
    }

    @Test("a constant is nobody's picture, and nothing is used before it is made")
    func order() {
        let sum = { (inputs: [Int]) in
            NetworkModel.Step(operation: .add(isCut: false), inputs: inputs, output: 5)
        }
        #expect(Self.fault([sum([0, 0])], outputs: [5]) == nil)
        #expect(Self.fault([sum([0, 3])], outputs: [5]) != nil)
        #expect(Self.fault([sum([3, 0])], outputs: [5]) != nil)
        #expect(Self.fault([sum([0, 5])], outputs: [5]) != nil)
        #expect(Self.fault([sum([0, 0]), sum([0, 0])], outputs: [5]) != nil)
        #expect(Self.fault([sum([0, 0])], outputs: [3]) != nil)
        #expect(Self.fault([sum([0, 0])], outputs: [0]) != nil)
        #expect(Self.fault([sum([0, 0])], outputs: []) != nil)
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
