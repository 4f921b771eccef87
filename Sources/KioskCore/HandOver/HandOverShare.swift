/// Which part of all the work one of several outputs is.
public struct HandOverShare: Hashable, Sendable {
    private let place: Int
    private let count: Int
    private let before: Int
    private let own: Int
    private let all: Int

    /// The parts of outputs by how much each is.
    public static func all(_ sizes: [Int]) -> [HandOverShare] {
        let all = sizes.reduce(0, +)
        var before = 0
        return sizes.enumerated().map { place, own in
            defer { before += own }
            return HandOverShare(
                place: place, count: sizes.count, before: before, own: own, all: all)
        }
    }

    /// How far all the work has come where this output has come so far; of a single one the same.
    public func of(_ progress: HandOverProgress) -> HandOverProgress {
        guard count > 1 else { return progress }
        let isChecking = progress.step == .checking
        let share = (progress.share + (isChecking ? 1 : 0)) / 2
        return HandOverProgress(
            .both, files: place, of: count, bytes: before + Int(share * Double(own)), of: all)
    }
}
