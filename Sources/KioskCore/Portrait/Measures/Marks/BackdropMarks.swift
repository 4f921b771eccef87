/// What stands out from the backdrop and does not hang together with the student: letters, logos, lines.
///
/// Looked for at half the size: a stroke of one pixel keeps half of its contrast there, and noise loses half.
struct BackdropMarks {
    /// How many there are.
    let count: Int
    /// Whether a straight line is among them.
    let hasLine: Bool

    /// Wider than this, halved px, a thing is the backdrop check's.
    private static let widest = 23
    /// So near to the student, halved px, is their own edge.
    private static let rim = 3
    /// The least straight line along a row or column, halved px.
    private static let line = 30
    /// So near, face widths, and no larger, halved px, what has the hair's colour is hair.
    private static let hairReach = 0.3
    private static let strand = 14
    /// The same of what has any colour: strands that catch the light, and earrings.
    private static let glintReach = 0.12
    private static let glint = 8

    /// Marks of a finished portrait.
    init(_ photo: Photo, _ head: HeadGeometry, _ model: BackdropModel) {
        let view = HalvedDifference(photo, model)
        let body = view.student(head)
        let student = body.widened(by: Self.rim)
        let border = student.widened(by: 1)
        let near = body.widened(by: Int(Self.hairReach * head.faceWidth / 2))
        let close = body.widened(by: Int(Self.glintReach * head.faceWidth / 2))
        let hair = view.hair(head)
        func isMark(_ part: ConnectedPart) -> Bool {
            guard part.pixels.count >= 4, max(part.width, part.height) >= 3 else { return false }
            if part.pixels.contains(where: { border.pixels[$0] != 0 }) {
                // What begins at the student and goes where no hair goes.
                return part.pixels.contains { near.pixels[$0] == 0 }
            }
            let size = max(part.width, part.height)
            if size <= Self.glint, part.pixels.contains(where: { close.pixels[$0] != 0 }) {
                return false
            }
            return size > Self.strand || !view.isLike(hair, part)
                || !part.pixels.contains { near.pixels[$0] != 0 }
        }
        // A ring is bright and what it encloses dark, or the other way round: one mark.
        let found = [GrayImage.Standing.bright, .dark].map {
            Self.standing($0, view, student)
        }
        count = found.map { $0.count(where: isMark) }.max() ?? 0
        hasLine = found.joined().contains {
            max($0.width, $0.height) >= Self.line
                && $0.longestStraight(view.size.width) >= Self.line
        }
    }

    /// What stands out brighter or darker from the backdrop and its noise, red or blue.
    private static func standing(
        _ kind: GrayImage.Standing, _ view: HalvedDifference, _ student: GrayImage
    ) -> [ConnectedPart] {
        let responses = [0, 2].map {
            view.channels[$0].without(student).standingOut(kind, narrowerThan: widest)
        }
        let standing = responses[0].lighter(than: responses[1])
        var levels = [Int](repeating: 0, count: 256)
        for (level, body) in zip(standing.pixels, student.pixels) where body == 0 {
            levels[Int(level)] += 1
        }
        let least = UInt8(min(200, max(14, 6 + 4 * upperQuarter(levels))))
        return ConnectedPart.all(of: standing, atLeast: least)
    }

    /// The level that a quarter of the counted pixels reach.
    private static func upperQuarter(_ levels: [Int]) -> Int {
        let wanted = levels.reduce(0, +) / 4
        var above = 0
        return levels.indices.reversed().first { level in
            above += levels[level]
            return above > wanted
        } ?? 0
    }
}

extension ConnectedPart {
    /// The longest run of its pixels along a row or a column.
    fileprivate func longestStraight(_ stride: Int) -> Int {
        let places = Set(pixels)
        func longest(_ step: Int) -> Int {
            places.reduce(0) { best, start in
                guard !places.contains(start - step) else { return best }
                var end = start
                while places.contains(end + step) { end += step }
                return max(best, (end - start) / step + 1)
            }
        }
        return max(longest(1), longest(stride))
    }
}
