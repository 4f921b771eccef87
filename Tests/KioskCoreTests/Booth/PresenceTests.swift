import Testing

@testable import KioskCore

struct PresenceTests {
    private static func ready(_ middle: Double, width: Double = 240) -> Framing {
        .ready(
            Rect(x: 0, y: 0, width: 480, height: 640), Sample.head(width: width, middle: middle))
    }

    /// What becomes of a person seen at those places, that many seconds apart.
    private static func follow(_ looks: [Framing], every interval: Double) -> Presence.Break? {
        var presence = Presence(since: FrameTime(seconds: 0))
        for (index, look) in looks.enumerated() {
            let time = FrameTime(seconds: Double(index + 1) * interval)
            if let broken = presence.see(look, at: time, absence: 3) { return broken }
        }
        return nil
    }

    @Test("who sits still, leans, sits down quickly or comes closer is the same person")
    func same() {
        #expect(Self.follow(Array(repeating: Self.ready(640), count: 100), every: 0.1) == nil)
        let leaning = (0..<60).map { Self.ready(640 + 60 * Double($0 % 10) / 10) }
        #expect(Self.follow(leaning, every: 0.1) == nil)
        let sitting = (0..<20).map { Self.ready(640 - 900 / 10 * Double(max(0, 8 - $0))) }
        #expect(Self.follow(sitting, every: 0.1) == nil)
        let closer = (0..<10).map { Self.ready(640, width: 160 + 9 * Double($0)) }
        #expect(Self.follow(closer, every: 0.1) == nil)
    }

    @Test("a face missed for a while, or seen double once, is the finder's mistake")
    func finder() {
        let looks =
            [Self.ready(640)] + Array(repeating: .noFace, count: 20) + [
                Self.ready(650), .manyFaces(2),
            ]
            + [Self.ready(655)]
        #expect(Self.follow(looks, every: 0.1) == nil)
    }

    @Test("an empty chair, a face at another place, of another size, and two faces are breaks")
    func breaks() {
        let empty = [Self.ready(640)] + Array(repeating: .noFace, count: 31)
        #expect(Self.follow(empty, every: 0.1) == .absent)
        #expect(Self.follow([Self.ready(640), Self.ready(900)], every: 0.1) == .jumped)
        #expect(Self.follow([Self.ready(640), Self.ready(640, width: 400)], every: 0.1) == .jumped)
        #expect(
            Self.follow([Self.ready(640), .manyFaces(2), .manyFaces(2)], every: 0.1) == .secondFace)
    }

    @Test("nobody who sits down in time is a break too: the code may be another's by then")
    func neverSatDown() {
        #expect(Self.follow(Array(repeating: .noFace, count: 31), every: 0.1) == .absent)
    }
}
