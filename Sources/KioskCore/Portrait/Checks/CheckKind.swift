/// A kind of check: its name, what people call it, and how it is judged. Each stands in a file of its
/// own and in the one list, `CheckKind.all`.
public struct CheckKind: Sendable {
    /// Its name for scripts and the session.
    public let name: CheckName
    /// Its name for people.
    public let title: Phrase
    /// What it says of a face; nil where it does not apply to such a picture.
    let find: @Sendable (PreparedFace) -> Finding?

    init(
        _ name: CheckName, zh: String, en: String,
        find: @escaping @Sendable (PreparedFace) -> Finding?
    ) {
        self.name = name
        title = Phrase(zh: zh, en: en)
        self.find = find
    }

    /// The check of a face; nil where it does not apply.
    public func check(_ face: PreparedFace) -> PortraitCheck? {
        find(face).map { finding in
            let verdict = finding.verdict
            return PortraitCheck(
                name: name, value: finding.value, unit: finding.unit, allowed: finding.allowed,
                verdict: verdict, advice: finding.advice(verdict))
        }
    }
}

/// What a check found.
struct Finding: Sendable {
    /// What was measured; nil where it could not be assessed.
    var value: Double?
    var unit: String
    /// What passes.
    var allowed: ClosedRange<Double>
    /// What is still no failure; nil where nothing outside `allowed` is.
    var tolerated: ClosedRange<Double>?
    /// What to do where the value is too low, and where it is too high.
    var tooLow: Phrase
    var tooHigh: Phrase
    /// What to do where nothing could be measured.
    var notAssessed: Phrase

    /// A finding with advice for both sides.
    init(
        value: Double?, unit: String, allowed: ClosedRange<Double>,
        tolerated: ClosedRange<Double>? = nil, tooLow: Phrase,
        tooHigh: Phrase, notAssessed: Phrase = CheckWords.lookYourself
    ) {
        (self.value, self.unit, self.allowed) = (value, unit, allowed)
        self.tolerated = tolerated
        (self.tooLow, self.tooHigh, self.notAssessed) = (tooLow, tooHigh, notAssessed)
    }

    /// A finding with the same advice whichever side is wrong.
    init(
        value: Double?, unit: String, allowed: ClosedRange<Double>,
        tolerated: ClosedRange<Double>? = nil, advice: Phrase,
        notAssessed: Phrase = CheckWords.lookYourself
    ) {
        self.init(
            value: value, unit: unit, allowed: allowed, tolerated: tolerated, tooLow: advice,
            tooHigh: advice, notAssessed: notAssessed)
    }

    var verdict: Verdict {
        guard let value, value.isFinite else { return .notAssessed }
        if allowed.contains(value) { return .pass }
        return tolerated?.contains(value) == true ? .warn : .fail
    }

    func advice(_ verdict: Verdict) -> Phrase {
        guard verdict != .notAssessed, let value else { return notAssessed }
        guard !allowed.contains(value) else { return .empty }
        return value < allowed.lowerBound ? tooLow : tooHigh
    }
}
