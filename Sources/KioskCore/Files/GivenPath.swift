/// A path as people give it: copied from a terminal with its quotes or backslashes, dragged from a file
/// manager as an address, with the tilde of their home.
public enum GivenPath {
    /// What it may mean, the likeliest first: as it stands, then without what was put around it.
    ///
    /// - Parameters:
    ///   - given: what was typed or pasted.
    ///   - home: the home folder; nil where there is none.
    public static func readings(of given: String, home: String?) -> [String] {
        let trimmed = trim(given)
        let plain = address(trimmed) ?? unquoted(trimmed) ?? unescaped(trimmed)
        let readings = [given, trimmed, plain].map { atHome($0, home) }
        return readings.enumerated().filter { index, reading in
            !readings[..<index].contains(reading)
        }.map(\.element)
    }

    private static func trim(_ text: String) -> String {
        let isBlank = { (character: Character) in character.isWhitespace }
        let front = text.drop(while: isBlank)
        return String(front.reversed().drop(while: isBlank).reversed())
    }

    private static func unquoted(_ text: String) -> String? {
        guard text.count >= 2, let quote = text.first, text.last == quote, "'\"".contains(quote)
        else { return nil }
        let inner = String(text.dropFirst().dropLast())
        return quote == "'" ? inner.replacing("'\\''", with: "'") : unescaped(inner)
    }

    /// What a shell makes of backslashes: the character behind it.
    private static func unescaped(_ text: String) -> String {
        var result = ""
        var isEscaped = false
        for character in text {
            if character == "\\", !isEscaped {
                isEscaped = true
            } else {
                result.append(character)
                isEscaped = false
            }
        }
        return result
    }

    /// The path of a `file:` address (RFC 8089), on this machine.
    private static func address(_ text: String) -> String? {
        guard text.lowercased().hasPrefix("file:") else { return nil }
        var rest = text.dropFirst("file:".count)
        if rest.hasPrefix("//") {
            rest = rest.dropFirst(2)
            guard let slash = rest.firstIndex(of: "/") else { return nil }
            rest = rest[slash...]
        }
        return PathText.text(decoded(Array(rest.utf8)))
    }

    /// Bytes with `%NN` for those that an address cannot hold (RFC 3986, 2.1).
    private static func decoded(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var place = 0
        while place < bytes.count {
            let digits = bytes[place...].dropFirst().prefix(2)
            let byte =
                digits.count == 2
                ? UInt8(String(decoding: digits, as: UTF8.self), radix: 16) : nil
            if bytes[place] == 0x25, let byte {
                result.append(byte)
                place += 3
            } else {
                result.append(bytes[place])
                place += 1
            }
        }
        return result
    }

    private static func atHome(_ path: String, _ home: String?) -> String {
        guard let home, path == "~" || path.hasPrefix("~/") else { return path }
        return home + path.dropFirst()
    }
}
