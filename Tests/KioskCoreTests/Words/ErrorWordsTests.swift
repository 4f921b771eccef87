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
