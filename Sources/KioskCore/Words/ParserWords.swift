extension HelpWords {
    /// What the parser of the command line says of itself, in a language: headings, and why a command is not right.
    public static func parser(_ text: String, _ language: Language) -> String {
        guard language == .chinese else { return text }
        return text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { line in translated(String(line)) }.joined(separator: "\n")
    }

    private static func translated(_ line: String) -> String {
        for (english, chinese) in headings where line.hasPrefix(english) {
            return line.replacing(english, with: chinese, maxReplacements: 1)
        }
        if let found = line.firstMatch(of: complaint) {
            return "错误：" + complained(String(found.1))
        }
        if let found = line.firstMatch(
            of: /^  See '(.*)' for (?:detailed help|more information)\.$/)
        {
            return "  详见 \(found.1)"
        }
        return endings.reduce(line) { $0.replacing($1.0, with: $1.1) }
    }

    private static let headings = [
        ("OVERVIEW: ", "用途："), ("USAGE: ", "写法："), ("Usage: ", "写法："), ("ARGUMENTS:", "参数："),
        ("OPTIONS:", "选项："), ("SUBCOMMANDS:", "命令："), ("Help:  ", "说明："),
    ]

    private static let endings = [
        ("Show help information.", "显示帮助。"), ("Show the version.", "显示版本。"),
        ("Show subcommand help information.", "显示某个命令的帮助。"), ("(default:", "(默认："),
        ("(default)", "（默认） "), ("(values:", "(可选："), ("; default:", "；默认："), ("default:", "默认："),
    ]

    private static var complaint: Regex<(Substring, Substring)> { /^Error: (.*)$/ }

    /// Why a command is not right; our own reasons are in Chinese already.
    private static func complained(_ reason: String) -> String {
        if let found = reason.firstMatch(
            of: /^Unknown option '(.*?)'(?:\. Did you mean '(.*?)'\?)?$/)
        {
            return "没有 \(found.1) 这个选项" + (found.2.map { "，是不是 \($0)？" } ?? "")
        }
        if let found = reason.firstMatch(of: /^(?:\d+ u|U)nexpected arguments?:? (.*)$/) {
            return "多写了：\(found.1)"
        }
        if let found = reason.firstMatch(of: /^Missing expected argument '(.*)'$/) {
            return "少了参数：\(found.1)"
        }
        if let found = reason.firstMatch(of: /^Missing value for '(.*)'$/) {
            return "\(found.1) 后面少了内容"
        }
        if let found = reason.firstMatch(
            of: /^The value '(.*)' is invalid for '(.*?)'(?:[.:] .*)?$/)
        {
            return "\(found.2) 不能是“\(found.1)”"
        }
        return reason
    }

    /// The command that a mistyped word is nearest to: at most two letters off.
    public static func nearest(to word: String, of commands: [String]) -> String? {
        guard word.count > 2, !word.hasPrefix("-") else { return nil }
        let distances = commands.map { ($0, distance(Array(word), Array($0))) }
        return distances.filter { $0.1 <= 2 }.min { $0.1 < $1.1 }?.0
    }

    /// A word that is no command, and the one that was meant.
    public static func unknown(_ word: String, _ meant: String) -> Phrase {
        Phrase(
            zh: "没有 {word} 这个命令，是不是 {meant}？",
            en: "There is no command {word}. Did you mean {meant}?"
        ).filled(["word": ForeignText.visible(word, keepsLines: false), "meant": meant])
    }

    /// How many letters have to be put in, taken out, changed or swapped with their neighbour.
    private static func distance(_ one: [Character], _ other: [Character]) -> Int {
        var rows = [Array(0...other.count)]
        for row in one.indices {
            var next = [row + 1]
            for column in other.indices {
                let isSame = one[row] == other[column]
                var least = min(
                    next[column] + 1, rows[row][column + 1] + 1,
                    rows[row][column] + (isSame ? 0 : 1))
                if row > 0, column > 0, one[row] == other[column - 1], one[row - 1] == other[column]
                {
                    least = min(least, rows[row - 1][column - 1] + 1)
                }
                next.append(least)
            }
            rows.append(next)
        }
        return rows[one.count][other.count]
    }
}
