import TestSupport
import Testing

@testable import KioskCore

/// The booth, driven by tables of what is seen and pressed.
struct BoothTests {
    private static let mine = Sample.code(#"{"xm":"张*三","zjhm":"002X"}"#)
    private static let other = Sample.code("other")
    private static let number = "11010519491231002X"
    private static let pass = ShotSummary(checks: [], quality: 90, byteCount: 50_000)
    private static let fail = ShotSummary(
        checks: [
            PortraitCheck(
                name: .eyes, value: 10, unit: "px", allowed: 200...300, verdict: .fail)
        ], quality: 90,
        byteCount: 50_000)
    private static let ready = Framing.ready(
        Rect(x: 0, y: 0, width: 480, height: 640), Sample.head())

    /// What happens at one moment.
    private enum Moment {
        case sees([CaptureCode]?, Framing?)
        case event(BoothEvent)
        case key(BoothKey)
        case typed(String)
    }

    /// A booth after some moments, 0.1 s apart, and everything it asked for. A shot is looked at
    /// for 0.3 s.
    private static func play(
        _ moments: [Moment], settings: BoothSettings = BoothSettings(), every interval: Double = 0.1
    ) -> (booth: Booth, actions: [BoothAction]) {
        var booth = Booth(settings: settings)
        var actions: [BoothAction] = []
        var looks = 0.0
        for (index, moment) in moments.enumerated() {
            let time = FrameTime(seconds: Double(index) * interval + looks)
            switch moment {
            case .sees(let codes, let framing):
                let seen = Observation(time: time, codes: codes, framing: framing)
                actions += booth.step(.observed(seen), at: time)
            case .event(let event):
                actions += booth.step(event, at: time)
                if case .shotTaken = event { looks += 0.3 }
            case .key(let key): actions += booth.step(.pressed(key), at: time)
            case .typed(let text):
                for key in KeyReading.keys(of: text, .keys) {
                    actions += booth.step(.pressed(key), at: time)
                }
            }
        }
        return (booth, actions)
    }

    private static let showsCode = [Moment.sees([mine], nil), .sees([mine], nil)]
    private static let codeGone = [Moment](repeating: .sees([], nil), count: 7)
    private static let posing = showsCode + codeGone
    private static let poses = [Moment](repeating: .sees([], ready), count: 8)
    private static let shot = posing + poses + [.key(.shootOrAccept), .event(.shotTaken(pass))]

    private static func name(_ booth: Booth) -> String { booth.state.name.rawValue }

    private static func lastNotice(_ actions: [BoothAction]) -> BoothNotice? {
        actions.compactMap { if case .notify(let notice) = $0 { notice } else { nil } }.last
    }

    private static func one(_ shot: ShotSummary, _ number: Int, of count: Int) -> Moment {
        var shot = shot
        shot.candidate = .init(number: number, count: count)
        return .event(.shotTaken(shot))
    }

    @Test(
        "at review a key shows another shot of the posing, which takes a look before it is accepted"
    )
    func candidates() {
        let review =
            Self.posing + Self.poses + [.key(.shootOrAccept), Self.one(Self.pass, 1, of: 3)]
        let (turning, actions) = Self.play(review + [.key(.nextCandidate)])
        #expect(turning.state.name == .shooting && actions.last == .showCandidate)
        #expect(!actions.contains { if case .store = $0 { true } else { false } })
        var shown = turning
        var second = Self.pass
        second.candidate = .init(number: 2, count: 3)
        let time = FrameTime(seconds: 60)
        _ = shown.step(.shotTaken(second), at: time)
        #expect(shown.step(.pressed(.shootOrAccept), at: time) == [], "nobody can have seen it")
        let later = FrameTime(seconds: 60.4)
        let stored = shown.step(.pressed(.shootOrAccept), at: later)
        #expect(stored.count == 1 && shown.state.name == .storing)
        #expect(shown.sitting?.attempts.map(\.outcome) == [.accepted])
    }

    @Test(
        "one shot alone is not turned, nor anything while something is asked or in an automatic counter"
    )
    func noCandidates() {
        let review = Self.posing + Self.poses + [.key(.shootOrAccept)]
        let alone = Self.play(review + [Self.one(Self.pass, 1, of: 1), .key(.nextCandidate)])
        #expect(alone.booth.state.name == .review)
        let asked = Self.play(
            review + [Self.one(Self.fail, 1, of: 3), .key(.storeFailed), .key(.nextCandidate)])
        #expect(asked.booth.state.name == .review && asked.actions.last == .notify(.answerFirst))
    }

    @Test("a reason to store what fails is none for another shot")
    func reasonOfAnother() {
        let review = Self.posing + Self.poses + [.key(.shootOrAccept)]
        let (booth, _) = Self.play(
            review + [
                Self.one(Self.fail, 1, of: 2), .key(.storeFailed), .key(.character("1")),
                .key(.enter), .event(.storeRefused(KioskError(.diskFull, "x"))),
            ])
        #expect(booth.state.name == .review && booth.sitting?.failedBecause != nil)
        var turned = booth
        let time = FrameTime(seconds: 60)
        _ = turned.step(.pressed(.nextCandidate), at: time)
        _ = turned.step(.shotTaken(Self.fail), at: time)
        #expect(turned.state.name == .review && turned.sitting?.failedBecause == nil)
    }

    @Test("one look at a code opens nothing, two alike do")
    func twoLooks() {
        #expect(Self.name(Self.play([.sees([Self.mine], nil)]).booth) == "waiting")
        #expect(Self.name(Self.play(Self.showsCode).booth) == "code")
        let unlike = Self.play([.sees([Self.mine], nil), .sees([Self.other], nil)])
        #expect(Self.name(unlike.booth) == "waiting")
    }

    @Test("the student poses only after the code has left the picture for half a second")
    func codeLeaves() {
        let short = Self.showsCode + [Moment](repeating: .sees([], nil), count: 4)
        #expect(Self.name(Self.play(short).booth) == "code")
        #expect(
            Self.name(Self.play(short + [.sees([Self.mine], nil)] + Self.codeGone.prefix(4)).booth)
                == "code")
        #expect(Self.name(Self.play(Self.posing).booth) == "posing")
    }

