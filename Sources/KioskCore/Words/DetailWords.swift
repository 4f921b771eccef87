/// What stands in an error beside its sentence, in Chinese: the parts of the program that find it tell it in English.
enum DetailWords {
    /// That of an error of some code; as it is where it is a name, a number or a library's own words.
    static func chinese(_ detail: String, of code: KioskError.Code) -> String {
        switch code {
        case .configType: types[detail] ?? detail
        case .discMismatch: problem(detail)
        default: detail
        }
    }

    private static let types = [
        "text in quotes": "带引号的文字", "true or false": "true 或 false", "a whole number": "整数",
        "a number": "数字",
    ]

    private static func problem(_ detail: String) -> String {
        let found = problems.first { detail.hasPrefix($0.0) }
        return found.map { $0.1 + detail.dropFirst($0.0.count) } ?? detail
    }

    /// What can be wrong with a hand-over, by how `verify` begins to say it.
    private static let problems = [
        ("changed ", "内容变了："), ("unreadable ", "读不出："), ("missing ", "缺少："),
        ("unlisted ", "多出："), ("structure: ", "存储结构损坏："),
    ]
}
