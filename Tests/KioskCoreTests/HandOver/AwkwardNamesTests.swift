import Testing

@testable import KioskCore

/// Two hundred names that some reader of discs, sticks or archives cannot take.
struct AwkwardNamesTests {
    /// The names.
    static let all: [String] = {
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

    /// Portraits whose classes have these names.
    static func portraits() -> [StoredPortrait] {
        all.enumerated().map { index, name in
            let digits = String(index, radix: 16)
            var portrait = Sample.portrait(index + 1, of: name)
            portrait.codeDigest = digits + String(repeating: "0", count: 64 - digits.count)
            return portrait
        }
    }

    @Test("two hundred awkward names have files of their own whatever reader compares them")
    func unique() throws {
        let session = HandOverSession(
            name: try SessionName("day"), portraits: Self.portraits())
        let trees = [
            Layout.Tree(folder: "", file: "{class}"),
            Layout.Tree(folder: "{class}", file: "{class}"),
            Layout.Tree(folder: "班/{class}", file: "x"),
        ].compactMap { $0 }
        let order = HandOverOrder([session], layouts: [Layout(name: "own", trees: trees)])
        let plan = try HandOverPlan.volumes(of: order, from: SampleSource())[0]
        #expect(Self.all.count == 200 && plan.files.count(where: Self.isPhoto) == 600)
        let folded = plan.files.map { $0.path.uppercased().lowercased() }
        #expect(Set(folded).count == folded.count)
        let folders = Set(folded.flatMap { path in Self.above(path) })
        #expect(folders.isDisjoint(with: folded), "no folder is called as a file is")
        for file in plan.files where Self.isPhoto(file) {
            for part in file.path.split(separator: "/") { Self.check(String(part)) }
        }
    }

    private static func isPhoto(_ file: HandOverFile) -> Bool {
        if case .portrait = file.content { true } else { false }
    }

    private static func above(_ path: String) -> [String] {
        let parts = path.split(separator: "/")
        return parts.indices.dropFirst().map { parts[..<$0].joined(separator: "/") }
    }

    private static func check(_ part: String) {
        #expect(part.utf16.count <= 64 && part.utf8.count <= 250, "\(part)")
        #expect(!part.hasPrefix(".") && !part.hasSuffix(".") && !part.hasSuffix(" "), "\(part)")
        #expect(!part.contains { "/\\:*?\"<>|;".contains($0) }, "\(part)")
        #expect(!part.unicodeScalars.contains { Sample.acts($0) }, "\(part)")
        let stem = part.prefix { $0 != "." }.uppercased()
        #expect(!["CON", "PRN", "AUX", "NUL", "COM1", "LPT1"].contains(stem), "\(part)")
    }
}
