import Foundation
import KioskCore
import KioskIO
import TestSupport
import Testing

/// What counts as exported.
struct ExportRecordTests {
    private let folder: TestFolder
    private let store: SessionStore
    private let record: ExportRecord

    init() throws {
        folder = try TestFolder()
        store = try Stored.session("day", 2, in: folder)
        record = try ExportRecord(of: SessionName("day"), in: Stored.files(folder))
    }

    private static func time(_ second: Int64) -> ShotTime {
        ShotTime(unixMilliseconds: second * 1000, utcOffset: 0)
    }

    private func correct(_ number: String, at time: ShotTime) throws {
        let number = try #require(IDNumber(number))
        try store.correct(1, number: number, because: "typing error", at: time)
    }

    @Test(
        "a correction after an export is not exported, whatever the clock says",
        arguments: [-1_000_000_000, 0, 99, 100, 101, 1_000_000_000] as [Int64])
    func clocks(second: Int64) throws {
        try record.add([1, 2], of: store.revision(), ExportRecord.Export(at: Self.time(100)))
        try correct("11010519491231002X", at: Self.time(second))
        #expect(try record.missing(of: store) == [1])
        try record.add([1], of: store.revision(), ExportRecord.Export(at: Self.time(second - 5)))
        #expect(try record.missing(of: store).isEmpty)
    }

    @Test("what is changed while a disc is written is not on it")
    func meanwhile() throws {
        let before = try store.revision()
        try correct("11010519491231002X", at: Self.time(1))
        try record.add([1, 2], of: before, ExportRecord.Export(at: Self.time(0)))
        #expect(try record.missing(of: store) == [1])
    }

    @Test("another session of the same name has exported nothing")
    func another() throws {
        try record.add([1, 2], of: store.revision(), ExportRecord.Export(at: Self.time(1)))
        let other = try TestFolder()
        try FileManager.default.copyItem(
            atPath: folder.file("day.exports"), toPath: other.file("day.exports"))
        let begunAgain = try Stored.session("day", 2, in: other)
        let record = try ExportRecord(of: SessionName("day"), in: Stored.files(other))
        #expect(try record.missing(of: begunAgain) == [1, 2])
    }

    @Test("an earlier copy of a session that was put back has exported only what it knows of")
    func putBack() throws {
        try FileManager.default.createDirectory(
            atPath: folder.file("backup"), withIntermediateDirectories: true)
        try FileManager.default.copyItem(
            atPath: folder.file("day.kiosk"), toPath: folder.file("backup/day.kiosk"))
        try correct("11010519491231002X", at: Self.time(1))
        try record.add([1, 2], of: store.revision(), ExportRecord.Export(at: Self.time(2)))
        try FileManager.default.copyItem(
            atPath: folder.file("day.exports"), toPath: folder.file("backup/day.exports"))
        let backup = SessionFiles(named: folder.file("backup"), config: KioskConfig())
        let name = try SessionName("day")
        let old = try SessionStore.read(name, in: backup)
        #expect(try ExportRecord(of: name, in: backup).missing(of: old) == [1, 2])
    }

    @Test("what an earlier version noted counts, but for portraits that were ever changed")
    func earlierVersion() throws {
        try folder.write(
            #"{"at":4102444800000,"sequences":[1,2]}"# + "\nrubbish\n{\"at\":1", to: "day.exports")
        #expect(try record.missing(of: store).isEmpty)
        try correct("11010519491231002X", at: Self.time(1))
        #expect(try record.missing(of: store) == [1])
    }
}
