/// A setting that is to be another in kiosk.conf.
public struct ConfigChange: Hashable, Sendable {
    /// The key's path: `screen.mirror`.
    public let path: String
    /// What it is to be.
    public let value: ConfigValue

    /// That change.
    public init(_ path: String, _ value: ConfigValue) { (self.path, self.value) = (path, value) }

    /// A kiosk.conf with the change, every other line as it was. Whether the result says what it should is for who
    /// reads it again to see: TOML can be written in many ways.
    ///
    /// - Parameters:
    ///   - text: what stands in the file.
    ///   - entries: its keys with their places.
    public func made(in text: String, _ entries: [ConfigEntry]) -> String {
        // By scalars: CR LF is one character.
        var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
            .map { String($0) }
        if let known = entries.first(where: { $0.path == path }) {
            let index = min(max(0, known.line - 1), lines.count - 1)
            lines[index] = changed(lines[index])
        } else if let header = lines.lastIndex(where: isHeader) {
            lines.insert(line, at: header + 1)
        } else {
            if lines.last?.isEmpty == true { lines.removeLast() }
            lines += (lines.isEmpty ? [] : [""]) + ["[\(table)]", line, ""]
        }
        return lines.joined(separator: "\n")
    }

    private var table: Substring { path.split(separator: ".")[0] }
    private var key: Substring { path.split(separator: ".")[1] }
    private var line: String { "\(key) = \(value.toml)" }

    private func isHeader(_ line: String) -> Bool {
        let start = line.prefix { $0 != "#" }.filter { !$0.isWhitespace }
        return start == "[\(table)]"
    }

    /// A line with another value: what stands before and behind stays.
    private func changed(_ line: String) -> String {
        guard let sign = line.firstIndex(of: "=") else { return line }
        let before = line[...sign]
        let rest = line[line.index(after: sign)...]
        let gap = rest.prefix { $0 == " " || $0 == "\t" }
        return before + gap + value.toml + Self.behind(rest.dropFirst(gap.count))
    }

    /// What stands behind a value that a text begins with.
    private static func behind(_ text: Substring) -> Substring {
        guard let quote = text.first, quote == "\"" || quote == "'" else {
            let value = text.prefix { $0 != "#" && $0 != " " && $0 != "\t" && $0 != "\r" }
            return text.dropFirst(value.count)
        }
        var isEscaped = false
        let end = text.dropFirst().firstIndex { character in
            defer { isEscaped = character == "\\" && quote == "\"" && !isEscaped }
            return character == quote && !isEscaped
        }
        return end.map { text[text.index(after: $0)...] } ?? ""
    }
}

extension ConfigValue {
    /// The value as a line of a TOML file writes it.
    var toml: String {
        guard case .text(let text) = self else { return description }
        let escaped = text.unicodeScalars.map { scalar in
            switch scalar {
            case "\"", "\\": "\\" + String(scalar)
            case "\u{0}"..."\u{1F}", "\u{7F}":
                "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
            default: String(scalar)
            }
        }
        return "\"" + escaped.joined() + "\""
    }
}