    @Test("frames that were not searched for codes do not count as frames without one")
    func notSearched() {
        let blind = Self.showsCode + [Moment](repeating: .sees(nil, nil), count: 50)
        #expect(Self.name(Self.play(blind).booth) == "code")
    }

    @Test("the own code shown again while posing holds up the shot until it has left")
    func ownCodeAgain() {
        let shown = Self.play(
            Self.posing + Self.poses + [.sees([Self.mine], Self.ready), .key(.shootOrAccept)])
        #expect(shown.actions.last == .notify(.notReady))
        let gone = Self.play(
            Self.posing + [.sees([Self.mine], Self.ready)] + Self.poses + [.key(.shootOrAccept)])
        #expect(gone.actions.last == .shoot)
    }

    @Test("code, pose, shot, accept, stored: the whole way")
    func wholeWay() throws {
        let day = Self.play(Self.shot + [.key(.shootOrAccept), .event(.stored(sequence: 7))])
        #expect(Self.name(day.booth) == "stored")
        let stores = day.actions.compactMap {
            if case .store(let sitting) = $0 { sitting } else { nil }
        }
        let sitting = try #require(stores.first)
        #expect(stores.count == 1)
        #expect(sitting.code.bytes == Self.mine.bytes)
        #expect(sitting.attempts.map(\.outcome) == [.accepted])
        #expect(day.actions.contains(.notify(.stored(sequence: 7))))
    }

    @Test("no shot is taken while framing is not right")
    func notReady() {
        let (booth, actions) = Self.play(Self.posing + [.sees([], .noFace), .key(.shootOrAccept)])
        #expect(Self.name(booth) == "posing")
        #expect(actions.last == .notify(.notReady))
        #expect(!actions.contains(.shoot))
    }

    @Test("a retake drops the shot and is counted")
    func retake() {
        let moments =
            Self.shot + [.key(.retake)] + Self.poses + [
                .key(.shootOrAccept), .event(.shotTaken(Self.pass)), .key(.shootOrAccept),
            ]
        let (booth, actions) = Self.play(moments)
        #expect(booth.sitting?.attempts.map(\.outcome) == [.retaken, .accepted])
        #expect(actions.filter { $0 == .shoot }.count == 2)
        #expect(actions.contains(.discardShot))
    }

    @Test("a key that is held down or bounces accepts no shot that nobody has seen")
    func bounce() {
        var booth = Self.play(Self.posing + Self.poses).booth
        let presses = (0..<12).map { Double($0) / 30 }
        var storedAfter: Double?
        for after in presses {
            let time = FrameTime(seconds: 10 + after)
            for action in booth.step(.pressed(.shootOrAccept), at: time) {
                if action == .shoot { _ = booth.step(.shotTaken(Self.pass), at: time) }
                if case .store = action { storedAfter = storedAfter ?? after }
            }
        }
        #expect((storedAfter ?? 0) >= 0.25)
    }

