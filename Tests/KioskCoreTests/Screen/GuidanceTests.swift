import TestSupport
import Testing

@testable import KioskCore

/// What is said to the two people, computed once.
struct GuidanceTests {
    private static func posing(_ framings: [Framing], isAutomatic: Bool = false) -> Booth {
        var settings = BoothSettings()
        settings.isAutomatic = isAutomatic
        var booth = Booth(settings: settings)
        var pose = Booth.Pose()
        for (index, framing) in framings.enumerated() {
            var seen = Observation(time: FrameTime(seconds: Double(index) * 0.1))
            seen.framing = framing
            pose = pose.updated(seen, isPhoneInView: false, booth.settings)
        }
        let code = CaptureCode(bytes: Array("x".utf8), reader: "zbar")
        booth.state = .posing(Sitting(code: code, openedAt: FrameTime(seconds: 0)), pose)
        return booth
    }

    private static let head = HeadGeometry(
        hairTop: 80, leftEye: Point(x: 190, y: 250), rightEye: Point(x: 290, y: 250),
        chin: Point(x: 240, y: 430), faceLeft: 130, faceRight: 350)
    private static let crop = Rect(x: 0, y: 0, width: 480, height: 640)

    @Test(
        "one look that is right changes nothing: frame, sentence and colour wait for the steady hint"
    )
    func steady() {
        let moving = Array(repeating: Framing.move(.comeCloser, Self.head), count: 5)
        let once = Guidance(Self.posing(moving + [.ready(Self.crop, Self.head)]))
        #expect(!once.isReady && once.severity == .warn && once.arrow == .nearer)
        let ready = Array(repeating: Framing.ready(Self.crop, Self.head), count: 12)
        let steady = Guidance(Self.posing(moving + ready))
        #expect(steady.isReady && steady.severity == .go && steady.arrow == nil)
        #expect(steady.readiness == 1)
    }

    @Test(
        "no count-down is said beside a hint to move, though the booth counts from the first look")
    func countdown() {
        let moving = Array(repeating: Framing.move(.comeCloser, Self.head), count: 5)
        for (looks, isSaid) in [(3, false), (8, true)] {
            let ready = Array(repeating: Framing.ready(Self.crop, Self.head), count: looks)
            let booth = Self.posing(moving + ready, isAutomatic: true)
            let time = FrameTime(seconds: Double(4 + looks) * 0.1)
            let scene = CounterScene(booth: booth, time: time, counts: DayCounts())
            #expect(booth.countdown(at: time) != nil)
            #expect((Guidance(scene).countdown != nil) == isSaid, "\(looks)")
        }
    }

    @Test(
        "the student is told what the student can change, in a few words",
        arguments: Language.allCases)
    func short(language: Language) {
        for hint in FramingHint.allCases {
            let booth = Self.posing(Array(repeating: .move(hint, Self.head), count: 3))
            let guidance = Guidance(booth)
            #expect(guidance.headline == guidance.student, "\(hint)")
            #expect(guidance.student[language].count <= (language == .chinese ? 16 : 60), "\(hint)")
            #expect(!guidance.student.zh.contains("相机") && !guidance.student.en.contains("camera"))
        }
    }

    @Test("of light, backdrop and camera the operator hears; the student waits")
    func operators() {
        for kind in CheckKind.all {
            let advice = Phrase(zh: "请调整 \(kind.name.rawValue)", en: "adjust")
            let check = PortraitCheck(
                name: kind.name, value: 0, unit: "", allowed: 1...2, verdict: .fail, advice: advice)
            let flawed = Framing.flawed(check, Self.crop, Self.head)
            let guidance = Guidance(Self.posing(Array(repeating: flawed, count: 8)))
            #expect(guidance.headline == advice)
            let isStudents = GuidanceWords.isStudents(kind.name)
            #expect(guidance.student == (isStudents ? advice : GuidanceWords.moment))
        }
        #expect(!GuidanceWords.isStudents("backdrop") && GuidanceWords.isStudents("eyesOpen"))
    }

    @Test("left and right are the student's own, in a mirror and without one")
    func arrows() {
        #expect(Guidance.Arrow(.moveLeft)?.sign(isMirrored: true) == "←")
        #expect(Guidance.Arrow(.moveLeft)?.sign(isMirrored: false) == "→")
        #expect(Guidance.Arrow(.moveRight)?.sign(isMirrored: true) == "→")
        for mirrored in [true, false] {
            let signs = Set(Guidance.Arrow.allCases.map { $0.sign(isMirrored: mirrored) })
            #expect(signs.count == Guidance.Arrow.allCases.count)
        }
    }

    @Test("ready is go, a count-down is ready, and every state says something to both")
    func consistent() throws {
        for named in try Scenes.all() + [Scenes.automatic()] + Scenes.troubled() {
            let guidance = Guidance(named.scene)
            #expect(!guidance.isReady || guidance.severity == .go, "\(named.name)")
            #expect(guidance.countdown == nil || guidance.isReady, "\(named.name)")
            #expect(guidance.arrow == nil || guidance.severity == .warn, "\(named.name)")
            #expect((0...1).contains(guidance.readiness))
            for phrase in [guidance.student, guidance.headline] {
                #expect(!phrase.zh.isEmpty && !phrase.en.isEmpty, "\(named.name)")
            }
        }
    }

    @Test("while the counter gets ready both are told to wait, unless something is wrong")
    func preparing() throws {
        for named in try Scenes.all() where ["waiting", "lost", "ready"].contains(named.name) {
            var scene = named.scene
            scene.isPreparing = true
            let isSaid = Guidance(scene).headline == GuidanceWords.preparing
            #expect(isSaid == (named.name == "waiting"), "\(named.name)")
        }
    }

    @Test("the banner asks what is asked, in words that no two questions share")
    func asked() {
        let earlier = EarlierPortrait(
            sequence: 3, takenAt: ShotTime(unixMilliseconds: 0, utcOffset: 0), maskedName: "")
        let kinds: [Question.Kind] = [
            .sameCode(earlier), .sameNumber(earlier), .undo(earlier), .storeFailed,
            .endOfDay(DayCounts()),
        ]
        let said = kinds.map { kind in
            var booth = Booth(settings: BoothSettings())
            booth.question = Question(kind: kind)
            return Guidance(booth).headline
        }
        for language in Language.allCases {
            #expect(said.allSatisfy { $0[language].hasSuffix(language == .chinese ? "？" : "?") })
            #expect(Set(said.map { $0[language] }).count == kinds.count)
        }
    }

    @Test("settings opened while the camera is gone are what the banner tells; students wait")
    func openedWithoutCamera() {
        var booth = Booth(settings: BoothSettings())
        _ = booth.step(.cameraLost(KioskError(.cameraGone, "a")), at: FrameTime(nanoseconds: 0))
        #expect(Guidance(booth).headline == GuidanceWords.noCamera)
        let all = Preferences(KioskConfig(), cameras: [], displays: [], device: nil)
        _ = booth.step(.preferences(all), at: FrameTime(nanoseconds: 0))
        #expect(Guidance(booth).headline == PreferencesWords.headline)
        #expect(Guidance(booth).isWait)
        _ = booth.step(.cameraBack, at: FrameTime(nanoseconds: 0))
        #expect(Guidance(booth).student == GuidanceWords.showCode)
    }
}
