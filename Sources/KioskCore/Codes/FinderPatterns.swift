/// The squares in three corners of a QR code, found where the code itself cannot be read: too
/// small, blurred, cut by the picture's edge, or of another kind.
public enum FinderPatterns {
    /// One pattern.
    public struct Pattern: Hashable, Sendable {
        /// The middle, px.
        public var centre: Point
        /// The width of one module, px.
        public var module: Double
    }

    /// Rows from one scan line to the next: a middle of three modules is met by modules of 1.5 px.
    private static let lineStep = 4
    /// How much lighter the light runs are than the dark ones, levels of 255, at least.
    private static let contrast = 40

    /// The patterns in a picture: dark, light, dark, light and dark in the proportions 1:1:3:1:1
    /// (ISO/IEC 18004, 6.3.3) along a row and down the column through its middle.
    public static func find(in image: GrayImage) -> [Pattern] {
        var found: [Pattern] = []
        for row in stride(from: lineStep / 2, to: image.height, by: lineStep) {
            let line = ScanLine(image, row: row)
            for candidate in line.patterns(contrast) {
                guard let pattern = confirmed(candidate, row, image) else { continue }
                if !found.contains(where: { $0.isSame(as: pattern) }) { found.append(pattern) }
            }
        }
        return found
    }

    /// The pattern where the column through its middle shows it too, of about the same size.
    private static func confirmed(_ across: ScanLine.Candidate, _ row: Int, _ image: GrayImage)
        -> Pattern?
    {
        let reach = Int(across.module * 7)
        let rows = max(0, row - reach)..<min(image.height, row + reach + 1)
        let column = ScanLine(image, column: Int(across.centre), rows: rows)
        let match = column.patterns(contrast).first {
            abs($0.centre + Double(rows.lowerBound) - Double(row)) <= 2 * across.module
                && max($0.module, across.module) <= 1.4 * min($0.module, across.module)
        }
        guard let match else { return nil }
        return Pattern(
            centre: Point(x: across.centre, y: match.centre + Double(rows.lowerBound)),
            module: (match.module + across.module) / 2)
    }
}

extension FinderPatterns.Pattern {
    fileprivate func isSame(as other: Self) -> Bool {
        abs(centre.x - other.centre.x) < 4 * module && abs(centre.y - other.centre.y) < 4 * module
    }

    /// Whether two patterns can belong to one code: modules of one size, and as far apart as the
    /// corners of versions 1 to 40 are (14 to 170 modules, 240 across).
    func canBelong(with other: Self) -> Bool {
        let (x, y) = (centre.x - other.centre.x, centre.y - other.centre.y)
        let size = (module + other.module) / 2
        let distance = (x * x + y * y).squareRoot() / max(size, 0.1)
        let isEven = max(module, other.module) <= 1.5 * min(module, other.module)
        return isEven && (10...245).contains(distance)
    }
}

/// A row or column of a picture, cut into light and dark by the mean of its neighbourhood.
private struct ScanLine {
    struct Candidate {
        let centre: Double
        let module: Double
    }

    private struct Run {
        var start: Int
        var length: Int
        var isDark: Bool
        var sum: Int
    }

    private var runs: [Run] = []

    init(_ image: GrayImage, row: Int) {
        self.init(image.pixels[row * image.width..<(row + 1) * image.width])
    }

    init(_ image: GrayImage, column: Int, rows: Range<Int>) {
        let x = min(max(column, 0), image.width - 1)
        self.init(rows.map { image.pixels[$0 * image.width + x] }[...])
    }

    private init(_ levels: ArraySlice<UInt8>) {
        levels.withUnsafeBufferPointer { buffer in
            guard !buffer.isEmpty else { return }
            // A running mean, as Wellner's adaptive threshold uses it, over an eighth of the line.
            let weight = max(8, buffer.count / 8)
            var mean = Int(buffer[0]) << 8
            for (index, level) in buffer.enumerated() {
                mean += ((Int(level) << 8) - mean) / weight
                let isDark = Int(level) << 8 < mean
                if let last = runs.last, last.isDark == isDark {
                    runs[runs.count - 1].length += 1
                    runs[runs.count - 1].sum += Int(level)
                } else {
                    runs.append(Run(start: index, length: 1, isDark: isDark, sum: Int(level)))
                }
            }
        }
    }

    func patterns(_ contrast: Int) -> [Candidate] {
        guard runs.count >= 5 else { return [] }
        return (0...runs.count - 5).compactMap { candidate(at: $0, contrast) }
    }

    private func candidate(at first: Int, _ contrast: Int) -> Candidate? {
        guard runs[first].isDark else { return nil }
        let lengths = (first..<first + 5).map { Double(runs[$0].length) }
        let module = lengths.reduce(0, +) / 7
        guard module >= 1.5, abs(lengths[2] - 3 * module) <= 0.9 * module,
            [0, 1, 3, 4].allSatisfy({ abs(lengths[$0] - module) <= 0.6 * module }),
            mean([first + 1, first + 3]) - mean([first, first + 2, first + 4]) >= contrast
        else { return nil }
        let middle = runs[first + 2]
        return Candidate(centre: Double(middle.start) + Double(middle.length) / 2, module: module)
    }

    private func mean(_ indices: [Int]) -> Int {
        let length = indices.reduce(0) { $0 + runs[$1].length }
        return indices.reduce(0) { $0 + runs[$1].sum } / max(1, length)
    }
}