    @Test(
        "cancel ends a sitting anywhere but while it is being stored",
        arguments: [2, 9, 17, 18, 19, 20])
    func cancel(after moments: Int) {
        let all = Self.shot + [.key(.shootOrAccept)]
        let before = Self.play(Array(all.prefix(moments)))
        let (booth, _) = Self.play(Array(all.prefix(moments)) + [.key(.cancel)])
        let isStoring = Self.name(before.booth) == "storing"
        #expect(Self.name(booth) == (isStoring ? "storing" : "waiting"))
    }

    @Test("a shot that comes after its sitting was cancelled is dropped")
    func lateShot() {
        let (booth, actions) = Self.play(
            Self.posing + Self.poses + [
                .key(.shootOrAccept), .key(.cancel), .event(.shotTaken(Self.pass)),
            ])
        #expect(Self.name(booth) == "waiting")
        #expect(actions.last == .discardShot)
    }

    @Test("a portrait that could not be stored stays under review and can be accepted again")
    func storeRefused() {
        let refused =
            Self.shot + [.key(.shootOrAccept), .event(.storeRefused(KioskError(.diskFull, "x")))]
        let (booth, actions) = Self.play(refused)
        #expect(Self.name(booth) == "review")
        #expect(!actions.contains(.discardShot))
        #expect(booth.sitting?.attempts.isEmpty == true)
        #expect(Self.name(Self.play(refused + [.key(.shootOrAccept)]).booth) == "storing")
    }

    @Test("a sitting that takes too long ends, from any state that waits for people")
    func timeOut() {
        for begin in [Self.showsCode, Self.posing, Self.shot] {
            let wait = [Moment](repeating: .sees(nil, nil), count: 1_000)
            let (booth, actions) = Self.play(begin + wait)
            #expect(Self.name(booth) == "waiting")
            #expect(actions.contains(.notify(.timedOut)))
        }
    }

    @Test("time-outs follow the frames' clock and no other")
    func slowFrames() {
        let (booth, _) = Self.play(Self.posing + [.sees([], nil)], every: 0.1)
        #expect(Self.name(booth) == "posing")
        let slow = Self.play(Self.showsCode + Self.codeGone + [.sees([], nil)], every: 20)
        #expect(Self.name(slow.booth) == "waiting")
    }

    @Test("no day ends in the middle of a sitting", arguments: [2, 9, 18, 19])
    func endOfDay(after moments: Int) {
        let (booth, actions) = Self.play(Array(Self.shot.prefix(moments)) + [.key(.endOfDay)])
        #expect(actions.last == .notify(.sittingFirst))
        #expect(booth.sitting != nil)
    }
}

extension BoothTests {
    private static let required = {
        var settings = BoothSettings()
        settings.numberPolicy = .required
        return settings
    }()

    @Test(
        "a number is judged as soon as it is ended",
        arguments: [
            ("11010519491231002X\n", BoothNotice.numberTaken),
            ("11010519491231002x\n", .numberTaken),
            ("110105194912310021\n", .numberWrong(.check)),
            ("13010220030229001X\n", .numberWrong(.birthDate)),
            ("1101051949123100\n", .numberWrong(.form)), ("440524188001010014\n", .numberMismatch),
        ])
    func numbers(typed: String, notice: BoothNotice) {
        let (booth, actions) = Self.play(Self.posing + [.typed(typed)])
        #expect(Self.lastNotice(actions) == notice)
        #expect((booth.sitting?.idNumber?.text == Self.number) == (notice == .numberTaken))
        #expect((booth.sitting?.typed == nil) == (notice == .numberTaken), "only a taken one goes")
    }

    @Test("a needed number holds up only the accept, never the pose")
    func neededNumber() {
        let (booth, actions) = Self.play(
            Self.shot + [.key(.shootOrAccept)], settings: Self.required)
        #expect(Self.name(booth) == "review")
        #expect(actions.last == .notify(.numberNeeded))
        let done = Self.play(
            Self.shot + [.typed(Self.number + "\n"), .key(.shootOrAccept)], settings: Self.required)
        #expect(Self.name(done.booth) == "storing")
    }

