import Testing

@testable import KioskCore

struct BurstTests {
    private static let head = HeadGeometry(
        hairTop: 80, leftEye: Point(x: 190, y: 250), rightEye: Point(x: 290, y: 250),
        chin: Point(x: 240, y: 430), faceLeft: 120, faceRight: 360)

    private static func shot(_ time: Double, open: Double = 1, failures: Int = 0) -> Burst.Shot {
        let layout = FrameLayout(
            format: .motionJPEG, size: Size(width: 1280, height: 720), stride: 0, encoding: .jfif)
        let frame = CapturedFrame(
            bytes: [1, 2, 3], layout: layout, sequence: Int(time * 30),
            time: FrameTime(seconds: time))
        let grade = FrameGrade(
            failures: failures, warnings: 0, openness: open, blur: 0.5, pose: nil)
        return Burst.Shot(frame: frame, head: head, grade: grade, faces: 1)
    }

    private static func burst(_ shots: [Burst.Shot], begin: Double = 0) -> Burst {
        var burst = Burst()
        burst.begin(at: FrameTime(seconds: begin))
        shots.forEach { burst.take($0) }
        return burst
    }

    @Test("at the shutter the frame with open eyes is taken, not the blink")
    func blink() {
        let shots = (1...30).map { Self.shot(Double($0) / 30, open: $0 > 26 ? 0.1 : 0.99) }
        #expect(Self.burst(shots).best?.grade.score ?? 0 > 3)
        let single = shots + [Self.shot(31 / 30.0, open: 1), Self.shot(34 / 30.0, open: 0.1)]
        #expect(Self.burst(single).best?.frame.sequence == 31)
    }

    @Test("nothing older than a second is taken, however good it was")
    func old() {
        let burst = Self.burst([Self.shot(0.1), Self.shot(1.3, open: 0.5)])
        #expect(burst.best?.frame.time == FrameTime(seconds: 1.3))
    }

    @Test("nothing of an earlier posing is taken: another may have sat there")
    func earlier() {
        #expect(Self.burst([Self.shot(0.4), Self.shot(0.5)], begin: 0.5).best == nil)
        var burst = Self.burst([Self.shot(0.4)])
        burst.begin(at: FrameTime(seconds: 0.45))
        #expect(burst.best == nil)
        burst.clear()
        burst.take(Self.shot(0.6))
        #expect(burst.best == nil, "no posing is under way")
    }

    @Test("a frame that fails a check is taken only where there is no other")
    func failing() {
        let burst = Self.burst([Self.shot(0.2, open: 0.6), Self.shot(0.35, failures: 1)])
        #expect(burst.best?.frame.time == FrameTime(seconds: 0.2))
        #expect(Self.burst([Self.shot(0.35, failures: 1)]).best != nil)
    }

    @Test("the newest frame is taken only where there is no other: nothing has judged it yet")
    func newest() {
        let burst = Self.burst([Self.shot(0.2, open: 0.6), Self.shot(0.35)])
        #expect(burst.best?.frame.time == FrameTime(seconds: 0.2))
        #expect(Self.burst([Self.shot(0.35)]).best != nil)
    }

    @Test("the newest frame is taken where all the others fail: the student has only just sat down")
    func justReady() {
        let moving = [Self.shot(0.2, failures: 2), Self.shot(0.35, failures: 1)]
        let burst = Self.burst(moving + [Self.shot(0.5, open: 0.5)])
        #expect(burst.ranked.map(\.frame.time.seconds) == [0.5, 0.35, 0.2])
        #expect(Self.burst(moving).best?.frame.time == FrameTime(seconds: 0.35))
    }

    @Test("a frame that turned out to be damaged is dropped")
    func dropped() {
        var burst = Self.burst([
            Self.shot(0.2, open: 0.6), Self.shot(0.35), Self.shot(0.5, open: 0.1),
        ])
        #expect(burst.best?.frame.time == FrameTime(seconds: 0.35))
        burst.drop(FrameTime(seconds: 0.35))
        #expect(burst.best?.frame.time == FrameTime(seconds: 0.2))
    }

    @Test("frames lend their storage: a long posing holds no more than a dozen")
    func storage() {
        var burst = Burst()
        burst.begin(at: FrameTime(seconds: 0))
        var made = 0
        for index in 1...600 {
            var spare = burst.spare()
            if spare == nil { made += 1 }
            spare = nil
            burst.take(Self.shot(Double(index) / 30, open: Double(index % 7) / 7))
        }
        #expect(made <= 12)
    }
}
