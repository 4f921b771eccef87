extension Booth {
    mutating func observe(_ seen: Observation) -> [BoothAction] {
        if let framing = seen.framing { watchChair(framing, at: seen.time) }
        if let sitting, hasTimedOut(sitting, at: seen.time), storeFailure == nil {
            state = .waiting(nil)
            return [.discardShot, .notify(.timedOut)]
        }
        return switch state {
        case .waiting(let candidate): lookForCode(seen, after: candidate)
        case .several(let choice): watchSeveral(seen, choice)
        case .code(let sitting, let lastSeen): waitForCodeToLeave(seen, sitting, lastSeen)
        case .posing(let sitting, let pose): watchPose(seen, sitting, pose)
        case .whoseTurn(let question): watchQuestion(seen, question)
        case .review(let sitting, let shot): watchReview(seen, sitting, shot)
        case .stored(_, let until): leaveStored(seen, until)
        case .shooting, .storing: []
        }
    }

    private mutating func watchChair(_ framing: Framing, at time: FrameTime) {
        switch state {
        case .posing(let sitting, _), .review(let sitting, _):
            if framing != .noFace { chair.take(by: sitting.code) }
        default: chair.see(framing, at: time)
        }
    }

    private func hasTimedOut(_ sitting: Sitting, at time: FrameTime) -> Bool {
        switch state {
        case .shooting, .storing: false
        default: time.seconds(since: sitting.openedAt) > settings.sittingLimit
        }
    }

    /// A sitting opens when two looks in a row read the same one code.
    private mutating func lookForCode(_ seen: Observation, after candidate: CaptureCode?)
        -> [BoothAction]
    {
        guard var codes = seen.codes?.distinct else { return [] }
        if let turnedAway {
            if codes.contains(where: { $0.bytes == turnedAway.bytes }) {
                self.turnedAway?.lastSeen = seen.time
            } else if seen.time.seconds(since: turnedAway.lastSeen) >= settings.codeGone {
                self.turnedAway = nil
            }
            codes.removeAll { $0.bytes == turnedAway.bytes }
        }
        steadySight.see(codes.isEmpty ? seen.sight ?? steadySight.seen : .none, at: seen.time)
        guard !isClassAwaited else {
            state = .waiting(nil)
            return lookForCard(codes)
        }
        let own = codes.filter { !isForeign($0) }
        guard !own.isEmpty else {
            state = .waiting(nil)
            return lookAtForeign(codes, at: seen.time)
        }
        codes = own
        guard codes.count < 2 else {
            state = .several(CodeChoice(codes, at: seen.time))
            return [.notify(.severalCodes)]
        }
        guard let code = codes.first, code.bytes == candidate?.bytes else {
            state = .waiting(codes.first)
            return []
        }
        return open(code, at: seen.time)
    }

    mutating func open(_ code: CaptureCode, others: Set<[UInt8]> = [], at time: FrameTime)
        -> [BoothAction]
    {
        var sitting = Sitting(code: code, openedAt: time)
        sitting.others = others
        (steadySight, isFileLate) = (SteadySight(), isFilePending)
        state = .code(sitting, lastSeen: time)
        return [.notify(.codeRead), .lookUp(.code(code))]
    }

    /// With several codes in view the operator picks. Alone, the booth waits until all but one have
    /// been gone for twice as long as a code has to be, since one of two may be missed in a look.
    private mutating func watchSeveral(_ seen: Observation, _ choice: CodeChoice) -> [BoothAction] {
        guard !choice.isBrought,
            let codes = seen.codes?.distinct.filter({ !isForeign($0) })
        else { return [] }
        guard codes.count > 1 || seen.time.seconds(since: choice.lastSeen) < 2 * settings.codeGone
        else {
            state = .waiting(nil)
            return lookForCode(seen, after: nil)
        }
        var choice = choice
        choice.see(codes, at: seen.time)
        state = .several(choice)
        return []
    }

    private mutating func waitForCodeToLeave(
        _ seen: Observation, _ sitting: Sitting, _ lastSeen: FrameTime
    ) -> [BoothAction] {
        guard let codes = seen.codes else { return [] }
        if let other = sitting.stranger(among: codes.filter { !isForeign($0) }) {
            return ask(sitting, other, nil, seen.time)
        }
        if !codes.isEmpty || seen.isPhoneInView {
            state = .code(sitting, lastSeen: seen.time)
        } else if seen.time.seconds(since: lastSeen) >= settings.codeGone,
            !chair.isTaken(for: sitting.code)
        {
            var sitting = sitting
            sitting.presence = Presence(since: max(lastSeen, chair.freeSince ?? lastSeen))
            state = .posing(sitting, Pose())
        }
        return []
    }

    private mutating func watchPose(_ seen: Observation, _ sitting: Sitting, _ pose: Pose)
        -> [BoothAction]
    {
        var sitting = sitting
        if let broken = sitting.watch(seen, settings) { return askAgain(broken) }
        let codes = seen.codes ?? []
        if let other = sitting.stranger(among: codes.filter { !isForeign($0) }) {
            return ask(sitting, other, pose, seen.time)
        }
        let isPhoneInView = !codes.isEmpty || seen.isPhoneInView
        let next = pose.updated(seen, isPhoneInView: isPhoneInView, settings)
        state = .posing(sitting, next)
        guard settings.isAutomatic, seen.framing != nil, let since = next.readySince,
            seen.time.seconds(since: since) >= settings.readyFor
        else { return [] }
        state = .shooting(sitting)
        return [.shoot]
    }

    /// Another's code: nobody knows whose turn it is, so nobody's portrait is taken until somebody
    /// says. Alone, the booth begins anew.
    mutating func ask(
        _ sitting: Sitting, _ other: CaptureCode, _ pose: Pose?, _ time: FrameTime
    ) -> [BoothAction] {
        guard !settings.isAutomatic else {
            state = .waiting(nil)
            return [.discardShot, .notify(.anotherCode)]
        }
        state = .whoseTurn(TurnQuestion(sitting: sitting, other: other, pose: pose))
        return [.notify(.whoseTurn)]
    }

    /// The person may be another: only the code can tell.
    mutating func askAgain(_ broken: Presence.Break) -> [BoothAction] {
        state = .waiting(nil)
        return [.discardShot, .notify(.personChanged(broken))]
    }

    private mutating func watchQuestion(_ seen: Observation, _ question: TurnQuestion)
        -> [BoothAction]
    {
        var question = question
        if question.pose != nil, let broken = question.sitting.watch(seen, settings) {
            return askAgain(broken)
        }
        state = .whoseTurn(question)
        return []
    }

    /// The shot under review is of the right person whoever comes now; another shot would not be.
    private mutating func watchReview(_ seen: Observation, _ sitting: Sitting, _ shot: ShotSummary)
        -> [BoothAction]
    {
        var sitting = sitting
        if let broken = sitting.watch(seen, settings) { sitting.leftBecause = broken }
        state = .review(sitting, shot)
        return []
    }

    private mutating func leaveStored(_ seen: Observation, _ until: FrameTime) -> [BoothAction] {
        guard seen.time >= until else { return [] }
        state = .waiting(nil)
        return lookForCode(seen, after: nil)
    }
}

extension Sitting {
    /// A code that is not this sitting's and was not set aside before.
    fileprivate func stranger(among codes: [CaptureCode]) -> CaptureCode? {
        codes.first { $0.bytes != code.bytes && !others.contains($0.bytes) }
    }

    /// Follows the person, where the look was for faces.
    fileprivate mutating func watch(_ seen: Observation, _ settings: BoothSettings)
        -> Presence.Break?
    {
        guard let framing = seen.framing else { return nil }
        return presence?.see(framing, at: seen.time, absence: settings.absence)
    }
}
