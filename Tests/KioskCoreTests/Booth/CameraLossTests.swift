import Testing

@testable import KioskCore

/// The camera is pulled out in every state of a sitting.
struct CameraLossTests {
    private static let mine = Sample.code(#"{"xm":"张*三"}"#)
    private static let other = Sample.code("other")
    private static let gone = KioskError(.cameraGone, "/dev/kiosk-camera")
    private static let ready = PortraitRule.chsi.judge(
        heads: [Sample.head(hair: 100, width: 240, middle: 640, eyes: 300)], scale: 1,
        source: Size(width: 1280, height: 720))

    /// A booth that has come to a state.
    private struct Play {
        var booth = Booth(settings: BoothSettings())
        var time = 0.0
        var notices: [BoothNotice] = []
        var actions: [BoothAction] = []

        mutating func take(_ event: BoothEvent) {
            for action in booth.step(event, at: FrameTime(seconds: time)) {
                actions.append(action)
                if case .notify(let notice) = action { notices.append(notice) }
            }
        }

        mutating func see(_ codes: [CaptureCode], _ framing: Framing? = nil, times: Int = 2) {
            for _ in 0..<times {
                time += 0.1
                take(
                    .observed(
                        Observation(
                            time: FrameTime(seconds: time), codes: codes, framing: framing)))
            }
        }

        mutating func come(to name: Booth.State.Name) {
            if name == .waiting { return }
            see(name == .several ? [mine, other] : [mine])
            if [.several, .code].contains(name) { return }
            see([], times: 8)
            see([], ready, times: 4)
            if name == .whoseTurn { see([other], ready) }
            if [.posing, .whoseTurn].contains(name) { return }
            take(.pressed(.shootOrAccept))
            if name == .shooting { return }
            take(.shotTaken(ShotSummary(checks: [], quality: 90, byteCount: 50_000)))
            time += 0.5
            if name == .review { return }
            take(.pressed(.shootOrAccept))
            if name == .stored { take(.stored(sequence: 1)) }
        }
    }

    @Test(
        "the sitting under way asks for its code again, and the loss is said at once",
        arguments: Booth.State.Name.allCases)
    func lost(name: Booth.State.Name) {
        var play = Play()
        play.come(to: name)
        #expect(play.booth.state.name == name)
        play.take(.cameraLost(Self.gone))
        #expect(play.notices.last == .cameraLost(Self.gone))
        let said = play.notices.count
        play.take(.cameraLost(Self.gone))
        #expect(play.notices.count == said, "said once")
        let busy = KioskError(.cameraBusy, "/dev/kiosk-camera", detail: "cheese (9)")
        play.take(.cameraLost(busy))
        #expect(play.notices.last == .cameraLost(busy), "another reason is said")
        #expect(BoothWords.notice(.cameraLost(busy), .english).contains("cheese (9)"))
        let stays: [Booth.State.Name] = [.review, .storing, .stored]
        #expect(play.booth.state.name == (stays.contains(name) ? name : .waiting))
        play.take(.cameraBack)
        #expect(play.notices.last == .cameraBack && play.booth.cameraLoss == nil)
        guard !stays.contains(name) else { return }
        play.see([], Self.ready, times: 20)
        play.take(.pressed(.shootOrAccept))
        #expect(!play.actions.contains(.shoot) || name == .shooting, "shot without a code")
    }

    @Test(
        "where nothing is seen any more the sitting under way asks for its code again",
        arguments: Booth.State.Name.allCases)
    func unseen(name: Booth.State.Name) {
        var play = Play()
        play.come(to: name)
        let error = KioskError(.cameraDamaged)
        play.take(.lookFailed(error))
        #expect(play.notices.last == .lookFailed(error))
        #expect(play.booth.troubles.map(\.notice).contains(.lookFailed(error)))
        let stays: [Booth.State.Name] = [.review, .storing, .stored]
        #expect(play.booth.state.name == (stays.contains(name) ? name : .waiting))
        play.take(.lookWorks)
        #expect(!play.booth.troubles.map(\.notice).contains(.lookFailed(error)))
    }

    @Test("looks that fail are told once they have lasted, once, and again after one has worked")
    func faults() {
        var faults = LookFaults()
        let told = (0..<40).map { faults.failed(at: FrameTime(seconds: Double($0) * 0.1)) }
        #expect(told.firstIndex(of: true) == 15 && told.count { $0 } == 1 && faults.count == 40)
        let worked = [faults.worked(), faults.worked()]
        #expect(worked == [true, false])
        let again = [9.0, 11].map { faults.failed(at: FrameTime(seconds: $0)) }
        #expect(again == [false, true])
    }

    @Test("a shot under review can be accepted, but no other is taken without the code")
    func review() {
        var play = Play()
        play.come(to: .review)
        play.take(.cameraLost(Self.gone))
        var accepted = play
        accepted.take(.pressed(.shootOrAccept))
        #expect(accepted.booth.state.name == .storing)
        play.take(.cameraBack)
        play.take(.pressed(.retake))
        #expect(play.notices.last == .personChanged(.unseen))
        #expect(play.booth.state.name == .waiting)
    }

    @Test("a portrait that could not be stored can be accepted, but no other is taken")
    func storing() {
        var play = Play()
        play.come(to: .storing)
        play.take(.cameraLost(Self.gone))
        play.take(.storeRefused(KioskError(.diskFull)))
        #expect(play.booth.state.name == .review)
        play.take(.pressed(.retake))
        #expect(play.booth.state.name == .waiting)
    }

    @Test("a shot that comes back after the loss is not taken for anybody's")
    func lateShot() {
        var play = Play()
        play.come(to: .shooting)
        play.take(.cameraLost(Self.gone))
        play.take(.shotTaken(ShotSummary(checks: [], quality: 90, byteCount: 50_000)))
        #expect(play.booth.state.name == .waiting && play.actions.last == .discardShot)
    }
}
