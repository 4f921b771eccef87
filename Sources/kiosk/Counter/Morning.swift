import Foundation
import KioskCore
import KioskIO

/// Gathers what the operator should know before the first student.
enum Morning {
    /// How many sessions are looked at, the newest by name.
    private static let sessionsLookedAt = 40

    /// The report for the sessions of a folder.
    static func report(_ files: SessionFiles, _ config: KioskConfig) -> MorningReport {
        var report = MorningReport(now: WallClock.now())
        report.hours = config.openingHours
        report.closingDate = config.closingDate
        report.freeBytes = FileAccess.freeBytes(at: files.folder)
        let discs = files.discs(config)
        report.broken = BrokenOutputs.names(in: discs).map { "\(discs)/\($0)" }
        let names = (try? files.names().suffix(sessionsLookedAt)) ?? []
        for name in names {
            guard let store = try? SessionStore.read(name, in: files),
                let count = try? ExportRecord(of: name, in: files).missing(of: store).count
            else {
                report.unreadable.append("\(name)")
                continue
            }
            if count > 0 { report.notExported.append(("\(name)", count)) }
            let last = (try? store.find(.last))?.last?.takenAt
            report.lastPortrait = [report.lastPortrait, last].compactMap { $0 }.max()
        }
        return report
    }
}
