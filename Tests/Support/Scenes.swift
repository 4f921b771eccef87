public import KioskCore
import KioskIO
import StudioKit

/// The counter in each of its states, as a drawn student's sitting comes to them.
public enum Scenes {
    /// A scene and its name.
    public struct Named: Sendable {
        /// The name, for files.
        public let name: String
        /// What is shown.
        public fileprivate(set) var scene: CounterScene
        /// Whether the studio is empty then.
        public let isEmpty: Bool

        /// The same with something that happens to its booth.
        func with(_ what: String, _ body: (inout Booth) -> [BoothAction]) -> Named {
            var copy = self
            _ = body(&copy.scene.booth)
            return Named(name: "\(name), \(what)", scene: copy.scene, isEmpty: isEmpty)
        }
    }

    private static let size = Size(width: 1280, height: 720)
    private static let earlier = EarlierPortrait(
        sequence: 12, takenAt: ShotTime(unixMilliseconds: 1_795_476_307_000, utcOffset: 28_800),
        maskedName: "张*三")

    /// The session's portraits as they are found again: one withdrawn, one replaced, one that fails.
    public static let found = (1...14).map { sequence in
        var portrait = earlier
        portrait.sequence = sequence
        portrait.takenAt = ShotTime(
            unixMilliseconds: earlier.takenAt.unixMilliseconds + Int64(sequence) * 200_000,
            utcOffset: 28_800)
        let isFailed = sequence == 9
        return FoundPortrait(
            portrait, numberEnd: sequence == 3 ? "" : "0\(sequence * 7 + 100)",
            verdict: isFailed ? .fail : sequence % 4 == 0 ? .warn : .pass,
            failedBecause: isFailed ? Question.Answer.checkWrong.rawValue : nil,
            voidedBecause: [4: "wrongPerson", 6: "replaced by 7"][sequence])
    }

    /// The settings of a machine with two displays.
    private static let preferences = Preferences(
        KioskConfig(),
        cameras: ["/dev/kiosk-camera", "/dev/v4l/by-id/usb-046d_HD_Pro_Webcam_C920-video-index0"],
        displays: ["DELL P2419H", "HDMI-1"], device: "/dev/kiosk-camera")

    /// A morning after this program was made.
    private static let nextYear = ShotTime(
        unixMilliseconds: earlier.takenAt.unixMilliseconds + 365 * 86_400_000, utcOffset: 28_800)

    /// The camera's picture: the drawn student, or the empty studio.
    public static func frame(isEmpty: Bool) throws -> CapturedFrame {
        var day = StudioDay(seed: 5, students: 1)
        let photo = isEmpty ? day.next()?.photo : Studio(seed: 5).portrait(of: 0).photo
        guard let photo else { throw KioskError(.bug, "studio") }
        return CapturedFrame(
            bytes: photo.pixels,
            layout: FrameLayout(format: .rgb, size: size, stride: size.width * 3, encoding: .jfif),
            sequence: 0, time: FrameTime(nanoseconds: 0))
    }

    /// Every state, in the order of a sitting.
    public static func all() throws -> [Named] {
        var play = Play()
        var list = [play.named("waiting", isEmpty: true)]
        list.append(play.morning())
        list.append(
            play.asking("lost") {
                $0.take(.cameraLost(KioskError(.cameraGone, "/dev/kiosk-camera")))
            })
        list.append(
            play.asking("foreign", isEmpty: true) {
                $0.see(codes: [Play.code("https://qr.alipay.com/a")], times: 2)
            })
        list.append(
            play.asking("unread", isEmpty: true) {
                $0.see(codes: [], sight: .unreadable, times: 12)
            })
        list.append(play.choosing())
        list.append(
            play.asking("settings") {
                $0.take(.preferences(Self.preferences))
                $0.press(.character("3"))
            })
        list.append(play.asking("find") { $0.take(.found(Self.found)) })
        list.append(
            play.asking("found") {
                $0.take(.found(Self.found))
                $0.press(.pick(9))
            })
        play.press(.guide)
        list.append(play.named("guide", isEmpty: true))
        play.press(.cancel)
        play.press(.openFile)
        for character in "/media/usb/code.png" { play.press(.character(character)) }
        list.append(play.named("file", isEmpty: true))
        play.press(.cancel)
        list.append(try play.namingClass())
        list.append(try play.exporting())
        play.see(codes: [Play.mine, Play.other], times: 2)
        list.append(play.named("several", isEmpty: true))
        play.press(.character("1"))
        play.press(.enter)
        list.append(play.named("code", isEmpty: true))
        play.see(codes: [], times: 7)
        list.append(play.named("seat", isEmpty: true))
        play.see(codes: [], Play.aside, times: 4)
        list.append(play.named("aside"))
        play.see(codes: [], Play.ready, times: 9)
        play.type("1101051949")
        list.append(play.named("ready"))
        play.type("1231002X\n")
        list.append(
            play.asking("same-number") {
                guard let number = $0.booth.sitting?.idNumber else { return }
                $0.take(.known(.number(number, besides: Play.mine), [earlier]))
            })
        list.append(play.asking("mismatch") { $0.type("110105194912310038\n") })
        list.append(play.asking("whose-turn") { $0.see(codes: [Play.third], Play.ready) })
        play.press(.shootOrAccept)
        let portrait = try Stored.portrait(0, seed: 5).portrait
        play.portrait = portrait.jpeg.bytes
        list.append(
            play.asking("review-failed") {
                $0.take(.shotTaken(Self.summary(of: portrait, fails: true)))
            })
        list.append(
            play.asking("why-stored") {
                $0.take(.shotTaken(Self.summary(of: portrait, fails: true)))
                $0.press(.storeFailed)
            })
        play.take(.shotTaken(Self.summary(of: portrait, fails: false)))
        list.append(play.named("review"))
        list.append(
            play.asking("not-stored") {
                $0.take(.known(.code(Play.mine), [earlier]))
                $0.wait()
                $0.press(.character("2"))
                $0.press(.enter)
                $0.press(.shootOrAccept)
                $0.take(.storeRefused(KioskError(.diskFull, "2026-11-27")))
                $0.type("110105194912310021\n")
            })
        play.take(.known(.code(Play.mine), [earlier]))
        list.append(play.named("same-code"))
        play.wait()
        play.press(.character("1"))
        play.press(.enter)
        play.press(.shootOrAccept)
        play.take(.stored(sequence: 13))
        play.portrait = nil
        list.append(play.named("stored"))
        play.take(.known(.last, [earlier]))
        list.append(play.named("undo"))
        list.append(
            play.asking("evening") {
                $0.press(.cancel)
                var day = DayCounts()
                (day.standing, day.notExported, day.failed) = (64, 12, [4, 9])
                (day.retaken, day.setAside) = (3, 1)
                $0.take(.dayEnds(day))
            })
        return list
    }