    @Test("accepting ends a number that is still being typed, and waits where it is wrong")
    func unfinishedNumber() {
        let right = Self.play(Self.shot + [.typed(Self.number), .key(.shootOrAccept)])
        #expect(Self.name(right.booth) == "storing")
        #expect(right.booth.sitting?.idNumber?.text == Self.number)
        let wrong = Self.play(Self.shot + [.typed("12345678"), .key(.shootOrAccept)])
        #expect(Self.name(wrong.booth) == "review")
        #expect(wrong.actions.last == .notify(.numberMismatch))
    }

    @Test("a number stays with its sitting and never goes to the next")
    func numberStays() {
        let next = Self.posing + [.typed(Self.number + "\n"), .key(.cancel)] + Self.posing
        #expect(Self.play(next).booth.sitting?.idNumber == nil)
    }

    @Test("backspace takes back a character, and an unfinished number is not taken")
    func backspace() {
        let (booth, _) = Self.play(Self.posing + [.typed("123"), .key(.backspace)])
        #expect(booth.sitting?.typed == "12")
        #expect(booth.sitting?.idNumber == nil)
    }

    @Test("no number is asked for where the policy says never")
    func never() {
        var settings = BoothSettings()
        settings.numberPolicy = .never
        #expect(
            Self.play(Self.posing + [.typed("123")], settings: settings).booth.sitting?.typed == nil
        )
    }
}

extension BoothTests {
    private static let automatic = {
        var settings = BoothSettings()
        settings.isAutomatic = true
        settings.readyFor = 0.5
        return settings
    }()

    @Test("alone, the booth shoots after half a second of stillness and accepts a pass")
    func alone() {
        let day = Self.play(Self.posing + Self.poses, settings: Self.automatic)
        #expect(day.actions.filter { $0 == .shoot }.count == 1)
        let taken = Self.play(
            Self.posing + Self.poses + [.event(.shotTaken(Self.pass))], settings: Self.automatic)
        #expect(Self.name(taken.booth) == "storing")
    }

    @Test("alone, the booth waits while the head moves")
    func moving() {
        let moving = (0..<20).map { step in
            let head = Sample.head(middle: 640 + Double(step) * 12)
            return Moment.sees([], .ready(Rect(x: 0, y: 0, width: 480, height: 640), head))
        }
        #expect(!Self.play(Self.posing + moving, settings: Self.automatic).actions.contains(.shoot))
    }

    @Test("alone, the booth never accepts a fail, and gives up after its shots")
    func givesUp() {
        let tries = (0..<5).flatMap { _ in Self.poses + [.event(.shotTaken(Self.fail))] }
        let (booth, actions) = Self.play(Self.posing + tries, settings: Self.automatic)
        #expect(Self.name(booth) == "waiting")
        #expect(!actions.contains { if case .store = $0 { true } else { false } })
        #expect(actions.filter { $0 == .shoot }.count == 5)
        #expect(actions.contains(.notify(.cancelled)))
    }

    @Test("a shot that is no portrait is taken again")
    func refusedShot() {
        let moments =
            Self.posing + Self.poses + [.event(.shotRefused(KioskError(.faceNone, "frame")))]
            + Self.poses
        let (booth, actions) = Self.play(moments, settings: Self.automatic)
        #expect(Self.name(booth) == "shooting")
        #expect(actions.filter { $0 == .shoot }.count == 2)
        #expect(booth.sitting?.attempts.map(\.outcome) == [.refused])
    }
}

extension BoothTests {
    @Test(
        "whatever happens in whatever order, only a reviewed shot of the code's own sitting is stored"
    )
    func anything() {
        var dice = Dice(11)
        let codes: [[CaptureCode]?] = [
            nil, [], [], [], [Self.mine], [Self.mine], [Self.other], [Self.mine, Self.other],
        ]
        let framings: [Framing?] = [
            nil, .noFace, .manyFaces(2), Self.ready, Self.ready, Self.ready,
        ]
        let keys: [BoothKey] = [
            .shootOrAccept, .shootOrAccept, .retake, .cancel, .enter, .character("1"), .backspace,
            .nextCandidate,
        ]
        for round in 0..<300 {
            var booth = Booth(settings: round % 2 == 0 ? BoothSettings() : Self.automatic)
            var hasShot = false
            for step in 0..<400 {
                let time = FrameTime(seconds: Double(step) * 0.1)
                let event: BoothEvent
                switch (booth.state, UInt8.random(in: 0...9, using: &dice)) {
                case (.shooting, 0...5):
                    event = .shotTaken(Bool.random(using: &dice) ? Self.pass : Self.fail)
                case (.storing, 0...5): event = .stored(sequence: step)
                case (.storing, 6): event = .storeRefused(KioskError(.diskFull, "x"))
                case (_, 7...8): event = .pressed(keys.randomElement(using: &dice) ?? .cancel)
                default:
                    event = .observed(
                        Observation(
                            time: time, codes: codes.randomElement(using: &dice) ?? nil,
                            framing: framings.randomElement(using: &dice) ?? nil))
                }
                let before = booth.sitting
                if case .shotTaken = event, case .shooting = booth.state { hasShot = true }
                for action in booth.step(event, at: time) {
                    if action == .discardShot { hasShot = false }
                    guard case .store(let sitting) = action else { continue }
                    #expect(hasShot)
                    #expect(sitting.code.bytes == before?.code.bytes)
                }
            }
        }
    }
}

