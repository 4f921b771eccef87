import KioskCore
import KioskIO
import StudioKit

/// How often good drawings are found fault with: finished portraits, and the live pictures of
/// students who sit as they should, who would wait for nothing.
struct AlarmsBench {
    private let studio = Studio(seed: 4_711, size: Size(width: 1280, height: 720))

    func run() {
        let alarms = inParallel(20) { part -> Alarms in
            guard let finder = try? FaceFinder() else { return Alarms(finished: ["no models"]) }
            let encoder = PortraitEncoder()
            return judge(part * 25..<part * 25 + 25, finder, encoder)
        }
        let (finished, live) = (alarms.flatMap { $0.finished }, alarms.flatMap { $0.live })
        print("500 good drawings")
        print("  finished: \(finished.count) alarms \(finished.prefix(8))")
        print("  live: \(live.count) alarms \(live.prefix(8))\n")
    }

    private struct Alarms: Sendable {
        var finished: [String] = []
        var live: [String] = []
    }

    private func judge(
        _ indices: Range<Int>, _ finder: borrowing FaceFinder, _ encoder: borrowing PortraitEncoder
    ) -> Alarms {
        var alarms = Alarms()
        for index in indices {
            let photo = studio.portrait(of: index).photo
            alarms.finished += finished(photo, finder, encoder).map { "\(index) \($0)" }
            alarms.live += live(photo, finder).map { "\(index) \($0)" }
        }
        return alarms
    }

    private func finished(
        _ photo: Photo, _ finder: borrowing FaceFinder, _ encoder: borrowing PortraitEncoder
    ) -> [String] {
        let portrait = try? PortraitMaker(rule: .chsi).portrait(
            of: photo, name: "", finder: finder, encoder: encoder)
        guard let portrait else { return ["no portrait"] }
        return portrait.checks.filter { $0.verdict == .warn || $0.verdict == .fail }.map(Self.said)
    }

    private func live(_ photo: Photo, _ finder: borrowing FaceFinder) -> [String] {
        let (small, factor) = photo.reduced(toLongSide: FaceAnalysis.liveLongSide)
        let faces = (try? finder.find(in: small)) ?? []
        let analysis = FaceAnalysis(of: small, scale: Double(factor), faces: faces)
        switch analysis.look(.chsi, source: photo.size).framing {
        case .ready: return []
        case .flawed(let check, _, _): return [Self.said(check)]
        case .move(let hint, _): return [hint.rawValue]
        default: return ["not one face"]
        }
    }

    private static func said(_ check: PortraitCheck) -> String {
        "\(check.name.rawValue) \(check.value.map(short) ?? "")"
    }
}
