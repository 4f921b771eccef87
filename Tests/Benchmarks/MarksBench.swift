import Foundation
import KioskCore
import KioskIO
import StudioKit
import TestSupport

/// Foreign marks drawn into portraits of real and of drawn people, and portraits without any.
struct MarksBench {
    private static let people = ["005", "013", "024", "043", "067", "099", "125", "135"]

    func run() throws {
        print("foreign marks")
        if Corpus.isThere { try studioPortraits() }
        good()
        try drawn()
        if Corpus.isThere { try real() }
        print("")
    }

    /// Real studio portraits, which have none.
    private func studioPortraits() throws {
        let folder = Corpus.path("portraits/img")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
            .filter { $0.hasPrefix("london") || $0.hasPrefix("biden") }
        let accused = try names.compactMap { name -> String? in
            let photo = try PictureFile.load("\(folder)/\(name)")
            let finder = try FaceFinder()
            let check = try Self.check(photo, .chsiGrey, finder, PortraitEncoder())
            return check.verdict == .pass ? nil : "\(name) \(check.value ?? -1) \(check.verdict)"
        }
        print("  of \(names.count) real portraits accused: \(accused)")
    }

    private func good() {
        good(.blue, .chsi, 500)
        good(.grey, .chsiGrey, 250)
        good(.white, .chsiWhite, 250)
    }

    private func good(_ backdrop: StudioBackdrop, _ rule: PortraitRule, _ count: Int) {
        let studio = Studio(
            seed: 4_711, size: Size(width: 1280, height: 720), backdrop: backdrop)
        let accused = inParallel(count / 25) { part -> [String] in
            guard let finder = try? FaceFinder() else { return ["no models"] }
            let encoder = PortraitEncoder()
            return (part * 25..<part * 25 + 25).flatMap { index in
                let photo = studio.portrait(of: index).photo
                let portrait = try? PortraitMaker(rule: rule).portrait(
                    of: photo, name: "", finder: finder, encoder: encoder)
                return ["marks" as CheckName, "detail"].compactMap { name -> String? in
                    let check = portrait?.checks.first { $0.name == name }
                    return check?.verdict == .pass
                        ? nil : "\(index) \(name.rawValue) \(check?.value ?? -1)"
                }
            }
        }.flatMap { $0 }
        print(
            "  of \(count) good drawings, \(backdrop), accused: \(accused.count) \(accused.prefix(8))"
        )
    }

    private func drawn() throws {
        let studio = Studio(seed: 97, size: Size(width: 1280, height: 720))
        try look("drawn", (0..<6).map { ("\($0)", studio.portrait(of: $0).photo) }, .chsi)
    }

    private func real() throws {
        let photos = try Self.people.map {
            ($0, try PictureFile.load(Corpus.path("portraits/img/london-\($0)-neutral.jpg")))
        }
        try look("real", photos, .chsiGrey)
    }

    private func look(_ name: String, _ photos: [(String, Photo)], _ rule: PortraitRule) throws {
        let missed = inParallel(photos.count) { index -> [String] in
            guard let finder = try? FaceFinder() else { return ["no models"] }
            let encoder = PortraitEncoder()
            let photo = photos[index].1
            let whole = try? PortraitMaker(rule: rule).portrait(
                of: photo, name: "", finder: finder, encoder: encoder)
            guard let crop = whole?.crop else { return ["no portrait"] }
            return ForeignMark.all.compactMap { mark in
                let marked = mark.drawn(on: photo, portrait: crop)
                let found = try? Self.isFound(marked, rule, finder, encoder)
                return found == true ? nil : "\(mark.name) (\(photos[index].0))"
            }
        }.flatMap { $0 }
        let all = ForeignMark.all.count * photos.count
        print("  \(name): found \(all - missed.count) of \(all); missed \(missed.sorted())")
    }

    /// Whether the mark is told, or the backdrop fails as none.
    private static func isFound(
        _ photo: Photo, _ rule: PortraitRule, _ finder: borrowing FaceFinder,
        _ encoder: borrowing PortraitEncoder
    ) throws -> Bool {
        let portrait = try PortraitMaker(rule: rule).portrait(
            of: photo, name: "", finder: finder, encoder: encoder)
        return portrait.checks.contains {
            ($0.name == "marks" && ($0.verdict == .warn || $0.verdict == .fail))
                || ($0.name == .backdrop && $0.verdict == .fail)
        }
    }

    private static func check(
        _ photo: Photo, _ rule: PortraitRule, _ finder: borrowing FaceFinder,
        _ encoder: borrowing PortraitEncoder
    ) throws -> PortraitCheck {
        let portrait = try PortraitMaker(rule: rule).portrait(
            of: photo, name: "", finder: finder, encoder: encoder)
        guard let check = portrait.checks.first(where: { $0.name == "marks" }) else {
            throw KioskError(.bug, "no check")
        }
        return check
    }
}
