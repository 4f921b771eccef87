import Testing

@testable import KioskCore

struct PortraitCheckTests {
    /// What a check says of a value in a range from 50 to 110 that is tolerated to 130.
    private static func check(_ value: Double?, tolerated: ClosedRange<Double>? = nil)
        -> PortraitCheck?
    {
        CheckKind("some", zh: "某项", en: "some") { _ in
            Finding(
                value: value, unit: "px", allowed: 50...110, tolerated: tolerated,
                tooLow: Phrase(zh: "低", en: "low"), tooHigh: Phrase(zh: "高", en: "high"))
        }.check(PreparedFace(head: Sample.head(), rule: .chsi))
    }

    @Test(
        "the bounds of a range belong to it",
        arguments: [(50.0, Verdict.pass), (110, .pass), (49.9, .fail), (110.1, .fail)])
    func bounds(value: Double, verdict: Verdict) {
        #expect(Self.check(value)?.verdict == verdict)
    }

    @Test(
        "what is outside but tolerated is a warning",
        arguments: [(45.0, Verdict.warn), (120, .warn), (39, .fail), (131, .fail), (80, .pass)])
    func tolerated(value: Double, verdict: Verdict) {
        #expect(Self.check(value, tolerated: 40...130)?.verdict == verdict)
    }

    @Test(
        "advice points to the side that is wrong and is empty where nothing is",
        arguments: [(40.0, "low"), (120, "high"), (80, "")])
    func advice(value: Double, advice: String) {
        #expect(Self.check(value)?.advice.en == advice)
    }

    @Test(
        "what could not be measured is not assessed, never made up",
        arguments: [nil, Double.nan, .infinity])
    func notAssessed(value: Double?) {
        let check = Self.check(value)
        #expect(check?.verdict == .notAssessed)
        #expect(check?.advice == CheckWords.lookYourself)
    }

    @Test("the whole is as bad as the worst check, and 'not assessed' never worsens it")
    func worst() {
        #expect(Verdict.worst(of: [.pass, .notAssessed]) == .pass)
        #expect(Verdict.worst(of: [.pass, .warn, .notAssessed]) == .warn)
        #expect(Verdict.worst(of: [.warn, .fail]) == .fail)
        #expect(Verdict.worst(of: [Verdict]()) == .pass)
    }

    @Test("every check has a name of its own and a title in both languages")
    func names() {
        let names = CheckKind.all.map(\.name)
        #expect(Set(names).count == names.count)
        #expect(CheckKind.all.allSatisfy { !$0.title.zh.isEmpty && !$0.title.en.isEmpty })
        #expect(names.allSatisfy { CheckKind.named($0)?.name == $0 })
    }

    @Test("a head of which only the place is known is judged by that, and guessed by nothing else")
    func placeOnly() {
        let checks = PreparedFace(head: Sample.head(), rule: .chsi).checks
        let assessed = Set(checks.filter { $0.verdict != .notAssessed }.map(\.name.rawValue))
        #expect(assessed == ["faces", "hairTop", "eyes", "faceWidth", "centring"])
    }

    @Test("glasses that come off are looked for by the operator, else whether they are clear")
    func glasses() {
        func names(_ glasses: PortraitRule.Glasses) -> Set<String> {
            let rule = PortraitRule.chsi.changed { $0.glasses = glasses }
            let all = PreparedFace(head: Sample.head(), rule: rule).checks.map(\.name.rawValue)
            return Set(all).intersection(["tintedGlasses", "noGlasses"])
        }
        #expect(names(.off) == ["noGlasses"])
        #expect(names(.allowed) == ["tintedGlasses"])
    }

    @Test(
        "a file is judged by pixels, quality, tag and length",
        arguments: [
            (
                PortraitFile(
                    bytes: 50_000, quality: 90, size: Size(width: 480, height: 640), dpi: 300),
                "bytes", Verdict.pass
            ),
            (
                PortraitFile(
                    bytes: 10_000, quality: 90, size: Size(width: 480, height: 640), dpi: 300),
                "bytes", .fail
            ),
            (
                PortraitFile(
                    bytes: 50_000, quality: 50, size: Size(width: 480, height: 640), dpi: 300), "q",
                .fail
            ),
            (
                PortraitFile(
                    bytes: 50_000, quality: nil, size: Size(width: 480, height: 640), dpi: 72),
                "dpi", .fail
            ),
            (
                PortraitFile(
                    bytes: 50_000, quality: nil, size: Size(width: 480, height: 640), dpi: nil),
                "dpi", .fail
            ),
            (
                PortraitFile(
                    bytes: 50_000, quality: 90, size: Size(width: 600, height: 640), dpi: 300),
                "px", .fail
            ),
        ])
    func file(file: PortraitFile, unit: String, verdict: Verdict) {
        var face = PreparedFace(head: Sample.head(), rule: .chsi)
        face.file = file
        let check = face.checks.first { $0.name == "file" }
        #expect(check?.unit == unit)
        #expect(check?.verdict == verdict)
    }
}
