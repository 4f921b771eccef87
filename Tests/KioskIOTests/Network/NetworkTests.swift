import Foundation
import KioskCore
import StudioKit
import TestSupport
import Testing

@testable import KioskIO

/// The face models on XNNPACK.
struct NetworkTests {
    static let names = [
        "face_detection_full_range", "face_detection_short_range", "face_landmark",
        "iris_landmark",
    ]

    static func bytes(_ name: String) throws -> [UInt8] {
        try FileAccess.read(Checkout.file(".build/models/\(name).tflite").path)
    }

    @Test("the models' inputs and outputs are those that are written of them")
    func shapes() throws {
        let expected: [[[Int]]] = [
            [[1, 192, 192, 3], [1, 2304, 16], [1, 2304, 1]],
            [[1, 128, 128, 3], [1, 896, 16], [1, 896, 1]],
            [[1, 192, 192, 3], [1, 1, 1, 1404], [1, 1, 1, 1]],
            [[1, 64, 64, 3], [1, 213], [1, 15]],
        ]
        for (name, shapes) in zip(Self.names, expected) {
            let model = try NetworkModel(parsing: Self.bytes(name))
            #expect(
                (model.inputs + model.outputs).map { model.tensors[$0].shape } == shapes, "\(name)")
        }
    }

    @Test(
        "a model gives the same numbers each time, and others for another picture", arguments: names
    )
    func runs(name: String) throws {
        let network = try Network.ready(NetworkModel(parsing: Self.bytes(name)))
        func run(_ level: Float) throws -> [[Float]] {
            try network.run { numbers in
                for index in numbers.indices {
                    numbers[index] = level * Float(index % 97) / 97
                }
            }
        }
        let first = try run(1)
        #expect(first.allSatisfy { $0.allSatisfy(\.isFinite) })
        #expect(try run(0.5) != first)
        #expect(try run(1) == first)
    }

    /// What LiteRT 2.3.0 makes of numbers that rise from 0 to 96/97 again and again: the first four of each
    /// output.
    private static let known: [String: [[Float]]] = [
        "face_detection_full_range": [
            [-3.509462833404541, -2.701324939727783, 18.89868927001953, 18.905010223388672],
            [-7.586277484893799, -7.780394554138184, -7.203667640686035, -6.53540563583374],
        ],
        "face_detection_short_range": [
            [0.874920666217804, -0.4192763864994049, 25.061298370361328, 25.060771942138672],
            [-4.628820419311523, -3.9103260040283203, -4.701655387878418, -4.048969268798828],
        ],
        "face_landmark": [
            [112.36841583251953, 126.91895294189453, -9.785615921020508, 112.21615600585938],
            [-8.977540969848633],
        ],
        "iris_landmark": [
            [23.498451232910156, 29.766132354736328, 7.328126430511475, 25.409656524658203],
            [32.581817626953125, 28.07012176513672, -3.7375259399414062, 34.766876220703125],
        ],
    ]

    @Test("the numbers are those of the models' own runtime", arguments: names)
    func numbers(name: String) throws {
        let network = try Network.ready(NetworkModel(parsing: Self.bytes(name)))
        let outputs = try network.run { numbers in
            for index in numbers.indices { numbers[index] = Float(index % 97) / 97 }
        }
        for (output, known) in zip(outputs, try #require(Self.known[name])) {
            for (number, right) in zip(output, known) { #expect(abs(number - right) < 0.001) }
        }
    }

    @Test("a damaged model is refused or runs, and is no crash", arguments: names)
    func damaged(name: String) throws {
        let whole = try Self.bytes(name)
        var dice = Dice(9)
        for _ in 0..<400 {
            var copy = whole
            // What leads from table to table stands at both ends of the file.
            for _ in 0..<2 {
                let place = Int.random(in: 0..<6_000, using: &dice)
                let index = Bool.random(using: &dice) ? place : copy.count - 1 - place
                copy[index] = UInt8(dice.next() & 0xFF)
            }
            guard let model = try? NetworkModel(parsing: copy) else { continue }
            _ = try? Network.ready(model).run { $0.update(repeating: 0.5) }
        }
    }

    @Test("a shortened model is refused", arguments: names)
    func short(name: String) throws {
        let whole = try Self.bytes(name)
        for length in stride(from: 0, to: whole.count, by: whole.count / 60) {
            #expect(throws: NetworkFault.self) {
                try NetworkModel(parsing: Array(whole.prefix(length)))
            }
        }
    }
}
