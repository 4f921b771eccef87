/// Codes that come another way than a student's own before the camera, and those that are no student's.
extension Booth {
    /// A code in view that is plainly no 采集码.
    struct ForeignView: Hashable, Sendable {
        let code: CaptureCode
        var lastSeen: FrameTime
        /// Whether it was said.
        var isTold = false
        /// Whether the operator was asked.
        var isAsked = false
    }

    /// Whether a code is plainly no 采集码, and no one that the operator takes for one in this sitting.
    func isForeign(_ code: CaptureCode) -> Bool {
        guard settings.foreignCodes.kind(of: code) != nil else { return false }
        return sitting.map { settings.foreignCodes.kind(of: $0.code) == nil } ?? true
    }

    /// No 采集码 is in view: what is to be said of the codes that are, once two looks have read one alike.
    mutating func lookAtForeign(_ codes: [CaptureCode], at time: FrameTime) -> [BoothAction] {
        forgetForeign(at: time)
        guard let code = codes.first, let kind = settings.foreignCodes.kind(of: code) else {
            return []
        }
        guard foreign?.code.bytes == code.bytes else {
            dropForeignQuestion()
            foreign = ForeignView(code: code, lastSeen: time)
            return []
        }
        foreign?.lastSeen = time
        // Of two nobody knows which is meant.
        if foreign?.isAsked == false, codes.count == 1, ask(about: code, kind) {
            foreign?.isAsked = true
        }
        guard foreign?.isTold == false else { return [] }
        foreign?.isTold = true
        return [.notify(.foreignCode(kind))]
    }

    private mutating func forgetForeign(at time: FrameTime) {
        guard let foreign, time.seconds(since: foreign.lastSeen) >= settings.codeGone else {
            return
        }
        dropForeignQuestion()
        self.foreign = nil
    }

    private mutating func dropForeignQuestion() {
        if case .foreignCode(let code, _) = question?.kind, code.bytes == foreign?.code.bytes {
            drop()
        }
    }

    /// Asks whether a code is to be taken all the same, in the place of an earlier one; false where something else is
    /// open, and nobody is asked.
    private mutating func ask(about code: CaptureCode, _ kind: ForeignCodes.Kind) -> Bool {
        if question?.name == .foreignCode { drop() }
        // A class card is nobody's code, whoever says so.
        guard kind != .classCard else { return false }
        let isFree = question == nil && entry == nil && finder == nil && preferences == nil
        guard isFree, !settings.isAutomatic else { return false }
        isGuideShown = false
        question = Question(kind: .foreignCode(code, kind))
        return true
    }

    // MARK: of a file

    /// What was read in the picture that the operator named. It comes seconds later: where another student's turn has
    /// come meanwhile, it is not taken.
    mutating func codesOfFile(_ codes: [CaptureCode], at time: FrameTime) -> [BoothAction] {
        defer { (isFilePending, isFileLate) = (false, false) }
        guard sitting == nil, state.name != .several, !isFileLate else {
            return [.notify(.fileLate)]
        }
        guard !codes.isEmpty else { return failed(.readCodes, .codeFileNone) }
        succeeded(.readCodes)
        return take(codes.distinct, at: time)
    }

    /// Codes that the operator brought: the one there is, or a choice.
    private mutating func take(_ codes: [CaptureCode], at time: FrameTime) -> [BoothAction] {
        let own = codes.filter { !isForeign($0) }
        guard let code = own.first else {
            guard let code = codes.first, let kind = settings.foreignCodes.kind(of: code) else {
                return []
            }
            _ = ask(about: code, kind)
            return [.notify(.foreignCode(kind))]
        }
        guard own.count > 1 else { return open(code, at: time) }
        // Alone, nobody is there to answer: it goes as one before the camera does.
        var choice = CodeChoice(own, at: time, isBrought: !settings.isAutomatic)
        choice.see(own, at: time)
        state = .several(choice)
        return [.notify(.severalCodes)]
    }

    // MARK: of a scanner

    /// A code that a hand-held scanner typed. It has to come twice alike, as two looks of the camera have to.
    mutating func typedCode(_ bytes: [UInt8], at time: FrameTime) -> [BoothAction] {
        switch state {
        case .shooting, .review, .storing: return [.notify(.sittingFirst)]
        case .whoseTurn: return [.notify(.whoseTurn)]
        case .waiting, .several, .stored, .code, .posing: break
        }
        let code = CaptureCode(bytes: bytes, reader: Self.scanner)
        guard !TypedCode.isSwapped(code) else { return [.notify(.capsLock)] }
        guard typedOnce == bytes else {
            typedOnce = bytes
            return [.notify(.scanAgain)]
        }
        typedOnce = nil
        switch state {
        case .code(let sitting, _): return typed(code, in: sitting, nil, at: time)
        case .posing(let sitting, let pose): return typed(code, in: sitting, pose, at: time)
        default: return take([code], at: time)
        }
    }

    /// Who reads what is typed.
    static let scanner = "keyboard"

    private mutating func typed(
        _ code: CaptureCode, in sitting: Sitting, _ pose: Pose?, at time: FrameTime
    ) -> [BoothAction] {
        guard code.bytes != sitting.code.bytes else { return [] }
        return ask(sitting, code, pose, time)
    }
}
