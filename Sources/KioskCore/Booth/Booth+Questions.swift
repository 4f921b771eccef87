extension Booth {
    /// What the session knows of what was looked up.
    mutating func known(_ wanted: LookUp, _ found: [EarlierPortrait], at time: FrameTime)
        -> [BoothAction]
    {
        succeeded(.lookUp)
        switch wanted {
        case .code(let code): return knownCode(code, found, at: time)
        case .number(let number, _): return knownNumber(number, found)
        case .last:
            guard sitting == nil else { return [] }
            guard let last = found.last else { return failed(.lookUp, .noSuchPortrait) }
            question = Question(kind: .undo(last))
            return []
        }
    }

    /// Alone, the booth takes no second portrait under a code: there is nobody to say which of the
    /// two is the student's.
    private mutating func knownCode(
        _ code: CaptureCode, _ found: [EarlierPortrait], at time: FrameTime
    ) -> [BoothAction] {
        guard let earlier = found.last, sitting?.code.bytes == code.bytes else { return [] }
        guard !settings.isAutomatic else {
            state = .waiting(nil)
            turnedAway = TurnedAway(bytes: code.bytes, lastSeen: time)
            return [.notify(.alreadyTaken(earlier))]
        }
        question = Question(kind: .sameCode(earlier))
        return [.notify(.alreadyTaken(earlier))]
    }

    private mutating func knownNumber(_ number: IDNumber, _ found: [EarlierPortrait])
        -> [BoothAction]
    {
        guard let earlier = found.last, sitting?.idNumber == number else { return [] }
        guard !settings.isAutomatic else {
            changeSitting { $0.idNumber = nil }
            return [.notify(.numberKnown(earlier))]
        }
        question = Question(kind: .sameNumber(earlier))
        return [.notify(.numberKnown(earlier))]
    }

    /// The operator's word for a shot that fails the rule.
    private mutating func acceptFailed(because reason: Question.Answer, at time: FrameTime)
        -> [BoothAction]
    {
        changeSitting { $0.failedBecause = reason }
        return acceptReviewed(at: time)
    }

    /// Takes a character as an answer where something is asked; it answers once it stayed alone.
    mutating func answer(_ character: Character, at time: FrameTime) -> [BoothAction]? {
        guard question != nil || state.name == .several else { return nil }
        let before = answering
        answering = Answering(digit: before == nil ? character : nil, at: time)
        return before?.digit == nil ? [] : [.notify(.answerFirst)]
    }

    /// A whole number answers nothing, and is not typed while something is asked.
    mutating func answerNumber(at time: FrameTime) -> [BoothAction]? {
        guard question != nil || state.name == .several else { return nil }
        answering = Answering(digit: nil, at: time)
        return [.notify(.answerFirst)]
    }

    /// What Enter says after a digit: that was all. After a number it says nothing.
    mutating func endAnswer() -> [BoothAction]? {
        answering == nil ? nil : takeAnswer()
    }

    /// Gives the answer whose digit has stayed alone.
    mutating func settleAnswer(at time: FrameTime) -> [BoothAction] {
        guard let answering, time.seconds(since: answering.at) >= Answering.pause else {
            return []
        }
        return takeAnswer()
    }

    /// Takes the digit pressed last for the answer, if it stood alone.
    mutating func takeAnswer() -> [BoothAction] {
        guard let answering else { return [] }
        self.answering = nil
        guard let digit = answering.digit?.wholeNumberValue else { return [] }
        guard let question else { return pick(digit, at: answering.at) }
        guard question.answers.indices.contains(digit - 1) else { return [] }
        self.question = nil
        return take(question.answers[digit - 1], to: question.kind, at: answering.at)
    }

    private mutating func take(
        _ answer: Question.Answer, to kind: Question.Kind, at time: FrameTime
    ) -> [BoothAction] {
        switch kind {
        case .sameCode(let earlier):
            if answer == .replace { changeSitting { $0.replaces = earlier.sequence } }
            return []
        case .sameNumber(let earlier): return takeSameNumber(answer, earlier)
        case .mismatch(let number): return takeMismatch(answer, number)
        case .undo(let last): return [.void(sequence: last.sequence, because: answer)]
        case .storeFailed: return acceptFailed(because: answer, at: time)
        case .foreignCode(let code, _): return sitting == nil ? open(code, at: time) : []
        case .endOfDay:
            return answer == .exportAndClose ? [.discardShot, .exportDay] : [.discardShot, .close]
        }
    }

    private mutating func takeSameNumber(_ answer: Question.Answer, _ earlier: EarlierPortrait)
        -> [BoothAction]
    {
        guard answer == .useEarlier, let sitting else {
            if answer == .wrongNumber { changeSitting { $0.idNumber = nil } }
            return []
        }
        state = .storing(sitting, nil)
        return [.discardShot, .storeEarlier(sitting, sequence: earlier.sequence)]
    }

    /// A number that the code does not show is taken on the operator's word, which is kept.
    private mutating func takeMismatch(_ answer: Question.Answer, _ number: IDNumber)
        -> [BoothAction]
    {
        guard answer != .wrongNumber else { return [] }
        var said: [BoothAction] = []
        changeSitting {
            $0.overridden = Sitting.Overridden(number: number, because: answer)
            $0.typed = number.text
        }
        said += endNumber()
        return said
    }

    /// Esc on a question: as c, but where that would end the sitting.
    mutating func leaveQuestion() -> [BoothAction]? {
        if case .sameCode = question?.kind { return [.notify(.answerFirst)] }
        return dropQuestion()
    }

    /// The key c on a question: a number is forgotten, a second portrait not taken, and nothing
    /// is withdrawn or ended.
    mutating func dropQuestion() -> [BoothAction]? {
        guard let question else { return nil }
        self.question = nil
        switch question.kind {
        case .sameCode: return cancel()
        case .sameNumber: changeSitting { $0.idNumber = nil }
        case .mismatch, .undo, .storeFailed, .foreignCode, .endOfDay: break
        }
        return []
    }

    /// A question goes with its sitting; one about the day waits for the next sitting to begin.
    mutating func settleQuestion() {
        guard let question else {
            if state.name != .several { answering = nil }
            return
        }
        if question.isOfSitting != (sitting != nil) { drop() }
        if question.name == .foreignCode, state.name == .several { drop() }
        if question.kind == .storeFailed, state.name != .review { drop() }
    }

    /// The question goes unanswered, and a digit that was pressed for it answers no other.
    mutating func drop() { (question, answering) = (nil, nil) }
}
