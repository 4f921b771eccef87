import TestSupport
import Testing

@testable import KioskCore

/// What a person presses is told from what a machine sends, by the strokes' own times.
struct KeyReaderTests {
    private static let number = "11010519491231002X"

    /// The keys of strokes so many ms apart, read whenever the reader is asked: once each 20 ms.
    private static func keys(
        _ text: String, gap: Int64, typing: Typing = .keys
    ) -> [BoothKey] {
        let strokes = text.enumerated().map {
            KeyStroke(KeyStroke.Key($1), at: Int64($0) * gap * 1_000_000)
        }
        return keys(of: strokes, typing)
    }

    private static func keys(of strokes: [KeyStroke], _ typing: Typing = .keys) -> [BoothKey] {
        var reader = KeyReader(isExact: false)
        var keys: [BoothKey] = []
        var rest = strokes[...]
        for now in stride(from: Int64(0), through: 30_000_000_000, by: 20_000_000) {
            let new = rest.prefix { $0.at <= now }
            rest = rest.dropFirst(new.count)
            keys += reader.take(Array(new), now: now, booth(typing))
            if rest.isEmpty, !reader.isHolding { break }
        }
        return keys
    }

    @Test("a button of the screen means nothing where something else is shown by now")
    func buttons() throws {
        let scenes = try Scenes.all()
        for seen in scenes {
            for now in scenes {
                let keys = KeyReader.pressed(
                    [.shootOrAccept], seen: seen.scene.booth, now.scene.booth)
                let isNow = keys == [.shootOrAccept]
                #expect(isNow || keys == [.late], "\(seen.name), \(now.name)")
                #expect(isNow || seen.name != now.name, "\(seen.name)")
                let buttons = [seen, now].map { ButtonWords.all($0.scene.booth).map(\.key) }
                #expect(!isNow || buttons[0] == buttons[1], "\(seen.name), \(now.name)")
            }
        }
    }

    /// A booth in which characters are taken so.
    private static func booth(_ typing: Typing) -> Booth {
        var booth = Booth(settings: BoothSettings())
        switch typing {
        case .keys: break
        case .number: booth.entry = Entry(kind: .exportOf)
        case .text: booth.entry = Entry(kind: .codeFile)
        }
        return booth
    }

    @Test(
        "a burst is never a row of commands, whoever sends it",
        arguments: [
            #"{"xm":"张*三","zjhm":"002X"}"#, "HTTPS://MY.CHSI.COM.CN/CQEA\r", "qq", "r q", "aeou",
            "  ", "c\r", "e\r", "q2\rq", "asdfghjkl", "AbCd1234efGHijKL5678mnOPqrST\r\n", "s1",
            "?g", "12q", "\r\r \r", "\rq", "\r ", "0123456789012345678901234567890\r",
        ])
    func burst(text: String) {
        for gap in [0, 1, 20, 60, 100] as [Int64] {
            let keys = Self.keys(text, gap: gap)
            let isAlone = text.count == 1
            #expect(isAlone || keys == [.burst], "\(text) at \(gap) ms: \(keys)")
        }
    }

    @Test(
        "a reader's number is one number and one Enter, however it ends",
        arguments: ["", "\r", "\n", "\r\n", "\r\r", "\r\n\r\n"])
    func wholeNumber(end: String) {
        // The two characters of CR LF are two keys of a keyboard.
        let strokes = (Self.number.map { $0 } + end.unicodeScalars.map { Character($0) })
            .enumerated().map { KeyStroke(KeyStroke.Key($1), at: Int64($0) * 5_000_000) }
        let expected: [BoothKey] = [.number(Self.number)] + (end.isEmpty ? [] : [.enter])
        #expect(Self.keys(of: strokes) == expected)
        #expect(Self.keys(of: strokes, .number) == expected)
    }

