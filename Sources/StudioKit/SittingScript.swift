import KioskCore

/// What happens in one student's sitting, and when. Times are seconds from its start.
struct SittingScript: Sendable {
    private let student: Student
    private let phone: PhoneDrawing?
    private let good: HeadPlace
    private let far: HeadPlace
    private let phoneFrom: Double
    private let phoneUntil: Double
    private let seatedAt: Double
    private let closerAt: Double
    private let leavesAt: Double
    private let blinkAt: [Double]
    private let slope: Double
    private let phoneAt: Point

    /// How long a phone takes to come and to go, a student to sit down, to come closer, to leave.
    private static let reach = 0.35
    private static let sitDown = 1.0
    private static let comeCloser = 0.7
    private static let leave = 0.5

    init(_ studio: Studio, index: Int) {
        student = Student(seed: studio.seed, index: index)
        var random = StudioRandom(seed: studio.seed, stream: UInt64(index) &+ 7_000_001)
        let unit = studio.unit
        phone = PhoneDrawing(
            student.code, module: random.uniform(3.9, 4.7) * unit, random: &random)
        good = studio.goodPlace(student.look)
        far = Self.farPlace(good, in: studio)
        phoneFrom = random.uniform(0.6, 1.0)
        phoneUntil = phoneFrom + 2 * Self.reach + random.uniform(1.2, 1.9)
        seatedAt = phoneUntil + random.uniform(0.3, 0.6) + Self.sitDown
        closerAt = student.sitsTooFar ? seatedAt + 2.5 : seatedAt
        let stay = random.uniform(5.2, 6.4) + (student.staysLonger ? 4 : 0)
        leavesAt = closerAt + Self.comeCloser + stay
        blinkAt = [closerAt + random.uniform(1.9, 2.6), closerAt + random.uniform(4.2, 5)]
        slope = random.uniform(-0.09, 0.09)
        let room = max(0, Double(studio.size.width) / 2 - (phone?.half ?? 0) * 1.1)
        phoneAt = Point(
            x: Double(studio.size.width) / 2 + random.uniform(-1, 1) * min(120 * unit, room),
            y: Double(studio.size.height) * random.uniform(0.49, 0.53))
    }

    /// The sitting's length, frames.
    var frames: Int { Int(((leavesAt + Self.leave) * Double(StudioDay.framesPerSecond)).rounded()) }

    /// A place where the face has too few pixels for any crop of a 1280×720 frame.
    private static func farPlace(_ good: HeadPlace, in studio: Studio) -> HeadPlace {
        var place = good
        place.width = 160 * studio.unit
        place.eyes.y = good.eyes.y + 36 * studio.unit
        return place
    }

    func picture(at index: Int, in studio: Studio, frame: Int) -> StudioPicture {
        let time = Double(index) / Double(StudioDay.framesPerSecond)
        if time < phoneFrom { return studio.empty(frame: frame) }
        if time < phoneUntil, let phone { return show(phone, time, studio, frame) }
        guard time >= seatedAt - Self.sitDown else { return studio.empty(frame: frame) }
        let place = place(at: time, in: studio.size)
        let isPosed = time >= closerAt + Self.comeCloser && time < leavesAt
        return studio.person(
            student.look, place, expression(at: time), isPosed: isPosed, frame: frame)
    }

    /// The phone comes up from below, stays in a hand that is never quite still, and goes.
    private func show(_ phone: PhoneDrawing, _ time: Double, _ studio: Studio, _ frame: Int)
        -> StudioPicture
    {
        let coming = ease((time - phoneFrom) / Self.reach)
        let going = ease((time - phoneUntil + Self.reach) / Self.reach)
        let outside = Double(studio.size.height) * 1.4
        var centre = phoneAt
        centre.x += 1.5 * sway(time, 0.9)
        centre.y += 1.2 * sway(time, 0.7) + outside * (1 - coming + going)
        return studio.phone(phone, at: centre, slope: slope, code: student.code, frame: frame)
    }

    private func place(at time: Double, in size: Size) -> HeadPlace {
        let seat = student.sitsTooFar ? far : good
        let closer = student.sitsTooFar ? ease((time - closerAt) / Self.comeCloser) : 0
        var place = mix(seat, good, closer)
        let arriving = 1 - ease((time - seatedAt + Self.sitDown) / Self.sitDown)
        let leaving = ease((time - leavesAt) / Self.leave)
        place.eyes.x += (0.22 * arriving - 0.9 * leaving) * Double(size.width) / 2
        place.eyes.y += 0.85 * arriving * Double(size.height)
        place.eyes.x += 0.8 * sway(time, 2.3)
        place.eyes.y += 0.6 * sway(time, 3.1)
        place.roll += 0.15 * sway(time, 2.7) + 6 * arriving
        return place
    }

    private func mix(_ first: HeadPlace, _ second: HeadPlace, _ share: Double) -> HeadPlace {
        HeadPlace(
            eyes: Point(
                x: first.eyes.x + (second.eyes.x - first.eyes.x) * share,
                y: first.eyes.y + (second.eyes.y - first.eyes.y) * share),
            width: first.width + (second.width - first.width) * share, roll: first.roll)
    }

    private func expression(at time: Double) -> Expression {
        var expression = Expression()
        expression.lookingDown = 1 - ease((time - seatedAt) / 0.35)
        let isBlinking = blinkAt.contains { time >= $0 && time < $0 + 0.12 }
        expression.eyesOpen = isBlinking ? 0.05 : 1
        return expression
    }

    /// 0 before, 1 after, smooth between.
    private func ease(_ share: Double) -> Double {
        let inside = min(max(share, 0), 1)
        return inside * inside * (3 - 2 * inside)
    }

    /// A slow to and fro between −1 and 1 with that period, seconds.
    private func sway(_ time: Double, _ period: Double) -> Double {
        let phase = time / period - (time / period).rounded(.down)
        let triangle = phase < 0.5 ? 4 * phase - 1 : 3 - 4 * phase
        return triangle * (1.5 - 0.5 * triangle * triangle)
    }
}