extension BoothTests {
    private static let opaque = Sample.code("#opaque")
    private static let opaquePose: [Moment] =
        [.sees([opaque], nil), .sees([opaque], nil)] + codeGone

    @Test(
        "a number that neither a check nor the code confirms is typed twice",
        arguments: [
            ("H12345678\n", "H12345678\n", BoothNotice.numberTaken),
            ("H12345678\n", "H12345679\n", .numberDiffers),
            ("12345678\n", "12345678\n", .numberTaken),
        ])
    func twice(first: String, second: String, notice: BoothNotice) {
        let once = Self.play(Self.opaquePose + [.typed(first)])
        #expect(once.actions.last == .notify(.numberAgain))
        #expect(once.booth.sitting?.idNumber == nil)
        let both = Self.play(Self.opaquePose + [.typed(first), .typed(second)])
        #expect(Self.lastNotice(both.actions) == notice)
        #expect((both.booth.sitting?.idNumber != nil) == (notice == .numberTaken))
    }

    @Test("a check character confirms a number whose code is opaque")
    func checkConfirms() {
        let (booth, actions) = Self.play(Self.opaquePose + [.typed(Self.number + "\n")])
        #expect(Self.lastNotice(actions) == .numberTaken)
        #expect(booth.sitting?.idNumber?.text == Self.number)
    }

    @Test("a wrong number leaves the right one that was taken before")
    func keepsRight() {
        let moments = Self.posing + [.typed(Self.number + "\n"), .typed("110105194912310021\n")]
        #expect(Self.play(moments).booth.sitting?.idNumber?.text == Self.number)
    }

    @Test("Esc forgets what is being typed, and a second one says which key ends the sitting")
    func escape() {
        let once = Self.play(Self.posing + [.typed("123\u{1B}")])
        #expect(once.booth.sitting?.typed == nil)
        #expect(Self.name(once.booth) == "posing")
        let twice = Self.play(Self.posing + [.typed("123\u{1B}\u{1B}")])
        #expect(Self.name(twice.booth) == "posing")
        #expect(twice.actions.last == .notify(.cancelByKey))
        #expect(Self.name(Self.play(Self.posing + [.typed("c")]).booth) == "waiting")
    }

    @Test("whatever is open, no number of Esc ends a sitting or the day, or answers a question")
    func escapeEverywhere() throws {
        for named in try Scenes.all() + [Scenes.automatic()] + Scenes.troubled() {
            var booth = named.scene.booth
            for _ in 0..<6 {
                let actions = booth.step(.pressed(.leave), at: named.scene.time)
                #expect(
                    actions.allSatisfy { if case .notify = $0 { true } else { false } },
                    "\(named.name): \(actions)")
            }
            #expect(booth.sitting?.code == named.scene.booth.sitting?.code, "\(named.name)")
            #expect(booth.entry == nil && !booth.isGuideShown, "\(named.name)")
        }
    }

    @Test("a command that does nothing in a state says so")
    func saysWhy() throws {
        for named in try Scenes.all() {
            let scene = named.scene
            guard scene.booth.entry == nil, !scene.booth.isGuideShown else { continue }
            let offered = ButtonWords.all(scene.booth).map(\.key)
            for command in KeyCommand.all where !offered.contains(command.key) {
                var booth = scene.booth
                let actions = booth.step(.pressed(command.key), at: scene.time)
                let isQuiet = [.cancel, .beginNumber, .shootOrAccept].contains(command.key)
                #expect(
                    !actions.isEmpty || booth.entry != nil || isQuiet,
                    "\(named.name): \(command.purpose.en)")
            }
        }
    }
}
