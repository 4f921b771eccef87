import KioskCore
import KioskIO
import StudioKit
import TestSupport

/// Thirty pictures enlarged from a quarter of their pixels and less, and the thirty as they were.
struct EnlargedBench {
    private struct Outcome: Sendable {
        var accused: [String] = []
        var missed: [String] = []
        var sharp = 0
    }

    func run() throws {
        guard Corpus.isThere else { return }
        let pictures = try pictures()
        let outcomes = inParallel(pictures.count) { index in
            (try? look(pictures[index].0, pictures[index].1)) ?? Outcome(missed: ["no portrait"])
        }
        let missed = outcomes.flatMap(\.missed)
        let all = pictures.count * Enlargement.allCases.count * Self.sizes.count
        print(
            "enlarged pictures, \(pictures.count) people, three ways, from 240 and from 120 columns"
        )
        print("  as they were, accused: \(outcomes.flatMap(\.accused))")
        print("  enlarged: told \(all - missed.count) of \(all); missed \(missed)")
        print("  sharp by their blur: \(outcomes.map(\.sharp).reduce(0, +)) of \(all)\n")
    }

    /// How many columns of the portrait there were, and how many times that there are.
    private static let sizes: [(columns: Int, factor: Double)] = [(240, 3), (120, 5)]

    private func pictures() throws -> [(String, Photo)] {
        let names = ["005", "008", "011", "013", "017", "024", "030", "036", "043", "067", "096"]
        let more = ["099", "125", "127", "135"]
        let studio = Studio(seed: 97, size: Size(width: 1920, height: 1080))
        return try (names + more).map {
            ($0, try PictureFile.load(Corpus.path("portraits/img/london-\($0)-neutral.jpg")))
        } + (0..<15).map { ("drawn \($0)", studio.portrait(of: $0).photo) }
    }

    private func look(_ name: String, _ photo: Photo) throws -> Outcome {
        let finder = try FaceFinder()
        let encoder = PortraitEncoder()
        let maker = PortraitMaker(rule: .chsi)
        let whole = try maker.portrait(of: photo, name: "", finder: finder, encoder: encoder)
        var outcome = Outcome()
        if whole.verdict(of: "detail") != .pass { outcome.accused.append(name) }
        for way in Enlargement.allCases {
            for (columns, factor) in Self.sizes {
                let large = way.applied(
                    to: photo, portrait: whole.crop, columns: columns, factor: factor)
                let portrait = try maker.portrait(
                    of: large, name: "", finder: finder, encoder: encoder)
                if portrait.verdict(of: .sharpness) == .pass { outcome.sharp += 1 }
                guard portrait.verdict(of: "detail") == .pass else { continue }
                outcome.missed.append("\(name) \(way) \(columns)")
            }
        }
        return outcome
    }
}