    /// The states in which a student has something to see, with what only students see.
    public static func students() throws -> [Named] {
        var list = try all().filter { named in
            [
                "waiting", "foreign", "unread", "code", "seat", "aside", "ready", "review",
                "stored", "guide",
                "whose-turn",
            ]
            .contains(named.name)
        }
        for index in list.indices where list[index].name == "stored" {
            list[index].scene.stored = try Stored.portrait(0, seed: 5).portrait.jpeg.bytes
        }
        return list + [automatic()]
    }

    /// A shot as the counter sees it: as it was judged, or with one check that fails.
    private static func summary(of portrait: Portrait, fails: Bool) -> ShotSummary {
        var checks = portrait.checks.filter { $0.verdict == .pass || $0.verdict == .warn }
        checks += ["headwear", "tintedGlasses", "hairOverBrows"].map { name in
            PortraitCheck(
                name: name, value: nil, unit: "", allowed: 0...0, verdict: .notAssessed,
                advice: Phrase(zh: "请看一眼", en: "Look yourself."))
        }
        if fails {
            checks.append(
                PortraitCheck(
                    name: .eyesOpen, value: 0.1, unit: "", allowed: 0.2...1, verdict: .fail,
                    advice: Phrase(zh: "请睁开眼睛", en: "Please open your eyes.")))
        }
        var summary = ShotSummary(
            checks: checks, quality: portrait.jpeg.quality, byteCount: portrait.jpeg.bytes.count)
        summary.candidate = .init(number: 1, count: 3)
        return summary
    }

    /// Every scene with everything wrong at once that can go wrong beside it, in turn and together.
    public static func troubled() throws -> [Named] {
        let errors = KioskError.Code.allCases.map { KioskError($0, Self.path, detail: Self.detail) }
        return try all().flatMap { named in
            var list = errors.map { error in
                named.with("\(error.code.rawValue)") {
                    $0.step(.failed(.export, .refused(error)), at: named.scene.time)
                }
            }
            list.append(
                named.with("everything") { booth in
                    let time = named.scene.time
                    var actions = booth.step(
                        .cameraLost(KioskError(.cameraGone, "/dev/kiosk-camera")), at: time)
                    for request in BoothRequest.allCases.prefix(2) {
                        let error = KioskError(.exportBusy, Self.path)
                        actions += booth.step(.failed(request, .refused(error)), at: time)
                    }
                    return actions
                })
            return list
        }
    }

    private static let foundChecks = [
        FoundCheck(name: .eyesOpen, verdict: .fail), FoundCheck(name: "clothes", verdict: .warn),
    ]

    private static let path = "/media/operator/KINGSTON-64GB/graduation-2027/2026-11-27-2.iso"
    private static let detail = "SQLite 522"

    /// The count-down, alone.
    public static func automatic() -> Named {
        var play = Play(isAutomatic: true)
        play.see(codes: [Play.mine], times: 2)
        play.see(codes: [], times: 7)
        play.see(codes: [], Play.ready, times: 8)
        return play.named("count-down")
    }

