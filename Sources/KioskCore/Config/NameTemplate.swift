/// The template of a file's name: text with fields in braces.
enum NameTemplate {
    /// The fields there are.
    static let fields = ["id", "code", "student", "sequence", "school"]

    /// The fields for people: `{id} {code} …`.
    static let allowed = fields.map { "{\($0)}" }.joined(separator: " ")

    /// Whether a template has these fields and no others, and each brace its other one.
    static func isRight(_ template: String) -> Bool {
        var field: String?
        for character in template {
            switch (character, field) {
            case ("{", nil): field = ""
            case ("}", let name?):
                guard fields.contains(name) else { return false }
                field = nil
            case ("{", _), ("}", _): return false
            case (_, let name?): field = name + String(character)
            default: continue
            }
        }
        return field == nil
    }
}
