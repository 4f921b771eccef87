import Dispatch
import KioskCore
import KioskIO
import StudioKit
import Synchronization
import TestSupport

/// Every check beside what was drawn: how often its verdict is right, how far its value is from the
/// drawn size, and how often it alarms over good drawings.
struct ChecksBench {
    private let picture = Size(width: 1280, height: 720)
    private let seed: UInt64 = 71

    func run() throws {
        print("checks: 40 sizes evenly over 0…2 × the limit, without 15 % about it, seed \(seed)")
        let results = inParallel(FaultSeries.all.count) { index in
            let series = FaultSeries.all[index]
            let samples = (try? series.run(count: 40, seed: seed, in: picture)) ?? []
            return line(series, samples)
        }
        results.forEach { print("  " + $0) }
        goodDrawings()
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

    private func goodDrawings() {
        let studio = Studio(seed: 4_711, size: picture)
        let alarms = inParallel(20) { part -> [String] in
            guard let finder = try? FaceFinder(landmarkFile: KioskConfig().landmarkFile),
                let codec = try? JPEGCodec()
            else { return ["no landmarks"] }
            return (part * 25..<part * 25 + 25).flatMap { index -> [String] in
                let photo = studio.portrait(of: index).photo
                let portrait = try? PortraitMaker(rule: .chsi).portrait(
                    of: photo, name: "", finder: finder, codec: codec)
                guard let portrait else { return ["\(index) no portrait"] }
                return portrait.checks.filter { $0.verdict == .warn || $0.verdict == .fail }
                    .map { "\(index) \($0.name.rawValue) \($0.value.map(short) ?? "")" }
            }
        }.flatMap(\.self)
        print("  500 good drawings: \(alarms.count) alarms \(alarms.prefix(8))\n")
    }

    private func inParallel<Value: Sendable>(
        _ count: Int, _ body: @Sendable (Int) -> Value
    ) -> [Value] {
        let results = Mutex<[Int: Value]>([:])
        DispatchQueue.concurrentPerform(iterations: count) { index in
            let value = body(index)
            results.withLock { $0[index] = value }
        }
        return results.withLock { all in (0..<count).compactMap { all[$0] } }
    }
}
