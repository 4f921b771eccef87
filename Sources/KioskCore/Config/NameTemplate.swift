/// The template of a file's or a folder's name: text with fields in braces.
public struct NameTemplate: Hashable, Sendable {
    /// What can stand in braces.
    public enum Field: String, CaseIterable, Hashable, Sendable {
        case id, code, student, sequence, school, level, `class`, session
    }

    /// The template as it was written.
    public let text: String
    private let pieces: [Piece]

    private enum Piece: Hashable, Sendable {
        case text(String)
        case field(Field)
    }

    /// A template; nil where a field is not known or a brace lacks its other one.
    public init?(_ text: String) {
        var pieces: [Piece] = []
        var rest = text[...]
        while let place = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
            if place > rest.startIndex { pieces.append(.text(String(rest[..<place]))) }
            guard rest[place] == "{", let end = rest[place...].firstIndex(of: "}"),
                let field = Field(rawValue: String(rest[rest.index(after: place)..<end]))
            else { return nil }
            pieces.append(.field(field))
            rest = rest[rest.index(after: end)...]
        }
        if !rest.isEmpty { pieces.append(.text(String(rest))) }
        (self.text, self.pieces) = (text, pieces)
    }

    /// Whether a field is in it.
    public func has(_ field: Field) -> Bool { pieces.contains(.field(field)) }

    /// The text with each field's value in its place.
    func filled(_ value: (Field) -> String) -> String {
        pieces.reduce(into: "") { text, piece in
            switch piece {
            case .text(let own): text += own
            case .field(let field): text += value(field)
            }
        }
    }

    /// The fields for people: `{id} {code} …`.
    public static let allowed = Field.allCases.map { "{\($0.rawValue)}" }.joined(separator: " ")
}
