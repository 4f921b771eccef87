/// The synthetic studio as a camera, by its name: `studio`, `studio:SEED`, `studio:SEED:N`.
public struct StudioSource: Hashable, Sendable {
    /// The seed of its students.
    public let seed: UInt64
    /// How many there are.
    public let students: Int

    /// The studio that a text names; nil where it names none, or one that cannot be.
    public init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.first == "studio", parts.count <= 3,
            let seed = parts.count > 1 ? UInt64(parts[1]) : 1,
            let students = parts.count > 2 ? Int(parts[2]) : 5, students > 0
        else { return nil }
        (self.seed, self.students) = (seed, students)
    }

    /// Whether a text means the studio, rightly or not.
    public static func isMeant(_ text: String) -> Bool {
        text.split(separator: ":", omittingEmptySubsequences: false).first == "studio"
    }

    /// Whether a text names another camera, or a studio that can be.
    static func isNoneOrRight(_ text: String) -> Bool {
        !text.isEmpty && (!isMeant(text) || StudioSource(text) != nil)
    }
}
