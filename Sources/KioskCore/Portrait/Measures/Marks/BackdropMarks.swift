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
    /// The least straight line along a row or column, and how much of such a part may lie beside it.
    fileprivate static let line = (length: 30, width: 8)
    /// So near, face widths, and no larger, halved px, what has the hair's colour is hair.
    private static let hairReach = 0.3
    private static let strand = 14
    /// The same of hair that the portrait's edge cuts.
    private static let cutStrand = 24
    /// The same of what has any colour: strands that catch the light, and earrings.
    private static let glintReach = 0.12
    private static let glint = 8

    /// Marks of a finished portrait.
    init(_ photo: Photo, _ head: HeadGeometry, _ model: BackdropModel) {
        let view = HalvedDifference(photo, model)
        let zones = Zones(view.student(head), head)
        let hair = view.hair(head)
        // A ring is bright and what it encloses dark, or the other way round: one mark.
        let found = [GrayImage.Standing.bright, .dark].map {
            Self.standing($0, view, zones.student)
        }
        count =
            found.map { parts in
                parts.count { zones.isMark($0, isLikeHair: view.isLike(hair, $0)) }
            }.max() ?? 0
        hasLine = found.joined().contains { zones.leaves($0) && $0.isLine(in: view.size.width) }
    }

    /// What is how near to the student.
    private struct Zones {
        let student: GrayImage
        private let border: GrayImage
        private let close: GrayImage
        private let near: GrayImage

        init(_ body: GrayImage, _ head: HeadGeometry) {
            func widened(_ reach: Double) -> GrayImage {
                body.widened(by: Int(reach * head.faceWidth / 2))
            }
            student = body.widened(by: rim)
            border = student.widened(by: 1)
            close = widened(glintReach)
            near = widened(hairReach)
        }

        /// Whether a part goes where no hair goes.
        func leaves(_ part: ConnectedPart) -> Bool { part.pixels.contains { near.pixels[$0] == 0 } }

        func isMark(_ part: ConnectedPart, isLikeHair: Bool) -> Bool {
            guard part.pixels.count >= 4, part.extent >= 3 else { return false }
            // What begins at the student is a mark only where it goes where no hair goes.
            if part.touches(border) { return leaves(part) }
            if part.extent <= glint, part.touches(close) { return false }
            let isStrand = part.extent <= (part.isCut(in: near.size) ? cutStrand : strand)
            return !(isStrand && isLikeHair && part.touches(near))
        }
    }

    /// What stands out brighter or darker from the backdrop and its noise, red or blue.
    private static func standing(
        _ kind: GrayImage.Standing, _ view: HalvedDifference, _ student: GrayImage
    ) -> [ConnectedPart] {
        let responses = [0, 2].map {
            view.channels[$0].without(student).standingOut(kind, narrowerThan: widest)
        }
        let standing = responses[0].lighter(than: responses[1]).blank(where: student)
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
    /// The longer side of its box.
    fileprivate var extent: Int { max(width, height) }

    fileprivate func touches(_ mask: GrayImage) -> Bool {
        pixels.contains { mask.pixels[$0] != 0 }
    }

    /// Whether it is a straight line, others that cross it included, and nothing thick.
    fileprivate func isLine(in stride: Int) -> Bool {
        guard extent >= BackdropMarks.line.length else { return false }
        let longest = longestStraight(stride)
        return longest >= BackdropMarks.line.length
            && pixels.count <= BackdropMarks.line.width * longest
    }

    /// The longest run of its pixels along a row or a column.
    private func longestStraight(_ stride: Int) -> Int {
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
