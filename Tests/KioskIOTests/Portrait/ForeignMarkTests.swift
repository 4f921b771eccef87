import KioskCore
import KioskIO
import StudioKit
import TestSupport
import Testing

@Suite struct ForeignMarkTests {
    @Test("each of fifty marks in a drawn portrait is told, and none where there is none")
    func drawn() throws {
        let photo = Studio(seed: 97, size: Size(width: 1280, height: 720)).portrait(of: 1).photo
        #expect(try Self.missed(photo, .chsi) == [])
    }

    @Test(
        "each of fifty marks in a real portrait is told, and none where there is none",
        .enabled(if: Corpus.isThere, "\(Corpus.reason)"))
    func real() throws {
        let photo = try PictureFile.load(Corpus.path("portraits/img/london-024-neutral.jpg"))
        #expect(try Self.missed(photo, .chsiGrey) == [])
    }

    @Test(
        "a date and a word in the camera's picture do not pass",
        .enabled(if: Corpus.isThere, "\(Corpus.reason)"))
    func fault() throws {
        let photo = try PictureFile.load(Corpus.fault("text-in-picture.jpg"))
        #expect(try Self.look(photo, .chsi, FaceFinder(), PortraitEncoder()) == .fail)
    }

    @Test(
        "no real studio portrait is said to have marks, by either size of rule",
        .enabled(if: Corpus.isThere, "\(Corpus.reason)"),
        arguments: [
            "005", "008", "011", "013", "017", "024", "030", "036", "043", "067", "096", "099",
            "125", "127", "135",
        ], [PortraitRule.chsiGrey, .idCard])
    func clean(name: String, rule: PortraitRule) throws {
        let photo = try PictureFile.load(Corpus.path("portraits/img/london-\(name)-neutral.jpg"))
        let verdict = try Self.look(photo, rule, FaceFinder(), PortraitEncoder())
        #expect(verdict == .pass)
    }

    /// The marks that are not told; all where the portrait without any is accused.
    private static func missed(_ photo: Photo, _ rule: PortraitRule) throws -> [String] {
        let finder = try FaceFinder()
        let encoder = PortraitEncoder()
        let whole = try PortraitMaker(rule: rule).portrait(
            of: photo, name: "", finder: finder, encoder: encoder)
        guard whole.verdict(of: "marks") == .pass else { return ["accused without a mark"] }
        return try ForeignMark.all.filter { mark in
            let marked = mark.drawn(on: photo, portrait: whole.crop)
            return try look(marked, rule, finder, encoder) == .pass
        }.map(\.name)
    }

    private static func look(
        _ photo: Photo, _ rule: PortraitRule, _ finder: borrowing FaceFinder,
        _ encoder: borrowing PortraitEncoder
    ) throws -> Verdict? {
        try PortraitMaker(rule: rule).portrait(
            of: photo, name: "", finder: finder, encoder: encoder
        ).verdict(of: "marks")
    }
}
