import KioskCore
import KioskIO
import Synchronization

@testable import StudioKit

/// The synthetic studio with students who watch the counter: each shows the phone until it was read,
/// sits down, stays until the portrait is stored, and goes, with a person's delays.
final class ReactiveStudio: Sendable {
    /// What a student does.
    enum Phase: String { case coming, showing, puttingAway, sittingDown, posing, leaving, gone }

    private struct Scene {
        var index = 0
        var phase = Phase.coming
        /// When the phase began, and when what ends it was first there.
        var since = 0.0
        var dueSince = 0.0
        var delay = 0.5
        /// Whether the student has seen that the portrait is stored.
        var isDone = false
        var random: StudioRandom
    }

    private let studio: Studio
    private let students: Int
    private let scene: Mutex<Scene>

    /// A studio with that many students to come.
    init(seed: UInt64, students: Int) {
        studio = Studio(seed: seed)
        self.students = students
        scene = Mutex(Scene(random: StudioRandom(seed: seed, stream: 99)))
    }

    /// The student whose turn it is.
    var index: Int { scene.withLock { $0.index } }

    /// Takes in what the counter shows at that time.
    func watch(_ booth: Booth, at time: Double) {
        scene.withLock { scene in
            if booth.state.name == .stored { scene.isDone = true }
            let next: Phase? =
                switch (scene.phase, booth.state.name) {
                case (.coming, _): .showing
                case (.showing, .code): .puttingAway
                case (.puttingAway, _): .sittingDown
                case (.sittingDown, _): .posing
                case (.posing, _) where scene.isDone: .leaving
                // Asked for the code again, for whatever reason.
                case (.posing, .waiting): .showing
                case (.leaving, _): .gone
                case (.gone, _): .coming
                default: nil
                }
            guard let next else {
                // What ends the phase has not happened: the reaction starts when it does.
                scene.dueSince = time
                return
            }
            guard time - scene.dueSince >= scene.delay else { return }
            if scene.phase == .gone { (scene.index, scene.isDone) = (scene.index + 1, false) }
            (scene.phase, scene.since, scene.dueSince) = (next, time, time)
            scene.delay = Self.reaction(Self.delay(of: next), &scene.random)
        }
    }

    /// How long a phase lasts after what ends it has happened, seconds.
    private static func delay(of phase: Phase) -> ClosedRange<Double> {
        switch phase {
        case .coming: 0.5...2.0
        case .showing: 0.4...1.2
        case .puttingAway: 0.35...1.0
        case .sittingDown: 0.8...2.4
        case .posing: 0.4...1.4
        case .leaving: 0.4...1.0
        case .gone: 0.2...1.5
        }
    }

    /// A delay, shorter ones more often: people react within a second and some do not.
    private static func reaction(_ range: ClosedRange<Double>, _ random: inout StudioRandom)
        -> Double
    {
        let share = random.uniform(0, 1)
        return range.lowerBound + (range.upperBound - range.lowerBound) * share * share
    }

    /// The picture at that time; nil when the last student has left, or after a minute for each: a counter that never
    /// goes on ends a day too.
    func picture(frame: Int, at time: Double) -> StudioPicture? {
        let (index, phase, since) = scene.withLock { ($0.index, $0.phase, $0.since) }
        guard index < students, frame < 600 * students else { return nil }
        let student = Student(seed: studio.seed, index: index)
        switch phase {
        case .coming, .gone: return studio.empty(frame: frame)
        case .showing: return phone(student, index, raised: min(1, (time - since) / 0.35), frame)
        case .puttingAway:
            return phone(student, index, raised: 1 - min(1, (time - since) / 0.35), frame)
        case .sittingDown:
            let lowered = max(0, 1 - (time - since) / 0.6)
            return person(student, lowered: lowered, far: isFar(index) ? 1 : 0, frame)
        case .posing: return person(student, far: isFar(index) ? far(time - since) : 0, frame)
        case .leaving: return person(student, aside: (time - since) / 0.4, frame)
        }
    }

    /// One student of ten sits too far away at first.
    private func isFar(_ index: Int) -> Bool { index % 10 == 3 }

    /// How far away a student sits who comes closer on the hint: 1 at first, 0 in the end.
    private func far(_ seconds: Double) -> Double { min(1, max(0, (2.4 - seconds) / 0.8)) }

    private func phone(_ student: Student, _ index: Int, raised: Double, _ frame: Int)
        -> StudioPicture
    {
        var random = StudioRandom(seed: studio.seed, stream: UInt64(index) &+ 7_000_001)
        guard raised > 0,
            let phone = PhoneDrawing(
                student.code, module: random.uniform(3.9, 4.7) * studio.unit, random: &random)
        else { return studio.empty(frame: frame) }
        let centre = Point(
            x: Double(studio.size.width) * random.uniform(0.42, 0.58),
            y: Double(studio.size.height) * (0.52 + 1.4 * (1 - raised)))
        return studio.phone(
            phone, at: centre, slope: random.uniform(-0.09, 0.09), code: student.code, frame: frame)
    }

    private func person(
        _ student: Student, lowered: Double = 0, aside: Double = 0, far: Double = 0,
        _ frame: Int
    ) -> StudioPicture {
        var place = studio.goodPlace(student.look)
        place.width *= 1 - 0.34 * far
        place.eyes.y += 0.8 * lowered * Double(studio.size.height)
        place.eyes.x -= min(1, aside) * 0.55 * Double(studio.size.width)
        place.eyes.x += frame % 2 == 0 ? 0.4 : -0.4
        guard aside < 1 else { return studio.empty(frame: frame) }
        return studio.person(
            student.look, place, Expression(), isPosed: lowered == 0, frame: frame)
    }
}

/// The studio as a camera of 10 pictures a second.
struct ReactiveFrames: FrameSource, ~Copyable {
    static let interval = 0.1
    let name = "studio"
    let isLive = false
    private let studio: ReactiveStudio
    private let codec: JPEGCodec
    private var index = 0

    init(_ studio: ReactiveStudio) throws(KioskError) {
        self.studio = studio
        codec = try JPEGCodec()
    }

    mutating func withFrame<Result>(_ body: (borrowing Frame) -> Result) throws(KioskError)
        -> NextFrame<Result>
    {
        let seconds = Double(index) * Self.interval
        guard let picture = studio.picture(frame: index, at: seconds) else { return .end }
        let jpeg = try codec.encode(picture.photo, quality: 90, subsampling: .half)
        index += 1
        let layout = FrameLayout(
            format: .motionJPEG, size: picture.photo.size, stride: 0, encoding: .jfif)
        return jpeg.bytes.withUnsafeBytes {
            .frame(
                body(
                    Frame(
                        bytes: $0, layout: layout, sequence: index,
                        time: FrameTime(seconds: seconds))))
        }
    }
}
