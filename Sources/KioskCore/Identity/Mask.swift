/// How names and numbers are shown to people: enough to recognise one's own, too little to copy.
public enum Mask {
    /// `张*三` for 张小三, `张*` for 张三; a name that hides as much already stays as it is, and one star in a whole
    /// name hides nothing.
    ///
    /// Characters are counted as a reader sees them, so a rare one outside the basic plane is one.
    public static func name(_ name: String) -> String {
        let characters = Array(name)
        let isMasked = characters.contains("*") && characters.count { $0 != "*" } <= 2
        guard !isMasked, characters.count > 1 else { return name }
        guard characters.count > 2 else { return "\(characters[0])*" }
        let hidden = String(repeating: "*", count: characters.count - 2)
        return "\(characters[0])\(hidden)\(characters[characters.count - 1])"
    }

    /// All but the last four characters hidden, and of a short one all but a third: `**************002X`. A code's
    /// own mask may show more than that.
    public static func number(_ number: String) -> String {
        let shown = min(4, number.count / 3)
        return String(repeating: "*", count: number.count - shown) + number.suffix(shown)
    }

    /// A text in which every run of six digits and more, an X at its end included, shows its last four characters
    /// only: names of files may be numbers of people.
    public static func digits(in text: String) -> String {
        text.replacing(/[0-9]{6,}[Xx]?/) { match in
            String(repeating: "*", count: match.output.count - 4) + match.output.suffix(4)
        }
    }

    /// A text in which every run that may be an ID number, 15 digits and more, an X at its end included, shows its last
    /// four characters only. Dates, sizes and most names of devices are shorter.
    public static func idNumbers(in text: String) -> String {
        text.replacing(/[0-9]{14,}[0-9Xx]/) { match in
            String(repeating: "*", count: match.output.count - 4) + match.output.suffix(4)
        }
    }

    /// Whether a full text may be the one behind a mask: `*` stands for one or more hidden
    /// characters, `x` equals `X`, spaces and brackets do not count.
    public static func matches(_ mask: String, _ full: String) -> Bool {
        // A row a mask character: which beginnings of the full text it can end at.
        let text = comparable(full)
        var ends = [true] + [Bool](repeating: false, count: text.count)
        for symbol in comparable(mask) {
            var next = [Bool](repeating: false, count: text.count + 1)
            for (index, character) in text.enumerated() {
                let isHidden = symbol == "*" && (ends[index] || next[index])
                next[index + 1] = isHidden || (symbol == character && ends[index])
            }
            ends = next
        }
        return ends[text.count]
    }

    private static func comparable(_ text: String) -> [Character] {
        let ignored: Set<Character> = [" ", "　", "(", ")", "（", "）", "[", "]", "【", "】"]
        return text.uppercased().filter { !ignored.contains($0) }.map { $0 }
    }
}