    private struct Play {
        static let mine = code(#"{"xm":"张*三","zjhm":"002X"}"#)
        static let other = code(#"{"xm":"欧阳*","zjhm":"0014"}"#)
        static let third = code(#"{"xm":"李*"}"#)
        static let head: HeadGeometry = {
            guard case .person(let truth, _) = Studio(seed: 5).portrait(of: 0).truth else {
                preconditionFailure("a student is drawn")
            }
            return truth.head
        }()
        static let ready = PortraitRule.chsi.judge(heads: [head], scale: 1, source: Scenes.size)
        static let aside = Framing.move(.moveLeft, head)

        var booth: Booth
        var portrait: [UInt8]?
        let earlierPortrait = try? Stored.portrait(1, seed: 5).portrait.jpeg.bytes
        private var step = 0

        init(isAutomatic: Bool = false) {
            var settings = BoothSettings()
            settings.isAutomatic = isAutomatic
            booth = Booth(settings: settings)
        }

        private var time: FrameTime { FrameTime(seconds: Double(step) * 0.1) }

        mutating func see(
            codes: [CaptureCode], _ framing: Framing? = nil, sight: CodeSight? = nil,
            times: Int = 1
        ) {
            for _ in 0..<times {
                step += 1
                var seen = Observation(time: time, codes: codes, framing: framing)
                seen.sight = sight
                take(.observed(seen))
            }
        }

        /// The next class is being named while one is taken.
        func namingClass() throws -> Named {
            let name = try ClassName("计算机科学与技术2201班")
            return asking("class", isEmpty: true) { play in
                play.take(.classes(Booth.Classes(current: name, last: name)))
                play.press(.beginClass)
                for character in "软件工程2203班" { play.press(.character(character)) }
            }
        }

        /// A hand-over is being written while a class is taken.
        func exporting() throws -> Named {
            let name = try ClassName("计算机科学与技术2201班")
            var named = asking("exporting", isEmpty: true) { play in
                play.take(.classes(Booth.Classes(current: name, last: name)))
                play.take(.exporting(true))
            }
            named.scene.export = CommandWords.progress(
                HandOverProgress(
                    .writing, files: 812, of: 1_205, bytes: 81_000_000, of: 120_000_000),
                secondsLeft: 42)
            named.scene.counts.ofClass = ClassSummary(
                name: name, portraits: 31, setAside: 1, refused: 0, began: nil, ended: nil)
            return named
        }

        mutating func press(_ key: BoothKey) { take(.pressed(key)) }

        /// Looks at a portrait.
        mutating func wait() { step += 4 }

        mutating func type(_ text: String) {
            for key in KeyReading.keys(of: text, booth.typing) { press(key) }
        }

        mutating func take(_ event: BoothEvent) { _ = booth.step(event, at: time) }

        /// The scene after something that does not happen to this sitting.
        func asking(
            _ name: String, isEmpty: Bool = false, _ body: (inout Play) -> Void
        ) -> Named {
            var copy = self
            body(&copy)
            return copy.named(name, isEmpty: isEmpty)
        }

        func named(_ name: String, isEmpty: Bool = false) -> Named {
            var counts = DayCounts()
            counts.standing = 64
            (counts.stored, counts.retaken, counts.setAside, counts.notExported) = (12, 3, 1, 12)
            var scene = CounterScene(booth: booth, time: time, counts: counts)
            scene.portrait = portrait
            if booth.question?.earlier != nil { scene.earlier = earlierPortrait }
            if !booth.isShotShown { scene.portrait = nil }
            if let finder = booth.finder {
                let seen = finder.picked.map { [$0] } ?? finder.found.map(\.sequence)
                scene.found = Dictionary(
                    uniqueKeysWithValues: seen.map { ($0, earlierPortrait ?? []) })
                scene.foundChecks = finder.picked == nil ? [] : Scenes.foundChecks
            }
            return Named(name: name, scene: scene, isEmpty: isEmpty)
        }

        /// The camera that is set is missing, and two others are plugged in.
        func choosing() -> Named {
            var named = named("cameras", isEmpty: true)
            let missing = KioskError(.cameraMissing, "/dev/kiosk-camera")
            var desk = CameraDesk(fault: missing)
            _ = desk.see(
                [
                    CameraDesk.Entry(
                        path: "/dev/video0", card: "Integrated Camera: Integrated C",
                        mode: "MJPG 1280x720 30/s", fault: nil),
                    CameraDesk.Entry(
                        path: "/dev/video2", card: "HD Pro Webcam C920", mode: "",
                        fault: KioskError(.cameraBusy, "/dev/video2", detail: "cheese (1234)")),
                ], fault: missing)
            named.scene.cameras = desk
            named.scene.isPreparing = true
            return named
        }

        /// The counter as it opens, with everything to say.
        func morning() -> Named {
            var named = named("morning", isEmpty: true)
            var report = MorningReport(now: Scenes.nextYear)
            report.notExported = [("软件学院", 12)]
            report.freeBytes = 100_000_000
            report.closingDate = "2026-04-20"
            report.hours = OpeningHours("09:00-11:30")
            named.scene.opening = report.lines
            return named
        }

        static func code(_ text: String) -> CaptureCode {
            CaptureCode(bytes: Array(text.utf8), reader: "zbar")
        }
    }
}
