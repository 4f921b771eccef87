import Testing

@testable import KioskCore

/// What is wrong stays in view until its cause is gone or it was answered.
struct TroubleTests {
    fileprivate static let mine = Sample.code(#"{"xm":"张*三","zjhm":"002X"}"#)
    private static let earlier = EarlierPortrait(
        sequence: 4, takenAt: ShotTime(unixMilliseconds: 1_795_476_307_000, utcOffset: 28_800),
        maskedName: "张*三")
    private static let full = KioskError(.diskFull, "day")
    private static let gone = KioskError(.cameraGone, "/dev/video0")
    fileprivate static let ready = Framing.ready(
        Rect(x: 0, y: 0, width: 480, height: 640), Sample.head())
    fileprivate static let pass = shot(.pass)
    private static let fail = shot(.fail)

    private static func shot(_ verdict: Verdict) -> ShotSummary {
        let check = PortraitCheck(
            name: .eyesOpen, value: 0.1, unit: "", allowed: 0.2...1, verdict: verdict)
        return ShotSummary(checks: [check], quality: 90, byteCount: 50_000)
    }

    private typealias Counter = PlayedBooth

    @Test("a portrait that could not be stored is said until it is stored or given up")
    func notStored() {
        for ending in [BoothEvent.stored(sequence: 1), .pressed(.cancel), .pressed(.retake)] {
            var counter = Counter()
            counter.review()
            counter.press(.shootOrAccept)
            counter.take(.storeRefused(Self.full))
            #expect(counter.wrong == [.storeRefused(Self.full)])
            counter.take(.known(.code(Self.mine), [Self.earlier]))
            counter.see([], Self.ready, times: 100)
            #expect(counter.wrong == [.storeRefused(Self.full)], "beside a question, for long")
            counter.press(.character("2"), .enter, .shootOrAccept)
            #expect(counter.wrong == [.storeRefused(Self.full)], "while it is tried again")
            if ending != .stored(sequence: 1) { counter.take(.storeRefused(Self.full)) }
            counter.take(ending)
            #expect(counter.wrong.isEmpty, "\(ending)")
        }
    }

    @Test("no sitting whose portrait waits for room on the disk times out")
    func noTimeOut() {
        var counter = Counter()
        counter.review()
        counter.press(.shootOrAccept)
        counter.take(.storeRefused(Self.full))
        counter.see([], Self.ready, times: 2_000)
        #expect(counter.booth.state.name == .review)
        counter.press(.shootOrAccept)
        #expect(counter.stores.count == 2)
    }

    @Test("a missing number is said until it is there")
    func numberNeeded() {
        var settings = BoothSettings()
        settings.numberPolicy = .required
        var counter = Counter(settings)
        counter.review(Self.shot(.warn))
        counter.press(.shootOrAccept)
        counter.see([], Self.ready, times: 100)
        #expect(counter.wrong == [.numberNeeded])
        for character in "11010519491231002X" { counter.press(.character(character)) }
        #expect(counter.wrong == [.numberNeeded])
        counter.press(.enter)
        #expect(counter.wrong.isEmpty)
    }

    @Test("a lost camera is said in every state, until it is back")
    func cameraLost() {
        var counter = Counter()
        counter.take(.cameraLost(Self.gone))
        #expect(counter.wrong == [.cameraLost(Self.gone)])
        counter.take(.dayEnds(Self.day(notExported: 2)))
        #expect(counter.wrong == [.cameraLost(Self.gone)])
        counter.press(.cancel)
        #expect(counter.booth.question == nil && counter.wrong == [.cameraLost(Self.gone)])
        counter.take(.cameraBack)
        #expect(counter.wrong.isEmpty)
    }

    @Test("what failed is said through the next sitting, until Esc has seen it or it works")
    func failed() {
        let refused = BoothNotice.refused(KioskError(.diskFull, "a.iso"))
        for isSeen in [true, false] {
            var counter = Counter()
            counter.take(.failed(.export, refused))
            counter.review()
            #expect(counter.wrong == [refused])
            if isSeen {
                counter.press(.cancel)
                #expect(counter.booth.state.name == .review, "Esc has seen it, and no more")
            } else {
                counter.take(.succeeded(.export))
            }
            #expect(counter.wrong.isEmpty)
        }
    }

    @Test("each failure is said once, all of them at once, and Esc sees the newest first")
    func several() {
        var counter = Counter()
        let first = BoothNotice.refused(KioskError(.diskFull, "a.iso"))
        let again = BoothNotice.refused(KioskError(.fileWrite, "a.iso"))
        counter.take(.failed(.export, first))
        counter.take(.failed(.export, again))
        counter.take(.failed(.readCodes, .codeFileNone))
        #expect(counter.wrong == [again, .codeFileNone])
        counter.press(.cancel)
        #expect(counter.wrong == [again])
    }

    @Test("every trouble has words that say what to do, in both languages")
    func words() {
        let notices: [BoothNotice] =
            KioskError.Code.allCases.flatMap { code -> [BoothNotice] in
                let error = KioskError(code, "x", detail: "y")
                return [
                    .storeRefused(error), .cameraLost(error), .shotRefused(error), .refused(error),
                ]
            } + NumberFault.allCases.map { .numberWrong($0) }
            + [.numberNeeded, .noSuchPortrait, .codeFileNone]
        for notice in notices {
            let phrase = BoothWords.trouble(Trouble(notice: notice, isAnswerable: true))
            #expect(!phrase.zh.contains("{") && !phrase.en.contains("{"))
            #expect(phrase.zh.contains("Esc") && phrase.en.contains("Esc"))
        }
    }
}

/// A portrait that fails the rule.
extension TroubleTests {
    @Test("on a shot that fails, the key that accepts takes another", arguments: [" ", "\n"])
    func takesAnother(key: String) {
        var counter = Counter()
        counter.review(Self.fail)
        for key in KeyReading.keys(of: key + key, .keys) { counter.press(key) }
        #expect(counter.stores.isEmpty)
        #expect(counter.booth.sitting?.attempts.map(\.outcome).first == .retaken)
    }

