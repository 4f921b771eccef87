/// What is wrong with a model's file.
public struct NetworkFault: Error, Hashable, Sendable {
    /// Where, in a word or two, for the detail of an error.
    public let text: String

    init(_ text: String) { self.text = text }
}

/// The bytes of a FlatBuffers file, little-endian: every number is read inside them or not at all.
struct FlatBytes: Sendable {
    let bytes: [UInt8]

    /// The table that everything hangs on.
    var root: FlatTable {
        get throws(NetworkFault) { try FlatTable(self, at: Int(number(UInt32.self, at: 0))) }
    }

    func number<Number: FixedWidthInteger>(
        _ type: Number.Type, at place: Int
    ) throws(NetworkFault) -> Number {
        let length = Number.bitWidth / 8
        guard place >= 0, place <= bytes.count - length else { throw NetworkFault("offset") }
        return bytes.withUnsafeBytes {
            Number(littleEndian: $0.loadUnaligned(fromByteOffset: place, as: Number.self))
        }
    }

    /// The elements of a vector that an offset points at.
    func vector(at place: Int, elementSize: Int) throws(NetworkFault) -> Range<Int> {
        let start = place + Int(try number(UInt32.self, at: place))
        let count = Int(try number(UInt32.self, at: start))
        let end = start + 4 + count * elementSize
        guard end <= bytes.count else { throw NetworkFault("vector") }
        return start + 4..<end
    }
}

/// A table of a FlatBuffers file, its fields by the numbers of the schema.
struct FlatTable: Sendable {
    private let file: FlatBytes
    private let place: Int
    /// Where the table of its fields' offsets stands, and how many it has.
    private let (fields, count): (Int, Int)

    init(_ file: FlatBytes, at place: Int) throws(NetworkFault) {
        let fields = place - Int(try file.number(Int32.self, at: place))
        let length = Int(try file.number(UInt16.self, at: fields))
        guard length >= 4 else { throw NetworkFault("table") }
        (self.file, self.place, self.fields, count) = (file, place, fields, (length - 4) / 2)
    }

    /// Where a field stands; nil where it has its default.
    private func place(of field: Int) throws(NetworkFault) -> Int? {
        guard field < count else { return nil }
        let offset = Int(try file.number(UInt16.self, at: fields + 4 + 2 * field))
        return offset == 0 ? nil : place + offset
    }

    /// A number of that width.
    func number<Number: FixedWidthInteger>(
        _ field: Int, _ type: Number.Type, else value: Int = 0
    ) throws(NetworkFault) -> Int {
        guard let place = try place(of: field) else { return value }
        return Int(try file.number(type, at: place))
    }

    /// A table; nil where there is none.
    func table(_ field: Int) throws(NetworkFault) -> FlatTable? {
        guard let place = try place(of: field) else { return nil }
        return try FlatTable(file, at: place + Int(file.number(UInt32.self, at: place)))
    }

    /// A vector of tables.
    func tables(_ field: Int) throws(NetworkFault) -> [FlatTable] {
        guard let place = try place(of: field) else { return [] }
        var tables: [FlatTable] = []
        for offset in stride(in: try file.vector(at: place, elementSize: 4), by: 4) {
            let start = offset + Int(try file.number(UInt32.self, at: offset))
            tables.append(try FlatTable(file, at: start))
        }
        return tables
    }

    /// A vector of 32-bit integers.
    func integers(_ field: Int) throws(NetworkFault) -> [Int] {
        guard let place = try place(of: field) else { return [] }
        var numbers: [Int] = []
        for offset in stride(in: try file.vector(at: place, elementSize: 4), by: 4) {
            numbers.append(Int(try file.number(Int32.self, at: offset)))
        }
        return numbers
    }

    /// Where a vector of bytes stands in the file; nil where there is none.
    func bytes(_ field: Int) throws(NetworkFault) -> Range<Int>? {
        guard let place = try place(of: field) else { return nil }
        return try file.vector(at: place, elementSize: 1)
    }

    private func stride(in range: Range<Int>, by step: Int) -> StrideTo<Int> {
        Swift.stride(from: range.lowerBound, to: range.upperBound, by: step)
    }
}
