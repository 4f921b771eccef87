/// How a student sits in the picture, as values: nothing here is an error.
public enum Framing: Hashable, Sendable {
    /// No face was found.
    case noFace
    /// More than one face was found.
    case manyFaces(Int)
    /// One face, but no crop meets the rule until the student moves.
    case move(FramingHint, HeadGeometry)
    /// One face, and this crop meets the rule's geometry, but something else is to be changed: the
    /// first check in the order of `CheckKind.all` that fails, or else warns, or else cannot be assessed
    /// where it has to be.
    case flawed(PortraitCheck, Rect, HeadGeometry)
    /// One face, this crop meets the rule, and nothing else is to be changed. Crop and head are in
    /// pixels of the judged picture.
    case ready(Rect, HeadGeometry)

    /// The one face's head, in pixels of the judged picture.
    public var head: HeadGeometry? {
        switch self {
        case .noFace, .manyFaces: nil
        case .move(_, let head), .flawed(_, _, let head), .ready(_, let head): head
        }
    }

    /// The crop that meets the rule's geometry, if there is one.
    public var crop: Rect? {
        switch self {
        case .noFace, .manyFaces, .move: nil
        case .flawed(_, let crop, _), .ready(let crop, _): crop
        }
    }

    /// Whether nothing is to be changed.
    public var isReady: Bool {
        if case .ready = self { true } else { false }
    }

    /// The same framing with what the checks of the face say.
    public func judged(by checks: [PortraitCheck]) -> Framing {
        guard case .ready(let crop, let head) = self,
            let first = checks.first(where: { $0.verdict == .fail })
                ?? checks.first(where: { $0.isOutside })
                ?? checks.first(where: \.isToBeSeen)
        else { return self }
        return .flawed(first, crop, head)
    }
}

extension PortraitCheck {
    /// Whether the student can change that it is not seen: what only a look can tell is the operator's.
    fileprivate var isToBeSeen: Bool {
        verdict == .notAssessed && name.hasToBeKnown && advice != CheckWords.lookYourself
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
