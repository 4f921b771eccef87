import Testing

@testable import KioskCore

struct CandidatesTests {
    private static let head = HeadGeometry(
        hairTop: 80, leftEye: Point(x: 190, y: 250), rightEye: Point(x: 290, y: 250),
        chin: Point(x: 240, y: 430), faceLeft: 120, faceRight: 360)

    private static func shots(_ times: [Double]) -> [Burst.Shot] {
        times.map { time in
            let layout = FrameLayout(
                format: .motionJPEG, size: Size(width: 1280, height: 720), stride: 0,
                encoding: .jfif)
            let frame = CapturedFrame(
                bytes: [1], layout: layout, sequence: 0, time: FrameTime(seconds: time))
            let grade = FrameGrade(failures: 0, warnings: 0, openness: 1, blur: 0.5, pose: nil)
            return Burst.Shot(frame: frame, head: head, grade: grade, faces: 1)
        }
    }

    private static func times(_ shots: [Burst.Shot]) -> [Double] { shots.map(\.frame.time.seconds) }

    @Test("the best three are kept, none nearer than 0.15 s to a better one")
    func best() {
        let candidates = Candidates(of: Self.shots([5.0, 5.1, 5.3, 5.4, 5.6, 5.9]))
        #expect(candidates.count == 3)
        #expect(Self.times(candidates.next) == [5.3, 5.6, 5.0])
    }

    @Test("they are shown in turn and begin again")
    func turns() {
        var candidates = Candidates(of: Self.shots([5, 5.3, 5.6]))
        var shown = [candidates.shown]
        for _ in 0..<4 {
            let order = candidates.next
            candidates.show(order[0].frame.time, of: order)
            shown.append(candidates.shown)
        }
        #expect(shown == [1, 2, 3, 1, 2])
    }

    @Test("one whose frame was damaged, or of which there is no portrait, is shown no more")
    func damaged() {
        var candidates = Candidates(of: Self.shots([5, 5.3, 5.6]))
        let order = candidates.next
        candidates.show(FrameTime(seconds: 5.6), of: order)
        #expect(candidates.count == 2 && candidates.shown == 2)
        candidates.drop(of: candidates.next)
        #expect(candidates.count == 1 && candidates.shown == 1)
        #expect(Self.times(candidates.next) == [5.6])
        candidates.drop(of: candidates.next)
        #expect(candidates.count == 1, "what is shown stays")
    }

    @Test("the first shot is told of damage by all of the burst, and one alone is no choice")
    func first() {
        let ranked = Self.shots([5, 5.05, 5.3])
        var candidates = Candidates(of: ranked)
        candidates.show(FrameTime(seconds: 5.3), of: ranked)
        #expect(candidates.count == 1 && candidates.shown == 1)
        #expect(Candidates().next.isEmpty)
    }
}
