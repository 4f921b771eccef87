extension Booth {
    mutating func press(_ key: BoothKey, at time: FrameTime) -> [BoothAction] {
        if let entry { return press(key, for: entry) }
        if isGuideShown {
            isGuideShown = false
            return []
        }
        switch key {
        case .character, .enter: return act(on: key, at: time)
        case .cancel:
            answering = nil
            return act(on: key, at: time)
        default: return takeAnswer() + act(on: key, at: time)
        }
    }

    private mutating func act(on key: BoothKey, at time: FrameTime) -> [BoothAction] {
        switch key {
        case .endOfDay: endOfDay()
        case .cancel: sitting?.typed == nil ? dropQuestion() ?? cancel() : forgetTyped()
        case .nextStudent: nextStudent()
        case .setAside: setAside()
        case .undo: sitting == nil ? [.lookUp(.last)] : []
        case .export: beginEntry(.exportOf)
        case .openFile: beginEntry(.codeFile)
        case .guide: showGuide()
        case .beginNumber: type { _ in }
        case .retake: retake(at: time)
        case .shootOrAccept: shootOrAccept(at: time)
        case .enter: endAnswer() ?? (sitting?.typed != nil ? endNumber() : shootOrAccept(at: time))
        case .character(let character):
            answer(character, at: time) ?? type { $0.append(character) }
        case .backspace: type { _ = $0.popLast() }
        }
    }

    /// Asks first what is left to do; pressed again it ends the day all the same.
    private mutating func endOfDay() -> [BoothAction] {
        if case .endOfDay = question?.kind { return [.discardShot, .close] }
        guard sitting == nil else { return [.notify(.sittingFirst)] }
        return [.askToClose]
    }

    private mutating func showGuide() -> [BoothAction] {
        isGuideShown = sitting == nil
        return isGuideShown ? [.notify(.guide)] : []
    }

    /// The student will come back: counted, and listed where a code says who it is.
    private mutating func setAside() -> [BoothAction] {
        switch state {
        case .shooting, .storing: return []
        default:
            let code = sitting?.code
            if sitting != nil { state = .waiting(nil) }
            return [.discardShot, .setAside(code)]
        }
    }

    mutating func cancel() -> [BoothAction] {
        switch state {
        case .waiting, .stored, .storing: return []
        case .several, .code, .posing, .whoseTurn, .shooting, .review:
            state = .waiting(nil)
            turnedAway = nil
            return [.discardShot, .notify(.cancelled)]
        }
    }

    private mutating func retake(at time: FrameTime) -> [BoothAction] {
        guard case .review(let sitting, let shot) = state else { return [] }
        if let broken = sitting.leftBecause { return askAgain(broken) }
        state = .posing(sitting.adding(.retaken, shot.verdict, at: time), Pose())
        return [.discardShot]
    }

    /// Picks one of several codes in view by its number, counted from 1.
    mutating func pick(_ number: Int, at time: FrameTime) -> [BoothAction] {
        guard case .several(let choice) = state, !settings.isAutomatic,
            choice.agreed.indices.contains(number - 1)
        else { return [] }
        let code = choice.agreed[number - 1]
        let others = Set(choice.codes.map(\.bytes)).subtracting([code.bytes])
        return open(code, others: others, at: time)
    }

    /// The student whose code came into view is the next: two more looks have to read that code.
    private mutating func nextStudent() -> [BoothAction] {
        guard case .whoseTurn(let question) = state else { return [] }
        state = .waiting(question.other)
        return [.discardShot]
    }

    /// The sitting that was interrupted goes on; the other code has to leave the picture first.
    private mutating func goOn(_ question: TurnQuestion, at time: FrameTime) -> [BoothAction] {
        var sitting = question.sitting
        sitting.others.insert(question.other.bytes)
        if var pose = question.pose {
            (pose.phoneSeenAt, pose.readySince) = (time, nil)
            state = .posing(sitting, pose)
        } else {
            state = .code(sitting, lastSeen: time)
        }
        return []
    }

    private mutating func shootOrAccept(at time: FrameTime) -> [BoothAction] {
        switch state {
        case .posing(let sitting, let pose):
            guard pose.allowsShot else { return [.notify(.notReady)] }
            state = .shooting(sitting)
            return [.shoot]
        case .review: return acceptReviewed(at: time)
        case .whoseTurn(let question): return goOn(question, at: time)
        case .code where isChairTaken:
            chair.free()
            return []
        case .waiting: return [.notify(cameraLoss.map { .cameraLost($0) } ?? .codeFirst)]
        default: return []
        }
    }

    /// A key that is pressed twice, held down, or bounces as a pedal does accepts no shot that
    /// nobody can have looked at: so long it has to be shown, seconds.
    private static let glance = 0.25

    /// Ends a number that is still being typed before it accepts: it must not be lost, nor go in
    /// unchecked.
    private mutating func acceptReviewed(at time: FrameTime) -> [BoothAction] {
        if let shotShownAt, time.seconds(since: shotShownAt) < Self.glance { return [] }
        guard question == nil else { return [.notify(.answerFirst)] }
        let said = sitting?.typed != nil ? endNumber() : []
        guard said.isEmpty || said.first == .notify(.numberTaken), question == nil,
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
        changeSitting {
            var text = $0.typed ?? ""
            change(&text)
            $0.typed = text
        }
        return []
    }

    private mutating func forgetTyped() -> [BoothAction] {
        changeSitting { $0.typed = nil }
        return []
    }

    mutating func endNumber() -> [BoothAction] {
        var notice = BoothNotice.numberWrong(.form)
        var mismatch: IDNumber?
        changeSitting { (notice, mismatch) = $0.endNumber() }
        guard let sitting else { return [] }
        if let mismatch, !settings.isAutomatic {
            question = Question(kind: .mismatch(mismatch))
        }
        guard notice == .numberTaken, let number = sitting.idNumber else {
            return [.notify(notice)]
        }
        return [.notify(notice), .lookUp(.number(number, besides: sitting.code))]
    }

    mutating func changeSitting(_ change: (inout Sitting) -> Void) {
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
        case .whoseTurn(var question):
            change(&question.sitting)
            state = .whoseTurn(question)
        case .waiting, .several, .storing, .stored: break
        }
    }
}

