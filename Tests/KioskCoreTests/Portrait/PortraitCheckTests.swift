import KioskCore
import Testing

struct PortraitCheckTests {
    @Test(
        "the bounds of a range belong to it",
        arguments: [(50.0, Verdict.pass), (110, .pass), (49.9, .fail), (110.1, .fail)])
    func bounds(value: Double, verdict: Verdict) {
        #expect(PortraitCheck(.hairTop, value, unit: "px", in: 50...110).verdict == verdict)
    }

    @Test("a check without a value is not assessed and does not worsen the whole")
    func notAssessed() {
        let check = PortraitCheck(.hairTop, nil, unit: "px", in: 50...110)
        #expect(check.verdict == .notAssessed)
        #expect(Verdict.worst(of: [.pass, check.verdict]) == .pass)
        #expect(Verdict.worst(of: [.pass, .warn, .fail, .notAssessed]) == .fail)
    }

    @Test(
        "what does not pass has advice in both languages, what passes has none",
        arguments: CheckName.allCases)
    func advice(name: CheckName) {
        let range = 100.0...200
        for value in [10.0, 300] {
            let advice = PortraitCheck(name, value, unit: "px", in: range).advice
            #expect(!advice.zh.isEmpty && !advice.en.isEmpty)
        }
        #expect(!PortraitCheck(name, nil, unit: "px", in: range).advice.en.isEmpty)
        #expect(PortraitCheck(name, 150, unit: "px", in: range).advice.en.isEmpty)
    }

    @Test("the rule's figures are those of the notice")
    func figures() {
        let rule = PortraitRule.chsi
        #expect(rule.size == Size(width: 480, height: 640) && rule.dpi == 300)
        #expect(rule.hairTop == 50...110 && rule.eyes == 200...300 && rule.faceWidth == 180...300)
        #expect(rule.bytes == 20_480...100_000 && rule.leastQuality == 60)
    }
}
