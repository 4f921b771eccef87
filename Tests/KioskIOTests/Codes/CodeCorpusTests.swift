import Foundation
import KioskCore
import KioskIO
import TestSupport
import Testing

@Suite(.enabled(if: Corpus.isThere, "\(Corpus.reason)"))
struct CodeCorpusTests {
    @Test("of the real codes at least 165 are read, none wrongly, and none where there is none")
    func real() throws {
        let reader = try CodeReader()
        var right = 0
        var wrong: [String] = []
        for line in try Corpus.table("qr/index.tsv") {
            let file = "qr/\(line["set"] ?? "")/\(line["file"] ?? "")"
            let json = Data((line["expected_json"] ?? "[]").utf8)
            let expected = try JSONDecoder().decode([String].self, from: json).map(Self.comparable)
            let texts = try CodeFile.read(Corpus.path(file), reader).codes.map {
                Self.comparable(CodeText.decode($0.bytes) ?? "(no text)")
            }
            if texts.contains(where: expected.contains) {
                right += 1
            } else if !texts.isEmpty {
                wrong.append(file)
            }
        }
        #expect(wrong.isEmpty)
        #expect(right >= 165, "\(right) right")
    }

    private static func comparable(_ text: String) -> String {
        text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
            .trimmingCharacters(
                in: .whitespacesAndNewlines.union(CharacterSet(charactersIn: "\u{FEFF}")))
    }
}
