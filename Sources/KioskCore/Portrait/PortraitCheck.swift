/// The checks' names, as the command line and the session write them.
public enum CheckName: String, CaseIterable, Sendable {
    case hairTop, eyes, faceWidth, centring
}

/// One check of a portrait: what was measured, what is allowed, and what follows.
public struct PortraitCheck: Hashable, Sendable {
    /// What was checked.
    public var name: CheckName
    /// What was measured, in `unit`; nil where it could not be assessed.
    public var value: Double?
    /// The value's unit: `px` of the finished picture.
    public var unit: String
    /// What the rule allows.
    public var allowed: ClosedRange<Double>
    /// What follows.
    public var verdict: Verdict

    /// A check with its verdict.
    public init(
        name: CheckName, value: Double?, unit: String, allowed: ClosedRange<Double>,
        verdict: Verdict
    ) {
        self.name = name
        self.value = value
        self.unit = unit
        self.allowed = allowed
        self.verdict = verdict
    }

    /// A check that passes inside the range and fails outside; without a value it is not assessed.
    public init(_ name: CheckName, _ value: Double?, unit: String, in allowed: ClosedRange<Double>)
    {
        let verdict: Verdict =
            value.map { allowed.contains($0) ? .pass : .fail } ?? .notAssessed
        self.init(name: name, value: value, unit: unit, allowed: allowed, verdict: verdict)
    }

    /// One sentence for the operator, empty words where nothing is to be done.
    public var advice: Phrase { CheckWords.advice(for: self) }
}

extension PortraitRule {
    /// The rule's geometry for a head in the finished picture's pixels.
    public func checks(of head: HeadGeometry) -> [PortraitCheck] {
        [
            PortraitCheck(.hairTop, head.hairTop, unit: "px", in: hairTop),
            PortraitCheck(.eyes, head.eyeLine, unit: "px", in: eyes),
            PortraitCheck(.faceWidth, head.faceWidth, unit: "px", in: faceWidth),
            PortraitCheck(.centring, head.middle, unit: "px", in: centring),
        ]
    }
}