extension Sitting {
    /// Takes what was typed as the number where it can be, and says what came of it, with the
    /// number where it is not the one the code shows.
    ///
    /// A number counts when its check character or the visible characters of the code confirm it,
    /// or a second typing does. A number that does not count leaves the one before as it was.
    fileprivate mutating func endNumber() -> (BoothNotice, IDNumber?) {
        let text = typed ?? ""
        typed = nil
        guard let number = IDNumber(text) else { return (.numberWrong(.form), nil) }
        switch number.documented() {
        case .failure(let error): return (.numberWrong(error.fault), nil)
        case .success(let found):
            guard matchesCode(found.number) else { return (.numberMismatch, found.number) }
            return (take(found), nil)
        }
    }

    /// Whether the code shows this number, shows none, or the operator has said why it does not.
    private func matchesCode(_ number: IDNumber) -> Bool {
        guard let mask = code.fields.maskedNumber, overridden?.number != number else { return true }
        return Mask.matches(mask, number.text)
    }

    private mutating func take(_ found: IDNumber.Documented) -> BoothNotice {
        let isShown = code.fields.maskedNumber != nil && overridden?.number != found.number
        guard found.document.hasCheck || isShown || firstTyped == found.number else {
            let isSecond = firstTyped != nil
            firstTyped = isSecond ? nil : found.number
            return isSecond ? .numberDiffers : .numberAgain
        }
        idNumber = found.number
        firstTyped = nil
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
