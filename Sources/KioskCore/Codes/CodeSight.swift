/// Why a code is not read, as far as it can be seen; the most useful first.
public enum CodeSight: String, CaseIterable, Hashable, Sendable {
    /// One of several codes that are one text together.
    case part
    /// Two readers read it differently.
    case doubtful
    /// The picture's edge cuts it.
    case cut
    /// It moves.
    case moving
    /// It is too small.
    case small
    /// A lit screen that is nothing but white.
    case bright
    /// It is there, and not read for another reason.
    case unreadable
    /// There is none.
    case none
}
