/// Codes that come another way than a student's own before the camera, and those that are no student's.
extension Booth {
    /// A code in view that is plainly no 采集码.
    struct ForeignView: Hashable, Sendable {
        let code: CaptureCode
        var lastSeen: FrameTime
        /// Whether it has been told.
        var isTold = false
    }

    func isForeign(_ code: CaptureCode) -> Bool { settings.foreignCodes.kind(of: code) != nil }

    /// No 采集码 is in view: what is to be said of the code that is, once two looks have read it alike; nil where
    /// there is none.
    mutating func lookAtForeign(_ code: CaptureCode?, at time: FrameTime) -> [BoothAction] {
        guard let code, let kind = settings.foreignCodes.kind(of: code) else {
            return forgetForeign(at: time)
        }
        guard foreign?.code.bytes == code.bytes else {
            dropForeignQuestion()
            foreign = ForeignView(code: code, lastSeen: time)
            return []
        }
        foreign?.lastSeen = time
        guard foreign?.isTold == false else { return [] }
        foreign?.isTold = true
        return refuse(code, kind)
    }

    private mutating func forgetForeign(at time: FrameTime) -> [BoothAction] {
        guard let foreign, time.seconds(since: foreign.lastSeen) >= settings.codeGone else {
            return []
        }
        dropForeignQuestion()
        self.foreign = nil
        return []
    }

    private mutating func dropForeignQuestion() {
        if case .foreignCode(let code, _) = question?.kind, code.bytes == foreign?.code.bytes {
            question = nil
        }
    }

    /// Says what it is; the operator can overrule where nothing else is open.
    private mutating func refuse(_ code: CaptureCode, _ kind: ForeignCodes.Kind) -> [BoothAction] {
        let isFree = question == nil && entry == nil && finder == nil && preferences == nil
        if isFree, !settings.isAutomatic {
            isGuideShown = false
            question = Question(kind: .foreignCode(code, kind))
        }
        return [.notify(.foreignCode(kind))]
    }

    // MARK: of a file

    /// What was read in the picture that the operator named.
    mutating func codesOfFile(_ codes: [CaptureCode], at time: FrameTime) -> [BoothAction] {
        guard sitting == nil else { return [] }
        guard !codes.isEmpty else { return failed(.readCodes, .codeFileNone) }
        succeeded(.readCodes)
        return take(codes.distinct, at: time)
    }

    /// Codes that the operator brought: the one there is, or a choice.
    private mutating func take(_ codes: [CaptureCode], at time: FrameTime) -> [BoothAction] {
        let own = codes.filter { !isForeign($0) }
        guard let code = own.first else {
            let kind = codes.first.flatMap(settings.foreignCodes.kind) ?? .other
            return codes.first.map { refuse($0, kind) } ?? []
        }
        guard own.count > 1 else { return open(code, at: time) }
        var choice = CodeChoice(own, at: time)
        choice.see(own, at: time)
        state = .several(choice)
        return [.notify(.severalCodes)]
    }

    // MARK: of a scanner

    /// A code that a hand-held scanner typed. One whose text makes sense is right; another has to come twice alike,
    /// as two looks of the camera have to.
    mutating func typedCode(_ bytes: [UInt8], at time: FrameTime) -> [BoothAction] {
        let code = CaptureCode(bytes: bytes, reader: "keyboard")
        guard !TypedCode.isSwapped(code) else { return [.notify(.capsLock)] }
        guard code.fields.form == .base64JSON || typedOnce == bytes else {
            typedOnce = bytes
            return [.notify(.scanAgain)]
        }
        typedOnce = nil
        switch state {
        case .waiting, .several, .stored: return take([code], at: time)
        case .code(let sitting, _): return typed(code, in: sitting, nil, at: time)
        case .posing(let sitting, let pose): return typed(code, in: sitting, pose, at: time)
        case .shooting, .review, .storing, .whoseTurn: return [.notify(.sittingFirst)]
        }
    }

    private mutating func typed(
        _ code: CaptureCode, in sitting: Sitting, _ pose: Pose?, at time: FrameTime
    ) -> [BoothAction] {
        guard code.bytes != sitting.code.bytes else { return [] }
        return ask(sitting, code, pose, time)
    }
}
