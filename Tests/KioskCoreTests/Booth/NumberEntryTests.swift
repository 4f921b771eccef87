import Testing

@testable import KioskCore

/// A number that is mistyped, corrected, scanned and asked about.
struct NumberEntryTests {
    private static let mine = Sample.code(#"{"xm":"张*三","zjhm":"002X"}"#)
    private static let right = "11010519491231002X"
    private static let wrong = "110105194912310021"
    private static let others = "440524188001010014"
    private static let pass = ShotSummary(checks: [], quality: 90, byteCount: 50_000)
    private static let ready = Framing.ready(
        Rect(x: 0, y: 0, width: 480, height: 640), Sample.head())

    /// A booth with a shot under review.
    private struct Review {
        var booth = Booth(settings: BoothSettings())
        var notices: [BoothNotice] = []
        var stored = 0
        private var step = 0

        init() {
            see([NumberEntryTests.mine], times: 2)
            see([], times: 7)
            see([], NumberEntryTests.ready, times: 8)
            press(.shootOrAccept)
            take(.shotTaken(NumberEntryTests.pass))
            see([], NumberEntryTests.ready, times: 5)
        }

        mutating func see(_ codes: [CaptureCode], _ framing: Framing? = nil, times: Int) {
            for _ in 0..<times {
                step += 1
                take(.observed(Observation(time: time, codes: codes, framing: framing)))
            }
        }

        var time: FrameTime { FrameTime(seconds: Double(step) * 0.1) }

        mutating func press(_ keys: BoothKey...) { for key in keys { take(.pressed(key)) } }

        mutating func type(_ text: String) {
            for key in KeyReading.keys(of: text, booth.typing) { press(key) }
        }

        mutating func take(_ event: BoothEvent) {
            for action in booth.step(event, at: time) {
                switch action {
                case .notify(let notice): notices.append(notice)
                case .store: stored += 1
                default: continue
                }
            }
        }

        var typed: String? { booth.sitting?.typed }
        var number: String? { booth.sitting?.idNumber?.text }
    }

    @Test("a wrong check digit leaves all digits; the last one is corrected")
    func corrected() {
        var review = Review()
        review.type(Self.wrong + "\n")
        #expect(review.notices.last == .numberWrong(.check))
        #expect(review.typed == Self.wrong && review.booth.sitting?.numberFault == .check)
        review.press(.backspace)
        #expect(review.booth.sitting?.numberFault == nil)
        review.type("x\n")
        #expect(review.number == Self.right && review.typed == nil)
    }

    @Test("a digit that was left out is added; a whole number that was refused is typed anew")
    func added() {
        var short = Review()
        short.type(Self.right.dropLast() + "\n")
        #expect(short.notices.last == .numberWrong(.form))
        short.type("x\n")
        #expect(short.number == Self.right)
        var whole = Review()
        whole.type(Self.wrong + "\n" + Self.right + "\n")
        #expect(whole.number == Self.right)
    }

    @Test("accepting waits while a refused number stands there, and Esc forgets it")
    func waits() {
        var review = Review()
        review.type(Self.wrong + "\n")
        review.press(.shootOrAccept, .enter, .shootOrAccept)
        #expect(review.stored == 0 && review.booth.state.name == .review)
        #expect(review.booth.troubles.map(\.notice) == [.numberWrong(.check)])
        review.press(.cancel)
        #expect(review.typed == nil && review.booth.troubles.isEmpty)
        review.press(.shootOrAccept)
        #expect(review.stored == 1)
    }

    @Test("a number that was asked about can be corrected; Esc takes the question first")
    func mismatch() {
        var review = Review()
        review.type(Self.others + "\n")
        #expect(review.booth.question?.name == .mismatch && review.typed == Self.others)
        review.press(.cancel)
        #expect(review.booth.question == nil && review.typed == Self.others)
        review.type(Self.right + "\n")
        #expect(review.number == Self.right, "a whole number begins anew")
    }

    @Test("a reader's number takes the place of a refused or half a typed one, or is its rest")
    func scanned() {
        var refused = Review()
        refused.type(Self.wrong + "\n")
        refused.press(.number(Self.right), .enter)
        #expect(refused.number == Self.right)
        var half = Review()
        half.type("1101")
        half.press(.number(Self.right), .enter)
        #expect(half.number == Self.right)
        var rest = Review()
        rest.type(String(Self.right.prefix(6)))
        rest.press(.number(String(Self.right.dropFirst(6))), .enter)
        #expect(rest.number == Self.right)
    }

    @Test("a reader's number answers no question, and without a sitting the code comes first")
    func nowhere() {
        var review = Review()
        review.type(Self.others + "\n")
        review.press(.number(Self.right), .enter)
        #expect(review.notices.last == .answerFirst)
        #expect(review.booth.question?.name == .mismatch && review.stored == 0)
        var booth = Booth(settings: BoothSettings())
        let time = FrameTime(seconds: 1)
        #expect(booth.step(.pressed(.number(Self.right)), at: time) == [.notify(.codeFirst)])
        #expect(booth.step(.pressed(.burst), at: time) == [.notify(.keysIgnored)])
    }

    @Test("Backspace where nothing is typed begins no number")
    func backspace() {
        var review = Review()
        review.press(.backspace)
        #expect(review.typed == nil)
        review.type("1\u{7F}")
        #expect(review.typed == nil)
        review.press(.shootOrAccept)
        #expect(review.stored == 1)
    }
}