    @Test(
        "documents' numbers are known by their form where no number is being typed",
        arguments: [
            ("E12345678", true), ("H1234567801", true), ("12345678", true),
            ("CHN110012345678", true), ("学生1234567", false), ("ABCDEFGH", false),
            ("A1B2C3D4E5", false),
        ])
    func form(text: String, isNumber: Bool) {
        #expect(Self.keys(text + "\r", gap: 5) == (isNumber ? [.number(text), .enter] : [.burst]))
    }

    @Test("a quick hand's digits are digits, Enter behind them is one, and Backspace strikes out")
    func quickHand() {
        #expect(
            Self.keys("110\u{7F}5\r", gap: 70, typing: .number)
                == [
                    .character("1"), .character("1"), .character("0"), .backspace,
                    .character("5"), .enter,
                ])
        #expect(Self.keys("110105", gap: 70) == [.number("110105")])
        #expect(Self.keys("2\r", gap: 70) == [.number("2"), .enter], "no answer to a question")
    }

    @Test(
        "two Enters within 100 ms are one, by their own times; later ones are two",
        arguments: [(1, 1), (50, 1), (99, 1), (100, 1), (101, 2), (250, 2)] as [(Int64, Int)])
    func twoEnters(gap: Int64, count: Int) {
        #expect(Self.keys("\r\r", gap: gap).count == count)
    }

    @Test("keys that a busy counter reads at once are keys, if they were pressed one by one")
    func late() {
        let strokes = "r \r".enumerated().map {
            KeyStroke(KeyStroke.Key($1), at: Int64($0) * 150_000_000)
        }
        var reader = KeyReader(isExact: false)
        var keys = reader.take(strokes, now: 900_000_000, Self.booth(.keys))
        #expect(keys == [.retake], "the next one's meaning hangs on this one")
        keys += reader.take([], now: 910_000_000, Self.booth(.keys))
        keys += reader.take([], now: 1_100_000_000, Self.booth(.keys))
        #expect(keys == [.retake, .shootOrAccept, .enter])
    }

    @Test("a key pressed for one question or student means nothing to the next")
    func changed() {
        let earlier = EarlierPortrait(
            sequence: 1, takenAt: ShotTime(unixMilliseconds: 0, utcOffset: 0), maskedName: "")
        var (asked, sitting, another) = (Self.booth(.keys), Self.booth(.keys), Self.booth(.keys))
        asked.question = Question(kind: .undo(earlier))
        sitting.state = .posing(
            Sitting(code: Sample.code("a"), openedAt: FrameTime(seconds: 0)), Booth.Pose())
        another.state = .posing(
            Sitting(code: Sample.code("b"), openedAt: FrameTime(seconds: 0)), Booth.Pose())
        let booths = [Self.booth(.keys), asked, sitting, another]
        for (from, before) in booths.enumerated() {
            for (to, after) in booths.enumerated() {
                var reader = KeyReader(isExact: false)
                _ = reader.take([KeyStroke(.character("c"), at: 0)], now: 0, before)
                let keys = reader.take([], now: 200_000_000, after)
                #expect(keys == (from == to ? [.cancel] : [.late]))
            }
        }
    }

    @Test(
        "a shot is accepted by a key that was pressed since it came into view, however late it is read",
        arguments: [(-600, false), (-10, false), (10, true), (600, true)] as [(Int64, Bool)])
    func shotInView(milliseconds: Int64, isAccepted: Bool) {
        let sitting = Sitting(code: Sample.code("a"), openedAt: FrameTime(seconds: 0))
        var (posing, review) = (Self.booth(.keys), Self.booth(.keys))
        posing.state = .posing(sitting, Booth.Pose())
        review.state = .review(sitting, ShotSummary(checks: [], quality: 90, byteCount: 50_000))
        // The keyboard's clock is a day behind.
        let (behind, shown): (Int64, Int64) = (86_400_000_000_000, 86_405_000_000_000)
        func stroke(_ time: Int64) -> KeyStroke {
            KeyStroke(.character(" "), at: time - behind)
        }
        var reader = KeyReader(isExact: false)
        let first = shown - 2_000_000_000
        _ = reader.take([stroke(first)], now: first, posing)
        #expect(reader.take([], now: first + 200_000_000, posing) == [.shootOrAccept])
        _ = reader.take([], now: shown, review)
        let now = shown + 900_000_000
        _ = reader.take([stroke(shown + milliseconds * 1_000_000)], now: now, review)
        let keys = reader.take([], now: now + 200_000_000, review)
        #expect(keys == (isAccepted ? [.shootOrAccept] : [.late]))
    }

    @Test("a keyboard whose clock is set back is no reason to lose keys")
    func clockSetBack() {
        var reader = KeyReader(isExact: false)
        for (index, at) in ([5_000, 9_000, 100, 700] as [Int64]).enumerated() {
            let now = Int64(index + 1) * 100_000_000_000
            _ = reader.take(
                [KeyStroke(.character("c"), at: at * 1_000_000)], now: now, Self.booth(.keys))
            let keys = reader.take([], now: now + 200_000_000, Self.booth(.keys))
            #expect(keys == [.cancel])
        }
    }

    @Test("arrows, function keys and the like do nothing, alone or in a row")
    func others() {
        let one = [KeyStroke(.other, at: 0)]
        #expect(Self.keys(of: one).isEmpty)
        #expect(Self.keys(of: one + [KeyStroke(.other, at: 30_000_000)]).isEmpty)
        let mixed = one + [KeyStroke(.character("q"), at: 1), KeyStroke(.other, at: 2)]
        #expect(Self.keys(of: mixed) == [.burst], "a pasted q is no q that was pressed")
    }

    @Test("a key that is held down at a terminal counts once")
    func held() {
        let repeats = (0..<40).map { KeyStroke(.character(" "), at: 500_000_000 + $0 * 33_000_000) }
        let keys = Self.keys(of: [KeyStroke(.character(" "), at: 0)] + repeats)
        #expect(keys == [.shootOrAccept, .burst])
    }

    @Test("a path is text whether typed or pasted, to its first Enter")
    func path() {
        let path = "/媒体/q r.png"
        let text = path.map { BoothKey.character($0) }
        #expect(Self.keys(path + "\rqq\r", gap: 1, typing: .text) == text + [.enter])
        #expect(Self.keys(path, gap: 150, typing: .text) == text)
        let huge = Self.keys(String(repeating: "a", count: 100_000), gap: 0, typing: .text)
        #expect(huge.count <= KeyReader.longest)
    }

    @Test("in any row of strokes only those alone for a tenth of a second on both sides command")
    func anything() {
        var dice = Dice(13)
        let keys: [KeyStroke.Key] =
            "rcqnaueogs \r\u{7F}\u{1B}1234567890xhm#?张".map { KeyStroke.Key($0) } + [
                .other, .other,
            ]
        for _ in 0..<2_000 {
            var at: Int64 = 0
            let strokes = (0..<Int.random(in: 1...30, using: &dice)).map { _ in
                at += Int64.random(in: 0...220, using: &dice) * 1_000_000
                return KeyStroke(keys.randomElement(using: &dice) ?? .other, at: at)
            }
            let alone = strokes.indices.count { index in
                let before = index == 0 || strokes[index].at - strokes[index - 1].at > KeyReader.gap
                let last = index == strokes.count - 1
                return before && (last || strokes[index + 1].at - strokes[index].at > KeyReader.gap)
            }
            let commands = Self.keys(of: strokes).count(where: \.isCommand)
            #expect(commands <= alone)
        }
    }
}

extension BoothKey {
    /// Whether it does more than type, end what is typed, or nothing.
    fileprivate var isCommand: Bool {
        switch self {
        case .character, .backspace, .enter, .number, .burst, .beginNumber: false
        default: true
        }
    }
}
