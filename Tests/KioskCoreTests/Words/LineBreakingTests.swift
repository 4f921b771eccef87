import TestSupport
import Testing

@testable import KioskCore

/// Lines by the rules of Chinese print.
struct LineBreakingTests {
    private static func lines(_ text: String, _ columns: Int) -> [String] {
        LineBreaking.lines(of: text, width: columns, measure: TextColumns.width)
    }

    @Test(
        "lines are broken where print breaks them",
        arguments: [
            ("请坐下，看镜头", 6, ["请坐", "下，看", "镜头"]),
            ("没有保存：磁盘满了。", 8, ["没有保", "存：磁盘", "满了。"]),
            ("看（镜头）吧", 4, ["看", "（镜", "头）", "吧"]),
            ("已保存，序号 13 号", 12, ["已保存，序号", "13 号"]),
            ("共 350 人", 4, ["共", "350", "人"]),
            ("Please sit down.", 10, ["Please sit", "down."]),
            ("按 [space accept] 保存", 14, ["按", "[space accept]", "保存"]),
            ("/media/usb/a.iso", 8, ["/media/", "usb/", "a.iso"]),
            ("", 5, [""]), ("a\n\nb", 5, ["a", "", "b"]), ("abcdefgh", 3, ["abc", "def", "gh"]),
        ] as [(String, Int, [String])])
    func broken(_ text: String, _ columns: Int, _ lines: [String]) {
        #expect(Self.lines(text, columns) == lines)
    }

    @Test("no line of any sentence of the program begins with what closes or ends with what opens")
    func sentences() throws {
        let closing = Set("，。、：；？！）”…")
        let opening = Set("（“《［")
        for named in try Scenes.all() + Scenes.troubled() {
            let sentences =
                BoothWords.troubles(named.scene.booth, .chinese)
                + [Guidance(named.scene).headline.zh, Guidance(named.scene).advice.zh]
            for sentence in sentences {
                for columns in 12...60 {
                    let lines = Self.lines(sentence, columns)
                    #expect(!lines.contains { $0.first.map(closing.contains) ?? false }, "\(lines)")
                    #expect(!lines.contains { $0.last.map(opening.contains) ?? false }, "\(lines)")
                }
            }
        }
    }

    @Test("what does not fit ends in an ellipsis, within the width")
    func cut() {
        let lines = Self.lines("请坐下，看镜头，请保持不动", 10)
        let first = LineBreaking.first(2, of: lines, width: 10, measure: TextColumns.width)
        #expect(first.count == 2 && first[0] == lines[0] && first[1].hasSuffix("…"))
        #expect(first.allSatisfy { TextColumns.width(of: $0) <= 10 })
        #expect(LineBreaking.first(9, of: lines, width: 10, measure: TextColumns.width) == lines)
    }

    @Test("nothing is lost or added but blanks, and no line is too wide, whatever the text")
    func random() {
        var dice = Dice(7)
        let signs = Array("请坐下看镜头，。：（）“”[]［］ab12 ./-…é\u{301}")
        for _ in 0..<3_000 {
            let text = String(
                (0..<Int.random(in: 0...40, using: &dice)).compactMap { _ in
                    signs.randomElement(using: &dice)
                })
            let columns = Int.random(in: 2...30, using: &dice)
            let lines = Self.lines(text, columns)
            #expect(lines.allSatisfy { TextColumns.width(of: $0) <= columns }, "\(text)")
            let solid = { (text: String) in text.filter { $0 != " " } }
            #expect(solid(lines.joined()) == solid(text), "\(text)")
        }
    }
}
