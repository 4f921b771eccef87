import Testing

@testable import KioskCore

/// What is asked of the operator: duplicates, numbers that do not match, undo, the end of the day.
struct QuestionTests {
    private static let mine = Sample.code(#"{"xm":"张*三","zjhm":"002X"}"#)
    private static let number = "11010519491231002X"
    private static let earlier = EarlierPortrait(
        sequence: 4, takenAt: ShotTime(unixMilliseconds: 1_795_476_307_000, utcOffset: 28_800),
        maskedName: "张*三")
    private static let ready = Framing.ready(
        Rect(x: 0, y: 0, width: 480, height: 640), Sample.head())
    private static let pass = ShotSummary(checks: [], quality: 90, byteCount: 50_000)

    private static func left(_ count: Int) -> DayCounts {
        var day = DayCounts()
        day.notExported = count
        return day
    }

    /// A counter whose session knows some portraits.
    private struct Counter {
        var booth: Booth
        var known: [LookUp: [EarlierPortrait]] = [:]
        var left = DayCounts()
        var actions: [BoothAction] = []
        private var step = 0

        init(isAutomatic: Bool = false) {
            var settings = BoothSettings()
            settings.isAutomatic = isAutomatic
            booth = Booth(settings: settings)
        }

        var time: FrameTime { FrameTime(seconds: Double(step) * 0.1) }
        var notices: [BoothNotice] {
            actions.compactMap { if case .notify(let notice) = $0 { notice } else { nil } }
        }

        mutating func see(_ codes: [CaptureCode], _ framing: Framing? = nil, times: Int = 1) {
            for _ in 0..<times {
                step += 1
                let seen = Observation(time: time, codes: codes, framing: framing)
                take(.observed(seen))
            }
        }

        mutating func type(_ text: String) {
            for key in KeyReading.keys(of: text, booth.typing) { take(.pressed(key)) }
        }

        /// Types an answer and looks up.
        mutating func answer(_ key: String) {
            type(key)
            see([], booth.state.name == .waiting ? .noFace : QuestionTests.ready, times: 5)
        }

        mutating func take(_ event: BoothEvent) {
            for action in booth.step(event, at: time) {
                actions.append(action)
                switch action {
                case .lookUp(let wanted): take(.known(wanted, known[wanted] ?? []))
                case .shoot:
                    take(.shotTaken(QuestionTests.pass))
                    step += 3
                case .askToClose: take(.dayEnds(left))
                default: break
                }
            }
        }

        /// Code shown and put away, student ready.
        mutating func begin() {
            see([QuestionTests.mine], times: 2)
            see([], times: 7)
            see([], QuestionTests.ready, times: 3)
        }

        var stores: [Sitting] {
            actions.compactMap { if case .store(let sitting) = $0 { sitting } else { nil } }
        }
    }

    private static func known(_ text: String) throws -> LookUp {
        .number(try #require(IDNumber(text)), besides: mine)
    }

    @Test(
        "the same code again: replaced, kept beside, or not taken",
        arguments: [("1", 4, 1), ("2", nil, 1), ("c", nil, 0)] as [(String, Int?, Int)])
    func sameCode(key: String, replaces: Int?, stored: Int) {
        var counter = Counter()
        counter.known[.code(Self.mine)] = [Self.earlier]
        counter.begin()
        #expect(counter.notices.contains(.alreadyTaken(Self.earlier)))
        counter.type("  ")
        #expect(counter.stores.isEmpty, "accepted before the question was answered")
        #expect(counter.notices.last == .answerFirst)
        counter.answer(key)
        counter.type(" ")
        #expect(counter.stores.count == stored)
        #expect(counter.stores.first?.replaces == replaces)
    }

    @Test(
        "a number typed or scanned into a question answers nothing, and does not shoot",
        arguments: [0.0, 0.02, 0.2])
    func numberIntoQuestion(gap: Double) {
        var counter = Counter()
        counter.known[.code(Self.mine)] = [Self.earlier]
        counter.begin()
        counter.see([], Self.ready, times: 3)
        var actions: [BoothAction] = []
        for (index, key) in KeyReading.keys(of: Self.number + "\n", .keys).enumerated() {
            let time = FrameTime(seconds: counter.time.seconds + Double(index) * gap)
            actions += counter.booth.step(.pressed(key), at: time)
        }
        #expect(actions == [.notify(.answerFirst)])
        #expect(counter.booth.question?.name == .sameCode)
        #expect(counter.booth.state.name == .posing)
    }

    @Test("a digit answers though no frame comes after it")
    func withoutFrames() {
        var counter = Counter()
        counter.left.notExported = 3
        counter.type("q1")
        let later = { FrameTime(seconds: counter.time.seconds + $0) }
        #expect(counter.booth.step(.timePassed, at: later(0.3)).isEmpty)
        #expect(counter.booth.step(.timePassed, at: later(0.5)).last == .exportDay)
    }

    @Test("alone, a code that has its portrait is turned away once, until it has left")
    func turnedAway() {
        var counter = Counter(isAutomatic: true)
        counter.known[.code(Self.mine)] = [Self.earlier]
        counter.see([Self.mine], times: 30)
        #expect(counter.notices == [.codeRead, .alreadyTaken(Self.earlier)])
        #expect(counter.booth.sitting == nil)
        counter.see([], times: 6)
        counter.see([Self.mine], times: 3)
        #expect(counter.notices.count == 4)
    }

    @Test("the same number under another code: a new shot keeps it, a wrong number is forgotten")
    func sameNumber() throws {
        for (key, kept) in [("1", true), ("3", false), ("c", false)] {
            var counter = Counter()
            counter.known[try Self.known(Self.number)] = [Self.earlier]
            counter.begin()
            counter.type(Self.number + "\n")
            #expect(counter.notices.last == .numberKnown(Self.earlier))
            counter.answer(key)
            #expect((counter.booth.sitting?.idNumber != nil) == kept, "key \(key)")
            counter.type("  ")
            #expect(counter.stores.count == 1)
        }
    }

    @Test("the earlier portrait serves for the other programme's code too")
    func useEarlier() throws {
        var counter = Counter()
        counter.known[try Self.known(Self.number)] = [Self.earlier]
        counter.begin()
        counter.type(Self.number + "\n")
        counter.type("2\n")
        guard case .storeEarlier(let sitting, 4)? = counter.actions.last else {
            Issue.record("\(counter.actions.suffix(2))")
            return
        }
        #expect(sitting.code == Self.mine && sitting.idNumber?.text == Self.number)
        counter.take(.storeRefused(KioskError(.diskFull, "x")))
        #expect(counter.booth.state.name == .waiting)
    }

    @Test("a number the code does not show is taken on the operator's word, which is recorded")
    func overridden() {
        var counter = Counter()
        counter.begin()
        counter.type("440524188001010014\n")
        #expect(counter.notices.last == .numberMismatch)
        #expect(counter.booth.sitting?.idNumber == nil)
        counter.type(" ")
        counter.type(" ")
        #expect(counter.stores.isEmpty)
        counter.answer("2")
        #expect(counter.notices.last == .numberTaken)
        counter.type(" ")
        #expect(counter.stores.first?.overridden?.because == .numberChanged)
        #expect(counter.stores.first?.idNumber?.text == "440524188001010014")
    }

    @Test("an overridden number without a check is still typed twice")
    func overriddenTwice() {
        var counter = Counter()
        counter.begin()
        counter.type("H12345678\n")
        counter.answer("2")
        #expect(counter.notices.last == .numberAgain)
        counter.type("H12345678\n")
        #expect(counter.notices.last == .numberTaken)
        #expect(counter.booth.sitting?.idNumber?.text == "H12345678")
    }

    @Test("the last portrait is withdrawn with a reason, or left as it is")
    func undo() {
        var counter = Counter()
        counter.type("u")
        #expect(counter.notices.last == .noSuchPortrait)
        counter.known[.last] = [Self.earlier]
        counter.type("u")
        counter.type("c")
        #expect(counter.booth.question == nil)
        counter.type("u")
        counter.answer("9")
        counter.answer("1")
        #expect(counter.actions.last == .void(sequence: 4, because: .wrongPerson))
    }

    @Test("the end of the day is always asked, with how it went; a second q ends it too")
    func endOfDay() {
        for (keys, last) in [("1", BoothAction.close), ("q", .close), ("c", .askToClose)] {
            var done = Counter()
            done.type("q")
            #expect(done.booth.question?.answers == [.close])
            done.answer(keys)
            #expect(done.actions.last == last)
        }
        for (keys, last) in [("1", BoothAction.exportDay), ("2", .close), ("q", .close)] {
            var counter = Counter()
            counter.left.notExported = 3
            counter.type("q")
            #expect(counter.actions.last == .askToClose)
            counter.answer(keys)
            #expect(counter.actions.last == last)
        }
        var back = Counter()
        back.left.notExported = 3
        back.type("qc")
        #expect(back.booth.question == nil && back.actions.last == .askToClose)
    }

    @Test("a student is set aside with and without a code; the sitting ends, nothing is stored")
    func setAside() {
        var counter = Counter()
        counter.type("a")
        #expect(counter.actions.last == .setAside(nil))
        counter.begin()
        counter.type("a")
        #expect(counter.actions.last == .setAside(Self.mine))
        #expect(counter.booth.state.name == .waiting && counter.stores.isEmpty)
    }

    @Test("a code's picture is taken by its path, and opens a sitting like a phone")
    func codeFile() {
        var counter = Counter()
        counter.type("o/媒体/q r.png\u{7F}g\n")
        #expect(counter.actions.last == .readCodes(path: "/媒体/q r.png".dropLast() + "g"))
        counter.take(.codesOfFile([]))
        #expect(counter.notices.last == .codeFileNone)
        counter.take(.codesOfFile([Self.mine]))
        #expect(counter.booth.sitting?.code == Self.mine)
        counter.see([], times: 6)
        #expect(counter.booth.state.name == .posing)
    }

    @Test("one portrait is exported by its number, or the last by Enter alone")
    func export() {
        var counter = Counter()
        counter.type("e12\n")
        #expect(counter.actions.last == .export(12))
        counter.type("e\n")
        #expect(counter.actions.last == .export(nil))
        counter.type("e1\u{1B}")
        #expect(counter.booth.entry == nil && counter.actions.last == .export(nil))
    }

    @Test("the card is shown by one key and goes with the next, or with a code")
    func guide() {
        var counter = Counter()
        counter.type("g")
        #expect(counter.booth.isGuideShown)
        counter.type(" ")
        #expect(!counter.booth.isGuideShown)
        counter.type("g")
        counter.see([Self.mine], times: 2)
        #expect(!counter.booth.isGuideShown)
    }

    @Test("alone, seconds are counted down, anew when the framing breaks")
    func countdown() throws {
        var counter = Counter(isAutomatic: true)
        counter.begin()
        let first = try #require(counter.booth.countdown(at: counter.time))
        #expect(first < 1 && first > 0.5)
        counter.see([], .noFace)
        #expect(counter.booth.countdown(at: counter.time) == nil)
        counter.see([], Self.ready)
        #expect(counter.booth.countdown(at: counter.time) == 1)
        counter.see([], Self.ready, times: 11)
        #expect(counter.stores.count == 1)
    }

    @Test("every question and answer has words in both languages", arguments: Language.allCases)
    func words(language: Language) {
        let kinds: [Question.Kind] = [
            .sameCode(Self.earlier), .sameNumber(Self.earlier), .undo(Self.earlier),
            .endOfDay(Self.left(2)), .storeFailed,
            .foreignCode(Sample.code("wxp://a"), .payment),
        ]
        for kind in kinds {
            let question = Question(kind: kind)
            let line = QuestionWords.line(question)[language]
            #expect(!line.contains("{"))
            for digit in 1...question.answers.count { #expect(line.contains("\(digit) ")) }
        }
    }
}

extension QuestionTests {
    @Test("the next student's code waits until the one before has left the chair, or space says so")
    func chair() {
        let other = Sample.code("other")
        for key in ["", " "] {
            var counter = Counter()
            counter.begin()
            counter.type("  ")
            counter.take(.stored(sequence: 1))
            counter.see([other], Self.ready, times: 15)
            #expect(counter.booth.sitting?.code == other)
            counter.see([], Self.ready, times: 10)
            #expect(counter.booth.isChairTaken)
            counter.type(key)
            counter.see([], key.isEmpty ? .noFace : Self.ready, times: 5)
            #expect(!counter.booth.isChairTaken && counter.booth.state.name == .posing)
        }
    }
}
