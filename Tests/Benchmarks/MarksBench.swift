import Foundation
import KioskCore
import KioskIO
import StudioKit
import TestSupport

/// Foreign marks drawn into portraits of real and of drawn people, and portraits without any.
struct MarksBench {
    private static let people = ["005", "013", "024", "043", "067", "099", "125", "135"]
    private static let size = Size(width: 1280, height: 720)

    func run() throws {
        print("foreign marks")
        if Corpus.isThere { try clean() }
        good(.blue, .chsi, 500)
        good(.grey, .chsiGrey, 250)
        good(.white, .chsiWhite, 250)
        let studio = Studio(seed: 97, size: Self.size)
        look("drawn", (0..<6).map { ("\($0)", studio.portrait(of: $0).photo) }, .chsi)
        if Corpus.isThere {
            let photos = try Self.people.map { ($0, try Self.photo("london-\($0)-neutral.jpg")) }
            look("real", photos, .chsiGrey)
        }
        print("")
    }

    private static func photo(_ name: String) throws -> Photo {
        try PictureFile.load(Corpus.path("portraits/img/\(name)"))
    }

    /// Real studio portraits, which have none, by every rule that is not one of the others' file window.
    private func clean() throws {
        let folder = Corpus.path("portraits/img")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
            .filter { $0.hasPrefix("london") || $0.hasPrefix("biden") }
        for rule in [PortraitRule.chsiGrey, .idCard] {
            let photos = try names.map { ($0, try Self.photo($0)) }
            print("  real portraits, \(rule.name), accused: \(accused(photos, rule))")
        }
    }

    private func good(_ backdrop: StudioBackdrop, _ rule: PortraitRule, _ count: Int) {
        let studio = Studio(seed: 4_711, size: Self.size, backdrop: backdrop)
        let told = inParallel(count / 25) { part in
            accused(
                (part * 25..<part * 25 + 25).map { ("\($0)", studio.portrait(of: $0).photo) }, rule)
        }.flatMap { $0 }
        print("  of \(count) good drawings, \(backdrop), accused: \(told.count) \(told.prefix(8))")
    }

    /// What is accused of marks, or of having been enlarged, and of how many.
    private func accused(_ photos: [(String, Photo)], _ rule: PortraitRule) -> [String] {
        guard let finder = try? FaceFinder() else { return ["no models"] }
        let encoder = PortraitEncoder()
        return photos.flatMap { name, photo -> [String] in
            let portrait = try? PortraitMaker(rule: rule).portrait(
                of: photo, name: "", finder: finder, encoder: encoder)
            return ["marks" as CheckName, "detail"].compactMap { check in
                guard let portrait, portrait.verdict(of: check) != .pass else { return nil }
                return "\(name) \(check.rawValue) \(portrait.check(check)?.value ?? -1)"
            }
        }
    }

    private func look(_ name: String, _ photos: [(String, Photo)], _ rule: PortraitRule) {
        let missed = inParallel(photos.count) { self.missed(photos[$0].0, photos[$0].1, rule) }
            .flatMap { $0 }
        let all = ForeignMark.all.count * photos.count
        print("  \(name): found \(all - missed.count) of \(all); missed \(missed.sorted())")
    }

    /// The marks that are not told, nor the backdrop found to be none because of them.
    private func missed(_ name: String, _ photo: Photo, _ rule: PortraitRule) -> [String] {
        guard let finder = try? FaceFinder() else { return ["no models"] }
        let encoder = PortraitEncoder()
        let maker = PortraitMaker(rule: rule)
        let whole = try? maker.portrait(of: photo, name: "", finder: finder, encoder: encoder)
        guard let crop = whole?.crop else { return ["no portrait"] }
        return ForeignMark.all.compactMap { mark in
            let portrait = try? maker.portrait(
                of: mark.drawn(on: photo, portrait: crop), name: "", finder: finder,
                encoder: encoder)
            let isTold =
                portrait?.verdict(of: "marks") != .pass
                || portrait?.verdict(of: .backdrop) == .fail
            return portrait != nil && isTold ? nil : "\(mark.name) (\(name))"
        }
    }
}
