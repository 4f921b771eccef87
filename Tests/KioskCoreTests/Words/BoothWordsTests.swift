import Testing

@testable import KioskCore

struct BoothWordsTests {
    private static func booth(typing text: String) -> Booth {
        var booth = Booth(settings: BoothSettings())
        let code = Sample.code(#"{"xm":"张小三","zjhm":"002X"}"#)
        for step in 0..<2 {
            let time = FrameTime(seconds: Double(step) * 0.1)
            _ = booth.step(.observed(Observation(time: time, codes: [code])), at: time)
        }
        for key in KeyReading.keys(of: text, .keys) {
            _ = booth.step(.pressed(key), at: FrameTime(seconds: 1))
        }
        return booth
    }

    @Test("the counter's line shows no full name and no full number", arguments: Language.allCases)
    func masked(language: Language) {
        let line = BoothWords.screenLine(
            Self.booth(typing: "11010519491231002X\n"), language, isKept: false)
        #expect(line.contains("张*三") && line.contains("**************002X"))
        #expect(!line.contains("张小三") && !line.contains("1101"))
    }

    @Test("kept lines say nothing of a person, masked or not", arguments: Language.allCases)
    func kept(language: Language) throws {
        let line = BoothWords.screenLine(
            Self.booth(typing: "11010519491231002X\n"), language, isKept: true)
        #expect(!line.contains("*") && !line.contains("张") && !line.contains("002X"))
        let number = try #require(IDNumber("11010519491231002X"))
        let earlier = EarlierPortrait(
            sequence: 7, takenAt: ShotTime(unixMilliseconds: 0, utcOffset: 0), maskedName: "龘*三")
        for kind in [
            Question.Kind.sameCode(earlier), .sameNumber(earlier), .mismatch(number),
            .undo(earlier),
        ] {
            let text = QuestionWords.line(Question(kind: kind), isKept: true)[language]
            #expect(!text.contains("*") && !text.contains("龘") && !text.contains("002X"))
        }
    }

    @Test("beside a time of another day stands its date, beside one of today's none")
    func dates() {
        for isOfAnotherDay in [true, false] {
            let earlier = EarlierPortrait(
                sequence: 7, takenAt: ShotTime(unixMilliseconds: 0, utcOffset: 0), maskedName: "",
                isOfAnotherDay: isOfAnotherDay)
            for kind in [Question.Kind.sameCode(earlier), .sameNumber(earlier), .undo(earlier)] {
                let text = QuestionWords.text(kind)
                #expect(
                    text.zh.contains("1970-01-01 00:00") == isOfAnotherDay
                        && text.zh.contains("00:00"))
                #expect(text.en.contains("1970-01-01 00:00") == isOfAnotherDay)
            }
        }
    }

    @Test("while a number is typed a screen shows stars and a pipe nothing")
    func typing() {
        let booth = Self.booth(typing: "11010")
        #expect(BoothWords.screenLine(booth, .english, isKept: false).contains("*****"))
        #expect(!BoothWords.screenLine(booth, .english, isKept: true).contains("**"))
        #expect(!BoothWords.screenLine(booth, .english, isKept: false).contains("110"))
    }

    @Test("where glasses come off, who sits down is asked to take them off")
    func glasses() {
        #expect(GuidanceWords.sitDown(.off).zh.contains("摘下眼镜"))
        #expect(!GuidanceWords.sitDown(.allowed).zh.contains("眼镜"))
    }

    @Test("every hint and verdict has words in both languages")
    func words() {
        for hint in FramingHint.allCases {
            #expect(!CheckWords.hint(hint).zh.isEmpty && !CheckWords.hint(hint).en.isEmpty)
        }
        for verdict in Verdict.allCases {
            #expect(!CheckWords.title(verdict).zh.isEmpty && !CheckWords.title(verdict).en.isEmpty)
        }
    }
}
