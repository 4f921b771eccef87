/// What a check says of a portrait, from best to worst.
public enum Verdict: String, Hashable, Sendable, Codable, CaseIterable {
    /// Inside the rule.
    case pass
    /// Allowed, but near a limit or unusual: a person should look.
    case warn
    /// Outside the rule.
    case fail
    /// Could not be judged; never made up, never worsens the whole.
    case notAssessed = "not assessed"

    /// The worst of several verdicts; "not assessed" counts as nothing.
    public static func worst(of verdicts: some Sequence<Verdict>) -> Verdict {
        let all = Set(verdicts)
        return [.fail, .warn].first(where: all.contains) ?? .pass
    }
}
