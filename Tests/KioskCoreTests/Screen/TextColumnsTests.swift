import TestSupport
import Testing

@testable import KioskCore

struct TextColumnsTests {
    @Test(
        "Chinese characters are two columns wide, Latin ones one",
        arguments: [("abc", 3), ("采集码", 6), ("［空格 拍照］", 13), ("", 0), ("a张b", 4)])
    func width(text: String, columns: Int) {
        #expect(TextColumns.width(of: text) == columns)
    }

    @Test("rows are no wider than asked and lose nothing but blanks between them")
    func rows() {
        var dice = Dice(3)
        let words = [
            "Please", "show", "采集码", "，", "[space accept]", "［r 重拍］", "…", "q",
            "12345678901234567890",
        ]
        for _ in 0..<2_000 {
            let text = (0..<Int.random(in: 0...20, using: &dice)).map { _ in
                (words.randomElement(using: &dice) ?? "") + (Bool.random(using: &dice) ? " " : "")
            }.joined()
            let columns = Int.random(in: 2...90, using: &dice)
            let rows = TextColumns.rows(of: text, columns: columns)
            #expect(rows.allSatisfy { TextColumns.width(of: $0) <= columns })
            let solid = { (text: String) in text.filter { $0 != " " } }
            #expect(solid(rows.joined()) == solid(text))
        }
    }

    @Test("a key and what it does stay in one row")
    func keys() {
        let rows = TextColumns.rows(
            of: "Good. Please keep still.  [space shoot] [c cancel] [a set aside]", columns: 43)
        #expect(rows == ["Good. Please keep still.  [space shoot]", "[c cancel] [a set aside]"])
    }
}
