import KioskCore
import Testing

struct ErrorWordsTests {
    @Test(
        "every error has one sentence and a remedy in both languages",
        arguments: KioskError.Code.allCases)
    func sentences(_ code: KioskError.Code) {
        let error = KioskError(code, "SUBJECT", detail: "DETAIL")
        for language in Language.allCases {
            let (reason, remedy) = (error.reason[language], error.remedy[language])
            #expect(!reason.isEmpty && !remedy.isEmpty)
            #expect(!reason.contains("{") && !remedy.contains("{"), "every place is filled")
            #expect(!reason.contains("\n") && !remedy.contains("\n"))
            #expect(error.message(language).hasSuffix(code.rawValue))
            #expect(error.message(language).split(separator: "\n").count == 3)
        }
        let zh = error.reason.zh.unicodeScalars
        #expect(
            zh.contains { (0x4E00...0x9FFF).contains($0.value) }, "the Chinese sentence is Chinese")
    }

    @Test("every status is one that scripts know", arguments: KioskError.Code.allCases)
    func statuses(_ code: KioskError.Code) {
        #expect([64, 65, 66, 69, 70, 73, 74, 75, 77, 78, 129, 130, 143].contains(code.exitStatus))
    }

    @Test("what may be a person's number is masked wherever it stands, and dates and sizes are not")
    func masked() {
        for number in ["11010519491231002X", "110105491231002"] {
            let error = KioskError(.fileRead, "a/\(number).jpg", detail: "at \(number)")
            for language in Language.allCases {
                #expect(!error.message(language).contains(number))
                #expect(error.message(language).contains(number.suffix(4) + ".jpg"))
            }
        }
        let plain = KioskError(.fileRead, "2026-11-30/20261130.iso", detail: "99999999999999 bytes")
        #expect(!plain.message(.english).contains("*"))
    }

    @Test("what was found is Chinese in a Chinese sentence")
    func details() {
        let missing = KioskError(.discMismatch, "a.iso", detail: "missing PHOTOS/a.jpg")
        #expect(missing.reason.zh == "a.iso 与校验和不符：缺少：PHOTOS/a.jpg")
        #expect(missing.reason.en.hasSuffix("missing PHOTOS/a.jpg"))
        let type = KioskError(.configType, "kiosk.conf:3 rule.name", detail: "text in quotes")
        #expect(type.reason.zh.hasSuffix("应为带引号的文字"))
    }

    @Test("a value that holds a place's name is not filled again")
    func filledOnce() {
        let phrase = Phrase(zh: "{a}{b}", en: "{a} {b} {c}").filled(["a": "{b}", "b": "2"])
        #expect(phrase.en == "{b} 2 {c}")
    }

    @Test(
        "a locale's name gives its language",
        arguments: [
            ("zh_CN.UTF-8", Language.chinese), ("ZH", .chinese), ("en_GB.UTF-8", .english),
            ("C", .english), ("", .english),
        ])
    func locale(name: String, language: Language) {
        #expect(Language(locale: name) == language)
    }
}
