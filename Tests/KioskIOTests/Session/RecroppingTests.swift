import KioskCore
import KioskIO
import TestSupport
import Testing

/// Portraits that are made again of a stored original.
struct RecroppingTests {
    private static let now = ShotTime(unixMilliseconds: 1_795_500_000_000, utcOffset: 28_800)

    /// The first portrait of the session, as white as a rule of another name wants it.
    private static func again() throws -> Portrait {
        var portrait = try Stored.portrait(0).portrait
        portrait.rule = .chsiWhite
        return portrait
    }

    @Test("a portrait made again takes the earlier one's place, with its person, original and time")
    func replaces() throws {
        let folder = try TestFolder()
        let store = try Stored.session("day", 2, in: folder)
        #expect(try store.recrop(1, as: Self.again(), at: Self.now) == 3)
        let all = try store.portraits()
        #expect(all.map(\.voidedBecause) == ["replaced by 3", nil, nil])
        #expect(all[2].takenAt == all[0].takenAt && all[2].code == all[0].code)
        #expect(all[2].idNumber == all[0].idNumber && all[2].codeDigest == all[0].codeDigest)
        #expect(all[2].attempts == 3)
        #expect(try store.original(3).bytes == store.original(1).bytes)
        #expect(try store.original(3).layout == store.original(1).layout)
        #expect(try store.recipe(3).rule == "chsi-white" && store.recipe(1).rule == "chsi")
        #expect(try store.find(.last).map(\.sequence) == [3])
        let outcomes = try Program.run(
            "sqlite3",
            [
                folder.file("day.kiosk"),
                "SELECT outcome, seconds FROM attempt WHERE portrait = 3 ORDER BY number",
            ], in: folder)
        #expect(outcomes.output == "retaken|3.0\naccepted|6.5\nrecropped|6.5\n")
    }

    @Test("what was exported has to be exported again")
    func exported() throws {
        let folder = try TestFolder()
        let store = try Stored.session("day", 2, in: folder)
        let record = try ExportRecord(of: SessionName("day"), in: Stored.files(folder))
        try record.add([1, 2], of: store.revision(), ExportRecord.Export(at: Self.now))
        _ = try store.recrop(1, as: Self.again(), at: Self.now)
        #expect(try record.missing(of: store) == [3])
    }

    @Test(
        "of a portrait that is withdrawn, or not there, nothing is stored",
        arguments: [(1, KioskError.Code.sessionVoided), (9, .sessionSequence)])
    func refused(sequence: Int, code: KioskError.Code) throws {
        let folder = try TestFolder()
        let store = try Stored.session("day", 2, in: folder)
        try store.void(1, because: "x", at: Self.now)
        let error = #expect(throws: KioskError.self) {
            try store.recrop(sequence, as: Self.again(), at: Self.now)
        }
        #expect(error?.code == code)
        #expect(try store.portraits().count == 2)
    }
}
