/// What all readers together say of a picture.
public struct CodeReading: Hashable, Sendable {
    /// The codes, each content once, in the order the readers told them.
    public var codes: [CaptureCode] = []
    /// Whether a code stands there that could not be read.
    public var isFound = false
    /// Whether a part of a split code was read whose other parts are not there.
    public var isPart = false
    /// Whether two readers read one code differently: nobody knows which is right, and no further look can tell.
    public var isContradicted = false

    /// The prepared look that read; nil where the picture as it is was read, or nothing.
    public var view: CodeView?

    /// Nothing was found.
    public init() {}

    /// What readers found in the same picture, each its own list.
    ///
    /// One code that two readers read differently is no reading. Texts differ where their bytes do, but for what
    /// readers add or leave out (`CaptureCode.isSame`).
    public init(_ readers: [[FoundCode]]) {
        let found = readers.flatMap(\.self)
        isFound = found.contains { $0.content == .unreadable }
        isContradicted = Self.isContradiction(readers)
        guard !isContradicted else { return }
        codes = Self.distinct(found.compactMap(\.code))
        takeParts(found)
    }

    /// Why there is no code in that file.
    public func refusal(_ path: String) -> KioskError {
        KioskError(isContradicted ? .codeDoubtful : isPart ? .codePart : .codeNone, path)
    }

    private mutating func takeParts(_ found: [FoundCode]) {
        let parts = found.compactMap { one -> CodePart? in
            if case .part(let part) = one.content { part } else { nil }
        }
        guard !parts.isEmpty else { return }
        if let whole = CodePart.joined(parts) {
            codes = Self.distinct(codes + [CaptureCode(bytes: whole, reader: "zxing")])
        } else if codes.isEmpty {
            isPart = true
        }
    }

    private static func distinct(_ codes: [CaptureCode]) -> [CaptureCode] {
        codes.reduce(into: []) { kept, code in
            if !kept.contains(where: { $0.isSame(as: code) }) { kept.append(code) }
        }
    }

    private static func isContradiction(_ readers: [[FoundCode]]) -> Bool {
        for (index, some) in readers.enumerated() {
            for others in readers[(index + 1)...] {
                for one in some {
                    guard let code = one.code else { continue }
                    let clash = others.contains { other in
                        guard let read = other.code, one.isAtPlace(of: other) else { return false }
                        return !read.isSame(as: code)
                    }
                    if clash { return true }
                }
            }
        }
        return false
    }
}

extension FoundCode {
    /// Whether both are the same print: the middle of one lies within the other's bounds. Without an outline
    /// nobody can tell, and they count as the same.
    func isAtPlace(of other: FoundCode) -> Bool {
        guard let own = Bounds(outline), let others = Bounds(other.outline) else { return true }
        return own.contains(others.middle) || others.contains(own.middle)
    }

    private struct Bounds {
        let (left, right, top, bottom): (Double, Double, Double, Double)

        init?(_ outline: [Point]) {
            let (xs, ys) = (outline.map(\.x), outline.map(\.y))
            guard let left = xs.min(), let right = xs.max(), let top = ys.min(),
                let bottom = ys.max()
            else { return nil }
            (self.left, self.right, self.top, self.bottom) = (left, right, top, bottom)
        }

        var middle: Point { Point(x: (left + right) / 2, y: (top + bottom) / 2) }

        func contains(_ point: Point) -> Bool {
            (left...right).contains(point.x) && (top...bottom).contains(point.y)
        }
    }
}
