import Testing

@testable import KioskCore

struct FramingTests {
    private static let crop = Rect(x: 0, y: 0, width: 480, height: 640)

    private static func check(_ name: CheckName, _ value: Double?, _ verdict: Verdict)
        -> PortraitCheck
    {
        PortraitCheck(name: name, value: value, unit: "", allowed: 0...1, verdict: verdict)
    }

    /// What a head that sits right is asked to change, by its checks.
    private static func asked(_ checks: PortraitCheck...) -> CheckName? {
        let framing = Framing.ready(crop, Sample.head()).judged(by: checks)
        return if case .flawed(let check, _, _) = framing { check.name } else { nil }
    }

    @Test("what fails is asked for before what warns, and that before what is not seen")
    func order() {
        let unseen = Self.check(.shoulders, nil, .notAssessed)
        let warned = Self.check("lips", 2, .warn)
        let failed = Self.check(.eyesOpen, 3, .fail)
        #expect(Self.asked(unseen, warned, failed) == .eyesOpen)
        #expect(Self.asked(unseen, warned) == "lips")
        #expect(Self.asked(unseen) == .shoulders)
        #expect(Self.asked(Self.check("lips", 0, .pass)) == nil)
    }

    @Test("what only a look can tell is the operator's, though it would have to be seen")
    func look() {
        var hidden = Self.check(.shoulders, nil, .notAssessed)
        hidden.advice = CheckWords.lookYourself
        #expect(Self.asked(hidden) == nil)
    }

    @Test(
        "hair top, shoulders, clothes and backdrop have to be seen; what only a person sees has not",
        arguments: CheckKind.all.map(\.name))
    func unseen(name: CheckName) {
        let isAsked = Self.asked(Self.check(name, nil, .notAssessed)) == name
        let hasTo: Set<CheckName> = [.hairTop, .shoulders, .clothes, .backdrop]
        #expect(isAsked == hasTo.contains(name))
    }
}
