/// How a student sits in the picture, as values: nothing here is an error.
public enum Framing: Hashable, Sendable {
    /// No face was found.
    case noFace
    /// More than one face was found.
    case manyFaces(Int)
    /// One face, but no crop meets the rule until the student moves.
    case move(FramingHint, HeadGeometry)
    /// One face, and this crop meets the rule. Crop and head are in pixels of the judged picture.
    case ready(Rect, HeadGeometry)

    /// The one face's head, in pixels of the judged picture.
    public var head: HeadGeometry? {
        switch self {
        case .noFace, .manyFaces: nil
        case .move(_, let head), .ready(_, let head): head
        }
    }

    /// Whether a shot would meet the rule's geometry.
    public var isReady: Bool {
        if case .ready = self { true } else { false }
    }
}

/// The one thing a student should change. Left and right are the student's own.
public enum FramingHint: String, CaseIterable, Sendable {
    case comeCloser
    case moveBack
    case moveLeft
    case moveRight
    case sitHigher
    case sitLower
    case hairTooHigh
    case largerPicture
}

extension PortraitRule {
    /// Judges the faces found in a picture whose pixels stand for `scale` pixels of a source of
    /// `source` columns and rows.
    public func judge(heads: [HeadGeometry], scale: Double, source: Size) -> Framing {
        guard let head = heads.first else { return .noFace }
        guard heads.count == 1 else { return .manyFaces(heads.count) }
        let full = head.scaled(by: scale)
        guard let best = CropSolver(rule: self, picture: source).solve(full) else {
            return .move(.largerPicture, full)
        }
        return best.meetsRule
            ? .ready(best.crop, full) : .move(hint(for: full, in: source), full)
    }

    /// What to change about a head that no crop of a picture of that size brings into the rule.
    func hint(for head: HeadGeometry, in picture: Size) -> FramingHint {
        HintFinder(solver: CropSolver(rule: self, picture: picture), head: head).find()
    }
}
