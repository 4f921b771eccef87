/// One check of a portrait: what was measured, what is allowed, and what follows.
public struct PortraitCheck: Hashable, Sendable {
    /// What was checked.
    public var name: CheckName
    /// What was measured, in `unit`; nil where it could not be assessed.
    public var value: Double?
    /// The value's unit: `px` of the finished picture, `°`, `%`, `ΔE`, `bytes`; empty for a ratio.
    public var unit: String
    /// What passes.
    public var allowed: ClosedRange<Double>
    /// What follows.
    public var verdict: Verdict
    /// One sentence of what to do, for the student or the operator; empty where nothing is.
    public var advice: Phrase

    /// A check with its verdict.
    public init(
        name: CheckName, value: Double?, unit: String, allowed: ClosedRange<Double>,
        verdict: Verdict, advice: Phrase = .empty
    ) {
        self.name = name
        self.value = value
        self.unit = unit
        self.allowed = allowed
        self.verdict = verdict
        self.advice = advice
    }

    /// Whether the value lies outside what passes. A warning for want of certainty is not.
    public var isOutside: Bool { value.map { !allowed.contains($0) } ?? false }

    /// Whether the value lies under the middle of what passes.
    public var isLow: Bool { (value ?? 0) < allowed.middle }
}
