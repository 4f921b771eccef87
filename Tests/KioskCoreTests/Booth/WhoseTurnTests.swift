import Testing

@testable import KioskCore

/// Several codes, another's code, a phone that shows nothing readable.
struct WhoseTurnTests {
    private static let mine = Sample.code("mine")
    private static let other = Sample.code("other")
    private static let ready = Framing.ready(
        Rect(x: 0, y: 0, width: 480, height: 640), Sample.head())

    /// A booth that sees and hears things, 0.1 s apart.
    private struct Played {
        var booth: Booth
        var notices: [BoothNotice] = []
        private var step = 0

        init(isAutomatic: Bool = false) {
            var settings = BoothSettings()
            settings.isAutomatic = isAutomatic
            booth = Booth(settings: settings)
        }

        mutating func see(
            _ codes: [CaptureCode], _ framing: Framing? = nil, phone: Bool = false, times: Int = 1
        ) {
            for _ in 0..<times {
                let time = next()
                let seen = Observation(
                    time: time, codes: codes, isPhoneInView: phone, framing: framing)
                take(booth.step(.observed(seen), at: time))
            }
        }

        mutating func press(_ key: BoothKey) {
            let time = next()
            take(booth.step(.pressed(key), at: time))
        }

        private mutating func next() -> FrameTime {
            step += 1
            return FrameTime(seconds: Double(step) * 0.1)
        }

        private mutating func take(_ actions: [BoothAction]) {
            notices += actions.compactMap {
                if case .notify(let notice) = $0 { notice } else { nil }
            }
        }

        var code: CaptureCode? { booth.sitting?.code }
        var isPosing: Bool { if case .posing = booth.state { true } else { false } }
        var isWaiting: Bool { if case .waiting = booth.state { true } else { false } }
        var asks: Bool { if case .whoseTurn = booth.state { true } else { false } }
    }

    @Test("of two codes the operator picks one; the other does not disturb its sitting")
    func picked() {
        var day = Played()
        day.see([Self.mine, Self.other], times: 3)
        #expect(day.notices == [.severalCodes], "said once")
        day.press(.character("2"))
        day.see([Self.mine, Self.other], times: 5)
        #expect(day.code == Self.other)
        #expect(!day.asks)
        day.see([], times: 7)
        #expect(day.isPosing)
    }

    @Test("a code that was read only once cannot be picked")
    func notAgreed() {
        var day = Played()
        day.see([Self.mine, Self.other])
        day.press(.character("1"))
        #expect(day.code == nil)
    }

    @Test(
        "alone, two codes open nothing, and one of them only after the other has been gone for a second"
    )
    func alone() {
        var day = Played(isAutomatic: true)
        day.see([Self.mine, Self.other], times: 10)
        day.press(.character("1"))
        day.see([Self.mine], times: 5)
        #expect(day.code == nil, "one of two may be missed in a few looks")
        day.see([Self.mine], times: 10)
        #expect(day.code == Self.mine)
    }

    @Test("another code asks whose turn it is, before and while posing", arguments: [false, true])
    func asked(isPosing: Bool) {
        var day = Played()
        day.see([Self.mine], times: 3)
        if isPosing { day.see([], times: 7) }
        day.see([Self.other], Self.ready)
        #expect(day.asks && day.notices.last == .whoseTurn)
        day.press(.shootOrAccept)
        #expect(day.code == Self.mine && !day.asks)
        day.see([Self.other], Self.ready, times: 3)
        #expect(!day.asks, "what was answered is not asked again")
    }

    @Test("no shot is taken while a stranger's code that was set aside is still in view")
    func strangerInView() {
        var day = Played()
        day.see([Self.mine], times: 3)
        day.see([], times: 7)
        day.see([Self.other], Self.ready)
        day.press(.shootOrAccept)
        day.see([Self.other], Self.ready, times: 5)
        day.press(.shootOrAccept)
        #expect(day.notices.last == .notReady)
        day.see([], Self.ready, times: 7)
        day.press(.shootOrAccept)
        guard case .shooting = day.booth.state else {
            return #expect(Bool(false), "\(day.booth.state)")
        }
    }

    @Test("the next student's turn begins with that code alone")
    func next() {
        var day = Played()
        day.see([Self.mine], times: 3)
        day.see([], times: 7)
        day.see([Self.other])
        day.press(.nextStudent)
        day.see([Self.other], times: 2)
        #expect(day.code == Self.other)
    }

    @Test("alone, another code ends the sitting")
    func automatic() {
        var day = Played(isAutomatic: true)
        day.see([Self.mine], times: 3)
        day.see([], times: 7)
        day.see([Self.other])
        #expect(day.isWaiting && day.notices.last == .anotherCode)
    }

    @Test("a phone whose code cannot be read has not left the picture")
    func phone() {
        var day = Played()
        day.see([Self.mine], times: 3)
        day.see([], phone: true, times: 20)
        #expect(!day.isPosing)
        day.see([], times: 7)
        #expect(day.isPosing)
        day.see([], Self.ready, times: 3)
        day.see([], Self.ready, phone: true)
        day.press(.shootOrAccept)
        #expect(day.notices.last == .notReady)
    }
}
