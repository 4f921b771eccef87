import KioskCore
import KioskIO
import StudioKit
import TestSupport
import Testing

@Suite struct EnlargementTests {
    private static let ways = Enlargement.allCases.flatMap { way in
        [(240, 3.0), (120, 5.0)].map { (way, $0.0, $0.1) }
    }

    @Test(
        "a drawn portrait enlarged from a quarter of its pixels is told, the same as it was is not",
        arguments: ways)
    func drawn(way: Enlargement, columns: Int, factor: Double) throws {
        let photo = Studio(seed: 97, size: Size(width: 1920, height: 1080)).portrait(of: 3).photo
        try check(photo, way, columns, factor)
    }

    @Test(
        "a real portrait enlarged from a quarter of its pixels is told, the same as it was is not",
        .enabled(if: Corpus.isThere, "\(Corpus.reason)"), arguments: ways)
    func real(way: Enlargement, columns: Int, factor: Double) throws {
        let photo = try PictureFile.load(Corpus.path("portraits/img/london-127-neutral.jpg"))
        try check(photo, way, columns, factor)
    }

    private func check(
        _ photo: Photo, _ way: Enlargement, _ columns: Int, _ factor: Double
    ) throws {
        let finder = try FaceFinder()
        let encoder = PortraitEncoder()
        let maker = PortraitMaker(rule: .chsi)
        let whole = try maker.portrait(of: photo, name: "", finder: finder, encoder: encoder)
        #expect(whole.verdict(of: "detail") == .pass)
        let large = way.applied(to: photo, portrait: whole.crop, columns: columns, factor: factor)
        let portrait = try maker.portrait(of: large, name: "", finder: finder, encoder: encoder)
        #expect(portrait.verdict(of: "detail") == .warn)
    }
}
