import Foundation
import KioskCore

/// One JSON object a line. Keys keep their sorted order, so that equal facts are equal lines.
enum JSONLine {
    static func text(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let text = String(decoding: try encoder.encode(value), as: UTF8.self)
        return PathText.shown(text, mark: "\\\\x")
    }
}

/// A value that is written as `null` where there is none, instead of being left out.
struct Nullable<Value: Encodable>: Encodable {
    let value: Value?

    init(_ value: Value?) { self.value = value }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        if let value { try container.encode(value) } else { try container.encodeNil() }
    }
}

/// An error as JSON.
struct ErrorLine: Encodable {
    let code: String
    let message: String

    init(_ error: KioskError, _ language: Language) {
        code = error.code.rawValue
        message = error.reason[language]
    }
}
