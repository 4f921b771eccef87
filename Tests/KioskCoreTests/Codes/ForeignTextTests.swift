import Foundation
import Testing

@testable import KioskCore

struct ForeignTextTests {
    private static func acts(_ text: String) -> Bool {
        text.unicodeScalars.contains { Sample.acts($0) }
    }

    @Test("no scalar that acts comes through in any field of a code")
    func fields() throws {
        #expect(Sample.acting.count > 200)
        for part in stride(from: 0, to: Sample.acting.count, by: 8) {
            let some = Sample.acting[part..<min(part + 8, Sample.acting.count)]
            let text = "张" + some.map(String.init).joined(separator: "*") + "三"
            let keys = ["xm", "zjhm", "yxdm", "xh", "cc"]
            let code = try JSONEncoder().encode(Dictionary(keys.map { ($0, text) }) { $1 })
            let fields = CodeFields(parsing: Array(code))
            let all = [
                fields.maskedName, fields.maskedNumber, fields.school, fields.studentNumber,
                fields.level,
            ].compactMap { $0 }
            #expect(all.count == 5)
            #expect(!all.contains(where: Self.acts), "\(some)")
        }
    }

    @Test(
        "names stay as they are",
        arguments: [
            "张*三", "欧阳*", "阿依古丽·买买提", "O’Neil", "Müller*", "𠮷*郎", "محمد*", "Zhang San", "6*****12",
        ])
    func names(name: String) {
        #expect(ForeignText.field(name) == name)
    }

    @Test(
        "what is no name's is dropped",
        arguments: [
            ("张\n三", "张 三"), ("  张\t\t三  ", "张 三"), ("张\u{202E}三", "张三"), ("\u{1B}[31m三", "[31m三"),
            ("\u{200B}\u{FEFF}", ""),
            ("a\u{0301}\u{0301}\u{0301}\u{0301}\u{0301}b", "a\u{0301}\u{0301}\u{0301}b"),
            ("a\u{0301}\u{0301}\0\u{0301}\u{0301}b", "a\u{0301}\u{0301}\u{0301}b"),
            ("ｶ" + String(repeating: "\u{FF9E}", count: 50) + "b", "ｶ\u{FF9E}\u{FF9E}\u{FF9E}b"),
            (String(repeating: "\u{1100}", count: 300), String(repeating: "\u{1100}", count: 40)),
            (String(repeating: "三", count: 2_900), String(repeating: "三", count: 40)),
        ])
    func dropped(text: String, field: String) {
        #expect(ForeignText.field(text).unicodeScalars.elementsEqual(field.unicodeScalars))
    }

    @Test("what acts is shown as its number, which JSON reads as what it was")
    func visible() throws {
        for scalar in Sample.acting {
            let shown = ForeignText.visible("a\(scalar)b", keepsLines: false)
            #expect(!Self.acts(shown), "\(scalar.value)")
            let text = try JSONDecoder().decode(String.self, from: Data("\"\(shown)\"".utf8))
            #expect(text.unicodeScalars.elementsEqual("a\(scalar)b".unicodeScalars))
        }
        #expect(ForeignText.visible("a\tb\nc") == "a\tb\nc")
        #expect(ForeignText.visible("a\r\n\u{7}") == "a\\u000d\n\\u0007")
    }
}
