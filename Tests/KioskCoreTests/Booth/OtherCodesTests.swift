import Testing

@testable import KioskCore

/// Codes that are no student's, codes of scanners, and what is said of those that are not read.
struct OtherCodesTests {
    private static let mine = Sample.code(#"{"xm":"张*三","zjhm":"002X"}"#)
    private static let other = Sample.code(#"{"xm":"李*"}"#)
    private static let payment = Sample.code("wxp://f2f0")
    private static let chat = Sample.code("https://u.wechat.com/abc")

    private typealias Counter = PlayedBooth

    // MARK: foreign

    @Test("a foreign code opens no sitting; it is told once, and goes with the phone")
    func refused() {
        var counter = Counter()
        counter.see([Self.payment])
        #expect(counter.booth.question == nil, "one look is none")
        counter.see([Self.payment], times: 20)
        #expect(counter.booth.sitting == nil)
        #expect(counter.notices == [.foreignCode(.payment)])
        #expect(counter.booth.question?.name == .foreignCode)
        #expect(Guidance(counter.booth).student == CodeWords.foreign(.payment))
        counter.see([], times: 7)
        #expect(counter.booth.question == nil)
        counter.see([Self.payment], times: 2)
        #expect(counter.notices == [.foreignCode(.payment), .foreignCode(.payment)])
    }

    @Test("the same foreign code is told again in another visit")
    func again() {
        var counter = Counter()
        counter.see([Self.payment], times: 3)
        counter.see([Self.mine], times: 2)
        counter.press(.cancel)
        counter.see([], times: 3)
        counter.see([Self.mine], times: 2)
        counter.press(.cancel)
        counter.see([], times: 8)
        counter.see([Self.payment], times: 3)
        #expect(counter.notices.filter { $0 == .foreignCode(.payment) }.count == 2)
        #expect(counter.booth.question?.name == .foreignCode)
    }

    @Test("a look that misses it is no new phone")
    func flickers() {
        var counter = Counter()
        for _ in 0..<10 {
            counter.see([Self.payment], times: 2)
            counter.see([], times: 3)
        }
        #expect(counter.notices == [.foreignCode(.payment)])
        #expect(counter.booth.question?.name == .foreignCode)
    }

    @Test("the right code after it, or beside it, is taken at once")
    func right() {
        for beside in [false, true] {
            var counter = Counter()
            counter.see([Self.payment], times: 5)
            for _ in 0..<2 {
                if beside {
                    counter.see([Self.payment, Self.mine])
                } else {
                    counter.see([Self.mine])
                }
            }
            #expect(counter.booth.sitting?.code == Self.mine)
            #expect(counter.booth.question == nil)
            #expect(!counter.notices.contains(.severalCodes))
        }
    }

    @Test("the operator can overrule, and the sitting is that code's")
    func overruled() {
        var counter = Counter()
        counter.see([Self.payment], times: 3)
        counter.press(.character("1"), .enter)
        #expect(counter.booth.sitting?.code == Self.payment)
        counter.see([Self.payment], times: 3)
        counter.see([], times: 8)
        #expect(counter.booth.state.name == .posing)
    }

    @Test("c and Esc leave the question; it is not asked again of the same phone")
    func left() {
        for key in [BoothKey.cancel, .leave] {
            var counter = Counter()
            counter.see([Self.payment], times: 3)
            counter.press(key)
            counter.see([Self.payment], times: 30)
            #expect(counter.booth.question == nil)
            counter.see([Self.chat], times: 3)
            #expect(counter.booth.question?.kind == .foreignCode(Self.chat, .chat))
        }
    }

    @Test("a foreign code in the middle of a sitting is a phone and nobody's turn")
    func amidst() {
        var counter = Counter()
        counter.see([Self.mine], times: 2)
        counter.see([Self.payment], times: 10)
        #expect(counter.booth.state.name == .code, "the phone has not left the picture")
        counter.see([], times: 8)
        #expect(counter.booth.state.name == .posing)
        counter.see([Self.payment], times: 3)
        #expect(counter.booth.state.name == .posing)
        #expect(counter.booth.question == nil)
    }

    @Test("alone, the booth says it and asks nobody")
    func automatic() {
        var counter = Counter(isAutomatic: true)
        counter.see([Self.payment], times: 5)
        #expect(counter.notices == [.foreignCode(.payment)])
        #expect(counter.booth.question == nil && counter.booth.sitting == nil)
    }

    @Test("in a picture of the operator's too, where the question stays until it is answered")
    func file() {
        var counter = Counter()
        counter.take(.codesOfFile([Self.payment]))
        counter.see([], times: 30)
        #expect(counter.booth.question?.kind == .foreignCode(Self.payment, .payment))
        counter.press(.character("1"), .enter)
        #expect(counter.booth.sitting?.code == Self.payment)
        var both = Counter()
        both.take(.codesOfFile([Self.payment, Self.mine]))
        #expect(both.booth.sitting?.code == Self.mine)
    }

    @Test("what the operator has opened stays open; the notice says it all the same")
    func opened() {
        var counter = Counter()
        counter.press(.openFile)
        counter.see([Self.payment], times: 3)
        #expect(counter.booth.entry != nil && counter.booth.question == nil)
        #expect(counter.notices == [.foreignCode(.payment)])
    }

    // MARK: typed

    private static let typed = Array(
        "eyJ4bSI6IuW8oCoiLCJ5eGRtIjoiMTAwMDEiLCJ4aCI6IjIwMjYwMTIzNDUifQ==".utf8)
    private static let opaque = Array(
        String(repeating: "Ab3dEf9hIjKlMnOpQrStUvWxYz+/", count: 4).utf8)

    @Test("a scanner's code opens the sitting when it came twice alike")
    func twice() {
        var counter = Counter()
        counter.press(.code(Self.typed))
        #expect(counter.booth.sitting == nil)
        #expect(counter.notices == [.scanAgain])
        counter.press(.code(Self.opaque))
        counter.press(.code(Self.typed))
        #expect(counter.booth.sitting == nil, "the last two differ")
        counter.press(.code(Self.typed))
        #expect(counter.booth.sitting?.code.bytes == Self.typed)
        counter.see([], times: 7)
        #expect(counter.booth.state.name == .posing)
    }

    @Test("a scan closes the guide and is taken; into a path or a number it is not")
    func intoWhatIsOpen() {
        var guide = Counter()
        guide.press(.guide, .code(Self.typed), .code(Self.typed))
        #expect(guide.booth.sitting != nil)
        var entry = Counter()
        entry.press(.export, .code(Self.typed))
        #expect(entry.notices == [.keyNotNow] && entry.booth.typedOnce == nil)
        var path = Counter()
        path.press(.openFile)
        for byte in Self.typed { path.press(.character(Character(UnicodeScalar(byte)))) }
        path.press(.enter)
        #expect(path.notices == [.keysIgnored])
        #expect(path.actions.allSatisfy { if case .readCodes = $0 { false } else { true } })
    }

    @Test("Caps Lock is noticed and nothing is taken")
    func capsLock() {
        var counter = Counter()
        let swapped = Self.typed.map { byte in
            UnicodeScalar(byte).properties.isAlphabetic ? byte ^ 0x20 : byte
        }
        counter.press(.code(swapped), .code(swapped))
        #expect(counter.notices == [.capsLock, .capsLock])
        #expect(counter.booth.sitting == nil)
    }

    @Test("another's code in a sitting asks whose turn it is; the same one says nothing")
    func stranger() {
        var counter = Counter()
        counter.press(.code(Self.typed), .code(Self.typed))
        counter.press(.code(Self.typed), .code(Self.typed))
        #expect(counter.booth.state.name == .code)
        counter.press(.code(Self.opaque), .code(Self.opaque))
        #expect(counter.booth.state.name == .whoseTurn)
        counter.press(.code(Self.opaque))
        #expect(counter.notices.last == .whoseTurn)
        counter.press(.nextStudent)
        #expect(counter.booth.sitting?.code.bytes == Self.opaque, "it has been typed twice")
    }

    @Test("at review a scan says so the first time")
    func atReview() {
        var counter = Counter()
        counter.see([Self.mine], times: 2)
        counter.see([], times: 7)
        let sitting = counter.booth.sitting
        counter.booth.state = sitting.map { .shooting($0) } ?? .waiting(nil)
        counter.press(.code(Self.typed))
        #expect(counter.notices.last == .sittingFirst && counter.booth.typedOnce == nil)
    }

    // MARK: late

    @Test("a digit for a question that has gone answers no other one")
    func lateDigit() {
        var counter = Counter()
        counter.see([Self.payment], times: 3)
        counter.press(.character("1"))
        counter.see([Self.mine, Self.other])
        counter.see([Self.mine, Self.other], times: 10)
        #expect(counter.booth.state.name == .several, "nobody was picked")
        var known = Counter()
        known.see([Self.payment], times: 3)
        known.press(.character("1"))
        known.see([Self.mine], times: 2)
        let earlier = EarlierPortrait(
            sequence: 4, takenAt: ShotTime(unixMilliseconds: 0, utcOffset: 0), maskedName: "")
        known.take(.known(.code(Self.mine), [earlier]))
        known.see([Self.mine], times: 10)
        #expect(known.booth.question?.name == .sameCode && known.booth.sitting?.replaces == nil)
    }

    @Test("a picture that is read after another student came is not taken")
    func lateFile() {
        for isOver in [false, true] {
            var counter = Counter()
            counter.press(.openFile, .character("a"), .enter)
            #expect(counter.actions.contains(.readCodes(path: "a")))
            counter.see([Self.mine], times: 2)
            if isOver { counter.press(.cancel) }
            counter.take(.codesOfFile([Self.other]))
            #expect(counter.booth.sitting?.code == (isOver ? nil : Self.mine))
            #expect(counter.notices.last == .fileLate)
            guard isOver else { continue }
            counter.take(.codesOfFile([Self.other]))
            #expect(counter.booth.sitting?.code == Self.other, "the next one is taken")
        }
    }

    @Test("a picture that could not be read holds up no later one")
    func failedFile() {
        var counter = Counter()
        counter.press(.openFile, .character("a"), .enter)
        counter.take(.failed(.readCodes, .refused(KioskError(.codePart, "a"))))
        counter.see([Self.mine], times: 2)
        counter.press(.leave, .cancel)
        counter.take(.codesOfFile([Self.other]))
        #expect(counter.booth.sitting?.code == Self.other)
    }

    @Test("two codes of a picture wait for an answer, whatever is in view")
    func broughtChoice() {
        var counter = Counter()
        counter.take(.codesOfFile([Self.mine, Self.other]))
        counter.see([], times: 50)
        #expect(counter.booth.state.name == .several)
        counter.press(.character("2"), .enter)
        #expect(counter.booth.sitting?.code == Self.other)
        var alone = Counter(isAutomatic: true)
        alone.take(.codesOfFile([Self.mine, Self.other]))
        alone.see([], times: 15)
        #expect(alone.booth.state.name == .waiting, "nobody is there to answer")
    }

    @Test(
        "another foreign picture takes the question over: the answer is about what was asked last")
    func twoForeign() {
        var counter = Counter()
        counter.take(.codesOfFile([Self.payment]))
        counter.take(.codesOfFile([Self.chat]))
        counter.press(.character("1"), .enter)
        #expect(counter.booth.sitting?.code == Self.chat)
        var shown = Counter()
        shown.take(.codesOfFile([Self.payment]))
        shown.see([Self.chat], times: 3)
        shown.press(.character("1"), .enter)
        #expect(shown.booth.sitting?.code == Self.chat)
        var both = Counter()
        both.see([Self.chat, Self.payment], times: 5)
        #expect(both.booth.question == nil, "nobody knows which is meant")
        #expect(both.notices == [.foreignCode(.chat)])
        both.see([Self.chat], times: 2)
        #expect(both.booth.question?.kind == .foreignCode(Self.chat, .chat))
    }

    @Test("where the operator took a foreign code, another one of its kind asks whose turn it is")
    func strangers() {
        var counter = Counter()
        counter.see([Self.payment], times: 3)
        counter.press(.character("1"), .enter)
        counter.see([Self.chat], times: 2)
        #expect(counter.booth.state.name == .whoseTurn)
    }

    // MARK: not read

    @Test("why a code is not read is said once it has been so for a moment, and stays to be read")
    func steady() {
        var counter = Counter()
        counter.see([], sight: .small, times: 5)
        #expect(counter.booth.sight == .none)
        counter.see([], sight: .small, times: 5)
        #expect(counter.booth.sight == .small)
        #expect(Guidance(counter.booth).student == CodeWords.advice(.small))
        counter.see([], sight: .moving, times: 9)
        #expect(counter.booth.sight == .small, "nobody reads faster")
        counter.see([], sight: .moving, times: 15)
        #expect(counter.booth.sight == .moving)
        counter.see([Self.mine], times: 2)
        #expect(counter.booth.sight == .none && counter.booth.sitting != nil)
    }

    @Test("advice goes when the phone has gone, and does not wait for the next student")
    func gone() {
        var counter = Counter()
        counter.see([], sight: .cut, times: 12)
        #expect(counter.booth.sight == .cut)
        counter.see([], sight: CodeSight.none, times: 30)
        #expect(counter.booth.sight == .none)
        counter.see([], sight: .cut, times: 12)
        counter.see([Self.mine], times: 2)
        counter.press(.cancel)
        counter.see([], sight: CodeSight.none, times: 3)
        #expect(counter.booth.sight == .none)
    }

    @Test("sights in turn are no advice: a phone on its way is all of them")
    func onItsWay() {
        var counter = Counter()
        for _ in 0..<6 {
            for sight in [CodeSight.moving, .cut, .small] {
                counter.see([], sight: sight, times: 3)
            }
        }
        #expect(counter.booth.sight == .none)
    }

    @Test("each sight has words for the student in both languages, and none have the same")
    func words() {
        let said = CodeSight.allCases.compactMap(CodeWords.advice)
        #expect(said.count == CodeSight.allCases.count - 1)
        #expect(Set(said.map(\.zh)).count == said.count && Set(said.map(\.en)).count == said.count)
    }
}
