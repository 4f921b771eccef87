/// Two hundred names that some reader of discs, sticks or archives cannot take.
public enum AwkwardNames {
    /// The names.
    public static let all: [String] = {
        let odd = [
            "𠮷野家", "👩‍🎓", "x", "X", "Ｘ", "ｘ", "(1)", "[2201]", "{2201}", "<软件>", ".hidden", "..",
            "...", " a", "a ", "a.", "a. .", "CON", "con", "Con.txt", "PRN", "AUX", "NUL", "COM1",
            "com9",
            "LPT1", "LPT¹", "COM²", "CONIN$", "a/b", "a\\b", "a:b", "a*b", "a?b", "a\"b", "a<b",
            "a>b",
            "a|b", "a;b", "a;1", "a~1", "ABCDEF~1", "%41", "#", "a#b", "a&b", "a'b", "`a`", "$HOME",
            "-rf",
            "--", "~", "@a", "=1+1", "+a", "a\tb", "a\nb", "a\u{0}b", "a\u{7F}b", "\u{202E}gpj",
            "a\u{200B}",
            "e\u{301}", "é", "\u{C5}", "\u{212B}", "A\u{30A}", "ß", "SS", "ss", "ﬁ", "FI", "fi",
            "İ", "i", "I",
            "ı", "Σ", "σ", "ς", "计算机科学与技术2201班", "計算機", "電腦", "班", "﨑", "崎", "　全角　", "a　",
            "desktop.ini", "Thumbs.db", ".DS_Store", "._x", "lost+found", "manifest", "index",
            "SHA256SUMS",
            "README", "a.jpg", "a.jpg.jpg", "a.JPG", "\u{1F468}\u{200D}\u{1F469}", "ﷺ", "مرحبا",
            "שלום",
            "Ω", "Ω", "µ", "μ", "…", "‥", "．", "／", "＼", "：", "＊", "？", "＂", "＜", "＞", "｜",
        ]
        let long = [
            String(repeating: "班", count: 120), String(repeating: "a", count: 120),
            String(repeating: "𠮷", count: 120), String(repeating: "a", count: 59) + " .b",
            String(repeating: "a", count: 60), String(repeating: "a", count: 61),
            String(repeating: "a", count: 62), String(repeating: "e\u{301}", count: 60),
        ]
        let alike = (0..<(200 - odd.count - long.count)).map { index in
            ["软件\(index % 7)班", "class \(index % 5)", "CLASS \(index % 5)", "班.\(index % 3)"][
                index % 4]
        }
        return odd + long + alike
    }()
}
