/// How deep the keys of a TOML document go, before a parser that calls itself for each step sees it.
///
/// A dotted key `a.b.c` makes a table in a table; a file of them alone is deep enough to use up any stack.
public enum TOMLNesting {
    /// More steps than any setting has.
    public static let most = 8

    /// The line and column, from 1 on, of the first dotted key that is deeper; nil where none is. A document that is
    /// none at all is the parser's business.
    public static func tooDeep(_ document: [UInt8]) -> (line: Int, column: Int)? {
        var scan = Scan(document)
        while let byte = scan.next() {
            if scan.skip(byte) { continue }
            switch byte {
            case UInt8(ascii: "."): scan.dots += 1
            case UInt8(ascii: " "), UInt8(ascii: "\t"): continue
            case _ where isBare(byte): continue
            default: scan.dots = 0
            }
            if scan.dots > most { return (scan.line, scan.column) }
        }
        return nil
    }

    private static func isBare(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
    }

    private struct Scan {
        private let bytes: [UInt8]
        private var place = 0
        private var lineStart = 0
        /// Where it is, from 1 on.
        private(set) var line = 1
        /// Dots since something that is no part of a key.
        var dots = 0

        init(_ bytes: [UInt8]) { self.bytes = bytes }

        var column: Int { place - lineStart }

        mutating func next() -> UInt8? {
            guard place < bytes.count else { return nil }
            let byte = bytes[place]
            place += 1
            if byte == UInt8(ascii: "\n") {
                line += 1
                lineStart = place
            }
            return byte
        }

        /// Passes over a comment or a string that begins with that byte; false where none does.
        mutating func skip(_ byte: UInt8) -> Bool {
            switch byte {
            case UInt8(ascii: "#"): skipComment()
            case UInt8(ascii: "\""), UInt8(ascii: "'"): skipString(byte)
            default: return false
            }
            return true
        }

        private mutating func skipComment() {
            while place < bytes.count, bytes[place] != UInt8(ascii: "\n") { place += 1 }
        }

        private mutating func skipString(_ quote: UInt8) {
            let isLong = bytes[place...].starts(with: [quote, quote])
            if isLong { place += 2 }
            let end = [UInt8](repeating: quote, count: isLong ? 3 : 1)
            while place < bytes.count, !bytes[place...].starts(with: end) {
                let byte = next()
                // A string on one line ends with it, whatever was meant.
                if byte == UInt8(ascii: "\n"), !isLong { return }
                if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") { _ = next() }
            }
            place = min(place + end.count, bytes.count)
            // Two more may belong to what a long string says.
            for _ in 0..<2 where isLong && place < bytes.count && bytes[place] == quote {
                place += 1
            }
        }
    }
}
