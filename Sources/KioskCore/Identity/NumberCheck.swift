/// When an ID number that was typed counts: its check character or the visible characters of the code
/// confirm it, or a second typing does. The one policy, for the counter and for corrections later.
public struct NumberCheck: Hashable, Sendable {
    /// What the code shows of the number, `*` for what it hides; nil where it shows none.
    public let mask: String?
    /// A number that the operator has taken though the code shows another.
    public let excused: IDNumber?
    /// A number without any confirmation, typed once so far.
    public private(set) var first: IDNumber?

    /// What a typed number comes to.
    public enum Outcome: Hashable, Sendable {
        /// It counts.
        case taken(IDNumber)
        /// It is no number.
        case wrong(NumberFault)
        /// The code shows another.
        case mismatch(IDNumber)
        /// Nothing confirms it: it has to be typed once more.
        case again
        /// The second typing is not the first.
        case differs
    }

    /// A check of numbers for a code.
    public init(mask: String?, excused: IDNumber? = nil, first: IDNumber? = nil) {
        (self.mask, self.excused, self.first) = (mask, excused, first)
    }

    /// Judges what was typed.
    public mutating func judge(_ text: String) -> Outcome {
        guard let number = IDNumber(text) else { return .wrong(.form) }
        switch number.documented() {
        case .failure(let error): return .wrong(error.fault)
        case .success(let found): return judge(found)
        }
    }

    private mutating func judge(_ found: IDNumber.Documented) -> Outcome {
        let number = found.number
        if let mask, excused != number {
            guard Mask.matches(mask, number.text) else { return .mismatch(number) }
        } else if !found.document.hasCheck, first != number {
            defer { first = first == nil ? number : nil }
            return first == nil ? .again : .differs
        }
        first = nil
        return .taken(number)
    }
}
