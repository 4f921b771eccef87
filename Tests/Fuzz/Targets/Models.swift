@testable import KioskCore
@testable import KioskIO

extension FuzzTarget {
    /// A neural network's file. What is read as one runs, unless it is larger than a fuzzer has time for: the
    /// program itself takes no file of another digest than it knows.
    static let model = FuzzTarget(name: "model", longest: 8_192) {
        [SmallModel.file]
    } read: { bytes throws(KioskError) in
        guard let model = try? NetworkModel(parsing: bytes), isSmall(model) else { return }
        let outputs = try Network.ready(model).run { $0.update(repeating: 0.5) }
        hold(
            outputs.map(\.count) == model.outputs.map { model.tensors[$0].count },
            "an output has the numbers of its shape")
    }

    private static func isSmall(_ model: NetworkModel) -> Bool {
        model.tensors.reduce(0) { $0 + $1.count } < 1 << 18
    }
}

/// A model with a step of every kind, written as the schema says (TensorFlow Lite, version 3).
private enum SmallModel {
    /// What hangs on a table's field or stands in a vector.
    private indirect enum Part {
        case number(Int32)
        case numbers([Int32])
        case bytes(Int)
        case table([Int: Part])
        case tables([Part])
    }

    static let file: [UInt8] = {
        var bytes: [UInt8] = [8, 0, 0, 0] + Array("TFL3".utf8)
        let root = write(model, to: &bytes)
        patch(&bytes, 0, root)
        return bytes
    }()

    private static let model = Part.table([
        1: .tables(codes.map { .table([0: .number($0)]) }),
        2: .tables([
            .table([
                0: .tables(tensors.enumerated().map(tensor)), 1: .numbers([0]),
                2: .numbers([19, 16]), 3: .tables(steps),
            ])
        ]),
        4: .tables(tensors.map { .table($0.bytes > 0 ? [0: .bytes($0.bytes)] : [:]) }),
    ])

    /// The operators in the order of the steps below.
    private static let codes: [Int32] = [3, 17, 34, 23, 6, 4, 54, 0, 19, 22, 2]

    /// Shapes, kinds (0 and 1 float of 32 and 16 bits, 2 int) and the bytes of constants.
    private static let tensors: [(shape: [Int32], kind: Int32, bytes: Int)] = [
        ([1, 4, 4, 2], 0, 0), ([3, 3, 3, 2], 0, 216), ([3], 0, 12), ([1, 4, 4, 3], 0, 0),
        ([1, 2, 2, 3], 0, 0), ([4, 2], 2, 32), ([1, 2, 2, 3], 0, 0), ([2], 2, 8),
        ([1, 1, 1, 3], 0, 0), ([1, 3, 3, 3], 1, 54), ([1, 3, 3, 3], 0, 0), ([3], 0, 12),
        ([1, 1, 1, 3], 0, 0), ([1, 1, 3], 0, 12), ([1, 1, 1, 3], 0, 0), ([1, 1, 1, 3], 0, 0),
        ([1, 1, 1, 3], 0, 0), ([1, 1, 3], 0, 0), ([1, 1, 3], 0, 0), ([1, 2, 3], 0, 0),
    ]

    private static func tensor(
        _ index: Int, _ tensor: (shape: [Int32], kind: Int32, bytes: Int)
    ) -> Part {
        .table([0: .numbers(tensor.shape), 1: .number(tensor.kind), 2: .number(Int32(index))])
    }

    private static let steps = [
        step(0, [0, 1, 2], 3, [1: 1, 2: 1]), step(1, [3], 4, [1: 2, 2: 2, 3: 2, 4: 2]),
        step(2, [4, 5], 6), step(3, [6, 7], 8), step(4, [9], 10),
        step(5, [8, 10, 11], 12, [1: 1, 2: 1, 4: 1]), step(6, [12, 13], 14), step(7, [14, 8], 15),
        step(8, [15], 16), step(9, [16], 17), step(9, [8], 18), step(10, [17, 18], 19, [0: 1]),
    ]

    private static func step(
        _ code: Int32, _ inputs: [Int32], _ output: Int32, _ options: [Int: Int32] = [:]
    ) -> Part {
        .table([
            0: .number(code), 1: .numbers(inputs), 2: .numbers([output]),
            4: .table(options.mapValues { .number($0) }),
        ])
    }

    /// Writes a part behind the bytes and gives its place; what hangs on it comes behind it.
    private static func write(_ part: Part, to bytes: inout [UInt8]) -> Int {
        switch part {
        case .table(let fields): return write(fields, to: &bytes)
        case .number(let number): return write([number], to: &bytes)
        case .numbers(let numbers): return write([Int32(numbers.count)] + numbers, to: &bytes)
        case .bytes(let count):
            let place = write([Int32(count)], to: &bytes)
            bytes += (0..<count).map { UInt8($0 % 4 == 0 ? 1 : 0) }
            return place
        case .tables(let tables):
            let place = write([Int32](repeating: 0, count: tables.count + 1), to: &bytes)
            patch(&bytes, place, place + tables.count)
            for (index, table) in tables.enumerated() {
                patch(&bytes, place + 4 + 4 * index, write(table, to: &bytes))
            }
            return place
        }
    }

    private static func write(_ numbers: [Int32], to bytes: inout [UInt8]) -> Int {
        while bytes.count % 4 != 0 { bytes.append(0) }
        defer { for number in numbers { bytes += little(number) } }
        return bytes.count
    }

    /// A table of fields of four bytes each, behind the table of their offsets.
    private static func write(_ fields: [Int: Part], to bytes: inout [UInt8]) -> Int {
        let count = (fields.keys.max() ?? -1) + 1
        let ordered = fields.sorted { $0.key < $1.key }
        var offsets = [UInt16](repeating: 0, count: count)
        for (index, field) in ordered.enumerated() { offsets[field.key] = UInt16(4 + 4 * index) }
        let start = write([], to: &bytes)
        for number in [UInt16(4 + 2 * count), UInt16(4 + 4 * ordered.count)] + offsets {
            bytes += [UInt8(truncatingIfNeeded: number), UInt8(number >> 8)]
        }
        let place = write([Int32](repeating: 0, count: ordered.count + 1), to: &bytes)
        bytes.replaceSubrange(place..<place + 4, with: little(Int32(place - start)))
        for (index, field) in ordered.enumerated() {
            let own = place + 4 + 4 * index
            if case .number(let number) = field.value {
                bytes.replaceSubrange(own..<own + 4, with: little(number))
            } else {
                patch(&bytes, own, write(field.value, to: &bytes))
            }
        }
        return place
    }

    /// Has the offset at a place lead to another.
    private static func patch(_ bytes: inout [UInt8], _ place: Int, _ target: Int) {
        bytes.replaceSubrange(place..<place + 4, with: little(Int32(target - place)))
    }

    private static func little(_ number: Int32) -> [UInt8] {
        withUnsafeBytes(of: number.littleEndian) { Array($0) }
    }
}
