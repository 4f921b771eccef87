import KioskCore
import KioskIO

/// The pictures of the portraits that are looked through, read as they come into view and forgotten with the last look.
struct FoundPictures {
    private var pictures: [Int: [UInt8]] = [:]
    private var checks: (sequence: Int, list: [FoundCheck])?

    /// Puts what is seen into a scene.
    mutating func add(to scene: inout CounterScene, from store: SessionStore) {
        guard let finder = scene.booth.finder else {
            (pictures, checks) = ([:], nil)
            return
        }
        let seen =
            finder.picked.map { [$0] }
            ?? finder.found.prefix(OperatorScreen.mostFound).map(\.sequence)
        for sequence in seen where pictures[sequence] == nil {
            pictures[sequence] = try? store.jpeg(sequence)
        }
        scene.found = pictures.filter { seen.contains($0.key) }
        guard let picked = finder.picked else { return }
        if checks?.sequence != picked {
            checks = (picked, (try? store.checks(of: picked)) ?? [])
        }
        scene.foundChecks = checks?.list ?? []
    }
}
