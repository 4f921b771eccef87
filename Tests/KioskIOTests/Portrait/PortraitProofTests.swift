import KioskCore
import KioskIO
import TestSupport
import Testing

/// A stored portrait is what its original gives, and every change of either shows.
struct PortraitProofTests {
    private static func proof(_ folder: TestFolder, _ sequence: Int = 1) throws -> PortraitProof {
        let store = try SessionStore.read(SessionName("day"), in: Stored.files(folder))
        return try PortraitProof(of: sequence, in: store, codec: JPEGCodec())
    }

    /// A session of two portraits, changed by SQL.
    private static func session(_ sql: String = "") throws -> TestFolder {
        let folder = try TestFolder()
        do { try Stored.session("day", 2, in: folder) }
        let run = try Program.run("sqlite3", [folder.file("day.kiosk"), sql], in: folder)
        try #require(run.status == 0, "\(run.errors)")
        return folder
    }

    @Test("what was stored is proven, pixels and file")
    func proven() throws {
        let folder = try Self.session()
        for sequence in 1...2 {
            let proof = try Self.proof(folder, sequence)
            #expect(proof.pixels?.isEqual == true && proof.file?.isEqual == true)
            #expect(proof.isProven)
        }
    }

    /// A change, and whether pixels and file are still the same; nil where it cannot be made again.
    struct Change: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let sql: String
        let pixels: Bool?
        let file: Bool?

        init(_ name: String, _ sql: String, pixels: Bool?, file: Bool?) {
            testDescription = name
            self.sql = sql
            self.pixels = pixels
            self.file = file
        }
    }

    private static let first = "WHERE sequence = 1"
    private static func damaged(_ column: String, at place: Int) -> String {
        "CAST(substr(\(column), 1, \(place)) || x'5A5A5A' || substr(\(column), \(place + 4)) AS BLOB)"
    }

    static let changes = [
        Change(
            "another's portrait, with its digest",
            """
            UPDATE portrait SET (sha256, quality) =
                (SELECT sha256, quality FROM portrait WHERE sequence = 2) \(first);
            UPDATE picture SET jpeg = (SELECT jpeg FROM picture WHERE portrait = 2)
            WHERE portrait = 1
            """, pixels: true, file: false),
        Change(
            "bytes of the portrait",
            "UPDATE picture SET jpeg = \(damaged("jpeg", at: 9_000)) WHERE portrait = 1",
            pixels: true, file: false),
        Change(
            "the quality", "UPDATE portrait SET quality = 61 \(first)", pixels: true, file: false),
        Change(
            "the resolution tag", "UPDATE portrait SET rule_dpi = 72 \(first)", pixels: true,
            file: false),
        Change(
            "the crop", "UPDATE portrait SET crop_x = crop_x + 1 \(first)", pixels: false,
            file: false),
        Change(
            "a crop outside the original", "UPDATE portrait SET crop_width = 1400 \(first)",
            pixels: nil, file: nil),
        Change(
            "a crop that would be enlarged", "UPDATE portrait SET crop_height = 639 \(first)",
            pixels: nil, file: nil),
        Change(
            "the digest of the pixels", "UPDATE portrait SET pixels_sha256 = 'abc' \(first)",
            pixels: false, file: true),
        Change(
            "another's original",
            """
            UPDATE original SET bytes = (SELECT bytes FROM original WHERE portrait = 2)
            WHERE portrait = 1
            """, pixels: false, file: false),
        Change(
            "bytes of the original",
            "UPDATE original SET bytes = \(damaged("bytes", at: 20_000)) WHERE portrait = 1",
            pixels: false, file: false),
        Change(
            "an original cut short",
            "UPDATE original SET bytes = substr(bytes, 1, 20000) WHERE portrait = 1", pixels: nil,
            file: nil),
        Change(
            "the original's mount", "UPDATE original SET mount = 180 WHERE portrait = 1",
            pixels: false, file: false),
    ]

    @Test("every change of portrait, crop or original shows", arguments: changes)
    func changed(_ change: Change) throws {
        let proof = try Self.proof(Self.session(change.sql))
        #expect(!proof.isProven)
        // Damaged bytes of an original may be refused by the decoder instead.
        guard proof.file != nil || change.file == nil else { return }
        #expect(proof.pixels?.isEqual == change.pixels && proof.file?.isEqual == change.file)
    }

    @Test("a digest that is not the stored file's shows")
    func digest() throws {
        let proof = try Self.proof(Self.session("UPDATE portrait SET sha256 = 'abc'"))
        #expect(proof.file?.isEqual == true && !proof.isFileAsNoted && !proof.isProven)
    }

    @Test("without a digest of the pixels the file is compared, and a change shows there")
    func older() throws {
        let old = "UPDATE portrait SET pixels_sha256 = NULL, rule_width = NULL;"
        let whole = try Self.proof(Self.session(old))
        #expect(whole.pixels == nil && whole.isProven)
        let moved = try Self.proof(Self.session(old + "UPDATE portrait SET crop_y = crop_y + 1"))
        #expect(moved.pixels == nil && !moved.isProven)
    }

    @Test("a portrait that is not there is an error")
    func missing() throws {
        let folder = try Self.session()
        let error = #expect(throws: KioskError.self) { try Self.proof(folder, 9) }
        #expect(error?.code == .sessionSequence)
    }
}
