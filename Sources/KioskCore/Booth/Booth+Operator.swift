extension Booth {
    mutating func press(_ key: BoothKey, at time: FrameTime) -> [BoothAction] {
        if let entry { return press(key, for: entry) }
        // What went wrong is seen first; all else is what is open.
        let isAnswer = !failures.isEmpty && (key == .leave || key == .cancel)
        if let finder, question == nil, !isAnswer { return press(key, for: finder) }
        if let preferences, question == nil, !isAnswer { return press(key, for: preferences) }
        if isGuideShown {
            isGuideShown = false
            guard case .code = key else { return [] }
        }
        switch key {
        case .character, .enter, .number, .code: return act(on: key, at: time)
        case .cancel, .leave, .burst, .late:
            answering = nil
            return act(on: key, at: time)
        default: return takeAnswer() + act(on: key, at: time)
        }
    }

    private mutating func act(on key: BoothKey, at time: FrameTime) -> [BoothAction] {
        guard Self.explained.contains(key) else { return perform(key, at: time) }
        let isOffered = ButtonWords.all(self).contains { $0.key == key }
        let actions = perform(key, at: time)
        let didNothing = actions.isEmpty && entry == nil && !isOffered
        return didNothing ? [.notify(.keyNotNow)] : actions
    }

    /// Commands that say so where they do nothing.
    private static let explained: Set<BoothKey> = [
        .retake, .nextStudent, .undo, .export, .openFile, .guide, .find, .preferences, .storeFailed,
        .nextCandidate,
        .setAside, .beginClass, .endClass,
    ]

    private mutating func perform(_ key: BoothKey, at time: FrameTime) -> [BoothAction] {
        switch key {
        case .endOfDay: endOfDay()
        case .cancel: answerFailure() ?? dropNumber() ?? dropQuestion() ?? cancel()
        case .leave: answerFailure() ?? dropNumber() ?? leaveQuestion() ?? leaveNothing()
        case .nextStudent: nextStudent(at: time)
        case .setAside: setAside()
        case .undo: sitting == nil ? [.lookUp(.last)] : []
        case .export: isExporting ? cancelExport() : beginEntry(.exportOf)
        case .beginClass: beginEntry(.className)
        case .endClass: endClass()
        case .openFile: beginEntry(.codeFile)
        case .guide: showGuide()
        case .find: find()
        case .preferences: openPreferences()
        case .pick: []
        case .tick(let check): tick(check)
        case .beginNumber: beginNumber()
        case .retake: retake(at: time)
        case .shootOrAccept: shootOrAccept(at: time)
        case .enter: endAnswer() ?? (sitting?.typed != nil ? endNumber() : shootOrAccept(at: time))
        case .character(let character):
            answer(character, at: time) ?? type(character)
        case .number(let text): answerNumber(at: time) ?? type(whole: text)
        case .backspace: strikeOut()
        case .storeFailed: askWhyStored()
        case .nextCandidate: nextCandidate()
        case .code(let bytes): typedCode(bytes, at: time)
        case .burst: [.notify(.keysIgnored)]
        case .late: [.notify(.keyTooLate)]
        }
    }

    /// Asks first what is left to do; pressed again it ends the day all the same.
    private mutating func endOfDay() -> [BoothAction] {
        if case .endOfDay = question?.kind { return [.discardShot, .close] }
        guard sitting == nil else { return [.notify(.sittingFirst)] }
        return [.askToClose]
    }

    /// The hand-over that is being written ends by the same key pressed twice: once may be meant for another.
    private mutating func cancelExport() -> [BoothAction] {
        guard isCancelAsked else {
            isCancelAsked = true
            return [.notify(.cancelByKeyAgain)]
        }
        isCancelAsked = false
        return [.cancelExport]
    }

    private mutating func showGuide() -> [BoothAction] {
        isGuideShown = sitting == nil
        return isGuideShown ? [.notify(.guide)] : []
    }

    private mutating func tick(_ check: CheckName) -> [BoothAction] {
        guard case .review(_, let shot) = state,
            shot.checks.contains(where: { $0.name == check && $0.verdict == .notAssessed })
        else { return [] }
        ticked.formSymmetricDifference([check])
        return []
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

    /// Esc with nothing open: a sitting is ended by the key that says so.
    private func leaveNothing() -> [BoothAction] {
        sitting == nil ? [] : [.notify(.cancelByKey)]
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
        var next = sitting.adding(.retaken, shot.verdict, at: time)
        next.failedBecause = nil
        state = .posing(next, Pose())
        return [.discardShot]
    }

    /// Another shot of the same posing takes the place of the one under review; a reason that was given for
    /// that one is not this one's.
    private mutating func nextCandidate() -> [BoothAction] {
        guard case .review(var sitting, let shot) = state, shot.candidate.count > 1 else {
            return []
        }
        guard question == nil else { return [.notify(.answerFirst)] }
        sitting.failedBecause = nil
        state = .shooting(sitting)
        return [.showCandidate]
    }

    /// A shot that fails the rule is stored only with a reason.
    private mutating func askWhyStored() -> [BoothAction] {
        guard case .review(_, let shot) = state, shot.verdict == .fail, question == nil else {
            return []
        }
        question = Question(kind: .storeFailed)
        return []
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

    /// The student whose code came into view is the next: two more looks have to read that code, but where a scanner
    /// has typed it twice.
    private mutating func nextStudent(at time: FrameTime) -> [BoothAction] {
        guard case .whoseTurn(let question) = state else { return [] }
        guard question.other.reader != Self.scanner else {
            return [.discardShot] + open(question.other, at: time)
        }
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
        case .review(let sitting, let shot):
            let isRefused = shot.verdict == .fail && sitting.failedBecause == nil
            return isRefused ? retakeFailed(at: time) : acceptReviewed(at: time)
        case .whoseTurn(let question): return goOn(question, at: time)
        case .code where isChairTaken:
            chair.free()
            return []
        case .waiting: return [.notify(cameraLoss.map { .cameraLost($0) } ?? .codeFirst)]
        case .several: return [.notify(.severalCodes)]
        case .code: return [.notify(.keyNotNow)]
        default: return []
        }
    }

    /// A key that is pressed twice, held down, or bounces as a pedal does accepts no shot that
    /// nobody can have looked at: so long it has to be shown, seconds.
    private static let glance = 0.25

    /// What fails the rule is taken again by the key that else accepts it, once it has been seen.
    private mutating func retakeFailed(at time: FrameTime) -> [BoothAction] {
        if let shotShownAt, time.seconds(since: shotShownAt) < Self.glance { return [] }
        return retake(at: time)
    }

    /// Ends a number that is still being typed before it accepts: it must not be lost, nor go in
    /// unchecked.
    mutating func acceptReviewed(at time: FrameTime) -> [BoothAction] {
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
            isNumberMissed = true
            return [.notify(.numberNeeded)]
        }
        let done = sitting.adding(.accepted, shot.verdict, at: time)
        state = .storing(done, shot)
        return [.store(done)]
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
    func adding(_ outcome: Attempt.Outcome, _ verdict: Verdict?, at time: FrameTime)
        -> Sitting
    {
        var copy = self
        copy.attempts.append(
            Attempt(seconds: time.seconds(since: openedAt), outcome: outcome, verdict: verdict))
        return copy
    }
}
