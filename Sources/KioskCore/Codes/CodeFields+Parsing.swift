import FoundationEssentials

extension CodeFields {
    /// The keys of the only public trace of a shape (学信网).
    private static let knownKeys: Set<String> = [
        "sjc", "cjm", "yxdm", "zjhm", "xh", "cc", "xllb", "fy", "xm", "bh",
    ]

    /// What can be guessed from a code's bytes. Never fails: what cannot be read is opaque.
    ///
    /// Order: Base64 or Base64url of a JSON object with known keys → JSON object → address with a
    /// query → opaque.
    public init(parsing bytes: [UInt8]) {
        if let object = Self.base64Object(bytes) {
            self.init(.base64JSON, object)
        } else if let object = Self.object(bytes) {
            self.init(.json, object)
        } else if let query = Self.query(bytes) {
            self.init(.url, query)
        } else {
            self.init(form: .opaque)
        }
    }

    private init(_ form: Form, _ values: [String: String]) {
        func field(_ key: String) -> String? {
            values[key].map(ForeignText.field).flatMap { $0.isEmpty ? nil : $0 }
        }
        self.init(form: form)
        maskedName = field("xm")
        maskedNumber = field("zjhm").map { $0.count == 4 ? "**************" + $0 : $0 }
        school = field("yxdm")
        studentNumber = field("xh")
        level = field("cc")
    }

    private static func base64Object(_ bytes: [UInt8]) -> [String: String]? {
        let standard = bytes.compactMap { byte -> UInt8? in
            switch byte {
            case 0x2D: 0x2B  // - is + in Base64url
            case 0x5F: 0x2F  // _ is /
            case 0x0A, 0x0D, 0x20, 0x3D: nil
            default: byte
            }
        }
        guard !standard.isEmpty else { return nil }
        let padding = [UInt8](repeating: 0x3D, count: (4 - standard.count % 4) % 4)
        guard let data = Data(base64Encoded: Data(standard + padding)),
            let values = object(Array(data)), !knownKeys.isDisjoint(with: values.keys)
        else { return nil }
        return values
    }

    private static func object(_ bytes: [UInt8]) -> [String: String]? {
        guard bytes.first(where: { $0 > 0x20 }) == UInt8(ascii: "{") else { return nil }
        let values = try? JSONDecoder().decode([String: LooseText].self, from: Data(bytes))
        return values.map { $0.compactMapValues(\.text) }
    }

    private static func query(_ bytes: [UInt8]) -> [String: String]? {
        // Most codes are no address, and to look for one in a text takes longer than to read the text.
        let start = bytes.prefix { $0 != UInt8(ascii: ":") }
        guard bytes.dropFirst(start.count).starts(with: "://".utf8),
            let text = String(validating: bytes, as: UTF8.self),
            let scheme = text.firstRange(of: "://"),
            text[..<scheme.lowerBound].allSatisfy(\.isLetter),
            let mark = text.firstIndex(of: "?")
        else { return nil }
        let pairs = text[text.index(after: mark)...].split(separator: "&").compactMap(pair)
        return pairs.isEmpty ? nil : Dictionary(pairs) { first, _ in first }
    }

    private static func pair(_ text: Substring) -> (String, String)? {
        let parts = text.split(separator: "=", maxSplits: 1)
        guard parts.count == 2, let value = unescaped(parts[1]) else { return nil }
        return (String(parts[0]), value)
    }

    /// The text behind `%XX` escapes (RFC 3986); nil where an escape is broken or no UTF-8.
    private static func unescaped(_ text: Substring) -> String? {
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let first = rest.popFirst() {
            guard first == UInt8(ascii: "%") else {
                bytes.append(first)
                continue
            }
            guard let digits = String(rest.prefix(2)), digits.utf8.count == 2,
                let value = UInt8(digits, radix: 16)
            else { return nil }
            bytes.append(value)
            rest = rest.dropFirst(2)
        }
        return String(validating: bytes, as: UTF8.self)
    }
}

/// A JSON value as text where it is a string or a number, else nothing.
private struct LooseText: Decodable {
    let text: String?

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let string = try? container.decode(String.self) {
            text = string
        } else if let number = try? container.decode(Int64.self) {
            text = String(number)
        } else {
            text = nil
        }
    }
}