    @Test("it is stored by another key and a reason, which goes with it")
    func withReason() {
        var counter = Counter()
        counter.review(Self.fail)
        counter.press(.storeFailed)
        #expect(counter.booth.question?.name == .storeFailed && counter.stores.isEmpty)
        counter.press(.character("2"))
        counter.see([], Self.ready, times: 6)
        #expect(counter.stores.map(\.failedBecause) == [.cannotBeOther])
        counter.take(.storeRefused(Self.full))
        counter.press(.shootOrAccept)
        #expect(counter.stores.count == 2, "the reason was given")
    }

    @Test("the reason is asked for nowhere else, and goes with the shot")
    func reasonGoes() {
        var passes = Counter()
        passes.review(Self.pass)
        passes.press(.storeFailed)
        #expect(passes.booth.question == nil)
        var counter = Counter()
        counter.review(Self.fail)
        counter.press(.storeFailed, .retake)
        #expect(counter.booth.question == nil && counter.booth.state.name == .posing)
        counter.see([], Self.ready, times: 8)
        counter.press(.shootOrAccept)
        counter.take(.shotTaken(Self.fail))
        counter.see([], Self.ready, times: 5)
        counter.press(.shootOrAccept)
        #expect(counter.stores.isEmpty)
    }

    private static func day(notExported: Int = 0, failed: [Int] = []) -> DayCounts {
        var day = DayCounts()
        (day.standing, day.notExported, day.failed) = (12, notExported, failed)
        return day
    }

    @Test("what was stored though it fails is listed in the evening, exported or not")
    func evening() {
        var counter = Counter()
        counter.take(.dayEnds(Self.day(failed: [4, 9])))
        #expect(counter.booth.question?.answers == [.close])
        let words = QuestionWords.text(.endOfDay(Self.day(notExported: 3, failed: [4, 9])))
        #expect(words.zh.contains("4, 9") && words.en.contains("4, 9") && words.en.contains("3 "))
    }
}

extension PlayedBooth {
    fileprivate mutating func pose() {
        see([TroubleTests.mine], times: 2)
        see([], times: 7)
        see([], TroubleTests.ready, times: 8)
    }

    fileprivate mutating func review(_ shot: ShotSummary = TroubleTests.pass) {
        pose()
        press(.shootOrAccept)
        take(.shotTaken(shot))
        see([], TroubleTests.ready, times: 5)
    }

    fileprivate var wrong: [BoothNotice] { booth.troubles.map(\.notice) }
    fileprivate var stores: [Sitting] {
        actions.compactMap { if case .store(let sitting) = $0 { sitting } else { nil } }
    }
}
