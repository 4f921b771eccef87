import KioskCore
import StudioKit
import TestSupport

/// Every check beside what was drawn: how often its verdict is right, and how far its value is from the
/// drawn size.
struct ChecksBench {
    private let picture = Size(width: 1280, height: 720)
    private let seeds: [UInt64] = [71, 812, 4_093]

    func run() throws {
        print("checks: 40 sizes evenly over 0…2 × the limit, without 15 % about it, seeds \(seeds)")
        let samples = inParallel(FaultSeries.all.count) { index in
            seeds.flatMap { seed in
                (try? FaultSeries.all[index].run(count: 40, seed: seed, in: picture)) ?? []
            }
        }
        zip(FaultSeries.all, samples).forEach { print("  " + line($0, $1)) }
        let all = samples.flatMap(\.self)
        print("  all: right \(all.count { $0.isRight }) of \(all.count)\n")
    }

    private func line(_ series: FaultSeries, _ samples: [FaultSeries.Sample]) -> String {
        let right = samples.count { $0.isRight }
        let wrong = samples.filter { !$0.isRight }
            .map { "\(short($0.size)) → \($0.value.map(short) ?? "–") \($0.said)" }
        let pairs = stride(from: 0, to: samples.count, by: max(1, samples.count / 6)).map {
            "\(short(samples[$0].size))→\(samples[$0].value.map(short) ?? samples[$0].said)"
        }
        return
            "\(series.fault.rawValue) → \(series.check.rawValue): right \(right) of \(samples.count)"
            + "; " + pairs.joined(separator: "  ")
            + (wrong.isEmpty ? "" : "; wrong: " + wrong.joined(separator: ", "))
    }
}
