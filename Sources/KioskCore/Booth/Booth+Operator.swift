extension Booth {
    mutating func press(_ key: BoothKey, at time: FrameTime) -> [BoothAction] {
        switch key {
        case .endOfDay: [.discardShot, .close]
        case .cancel: cancel()
        case .retake: retake(at: time)
        case .shootOrAccept: shootOrAccept(at: time)
        case .enter: sitting?.typed.isEmpty == false ? endNumber() : shootOrAccept(at: time)
        case .character(let character): type { $0.append(character) }
        case .backspace: type { _ = $0.popLast() }
        }
    }

    private mutating func cancel() -> [BoothAction] {
        switch state {
        case .waiting, .stored, .storing: return []
        case .code, .posing, .shooting, .review:
            state = .waiting(nil)
            return [.discardShot, .notify(.cancelled)]
        }
    }

    private mutating func retake(at time: FrameTime) -> [BoothAction] {
        guard case .review(let sitting, let shot) = state else { return [] }
        state = .posing(sitting.adding(.retaken, shot.verdict, at: time), Pose())
        return [.discardShot]
    }

    private mutating func shootOrAccept(at time: FrameTime) -> [BoothAction] {
        switch state {
        case .posing(let sitting, let pose):
            guard pose.framing.isReady else { return [.notify(.notReady)] }
            state = .shooting(sitting)
            return [.shoot]
        case .review: return acceptReviewed(at: time)
        default: return []
        }
    }

    /// Ends a number that is still being typed before it accepts: it must not be lost, nor go in
    /// unchecked.
    private mutating func acceptReviewed(at time: FrameTime) -> [BoothAction] {
        let said = sitting?.typed.isEmpty == false ? endNumber() : []
        guard said.isEmpty || said == [.notify(.numberTaken)],
            case .review(let sitting, let shot) = state
        else {
            return said
        }
        return said + accept(sitting, shot, at: time)
    }

    mutating func accept(_ sitting: Sitting, _ shot: ShotSummary, at time: FrameTime)
        -> [BoothAction]
    {
        guard settings.numberPolicy != .required || sitting.idNumber != nil else {
            return [.notify(.numberNeeded)]
        }
        let done = sitting.adding(.accepted, shot.verdict, at: time)
        state = .storing(done, shot)
        return [.store(done)]
    }

    private mutating func type(_ change: (inout String) -> Void) -> [BoothAction] {
        guard settings.numberPolicy != .never else { return [] }
        changeSitting { change(&$0.typed) }
        return []
    }

    private mutating func endNumber() -> [BoothAction] {
        guard let sitting else { return [] }
        let notice = sitting.judgeTyped()
        changeSitting {
            if notice == .numberTaken { $0.idNumber = IDNumber($0.typed) }
            $0.typed = ""
        }
        return [.notify(notice)]
    }

    private mutating func changeSitting(_ change: (inout Sitting) -> Void) {
        switch state {
        case .code(var sitting, let lastSeen):
            change(&sitting)
            state = .code(sitting, lastSeen: lastSeen)
        case .posing(var sitting, let pose):
            change(&sitting)
            state = .posing(sitting, pose)
        case .shooting(var sitting):
            change(&sitting)
            state = .shooting(sitting)
        case .review(var sitting, let shot):
            change(&sitting)
            state = .review(sitting, shot)
        case .waiting, .storing, .stored: break
        }
    }
}

extension Sitting {
    /// What to say of the number as typed: right, wrong, or not the one the code shows.
    fileprivate func judgeTyped() -> BoothNotice {
        guard let number = IDNumber(typed) else { return .numberWrong }
        if number.text.count == 18, !number.hasRightCheck { return .numberWrong }
        if let mask = code.fields.maskedNumber, !Mask.matches(mask, number.text) {
            return .numberMismatch
        }
        return .numberTaken
    }

    func adding(_ outcome: Attempt.Outcome, _ verdict: Verdict?, at time: FrameTime)
        -> Sitting
    {
        var copy = self
        copy.attempts.append(
            Attempt(seconds: time.seconds(since: openedAt), outcome: outcome, verdict: verdict))
        return copy
    }
}
