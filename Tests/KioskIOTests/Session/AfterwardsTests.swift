import Foundation
import KioskCore
import KioskIO
import StudioKit
import TestSupport
import Testing

/// What happens to portraits after they were stored.
struct AfterwardsTests {
    private static func time(_ second: Int64) -> ShotTime {
        ShotTime(unixMilliseconds: 1_795_500_000_000 + second * 1000, utcOffset: 28_800)
    }

    @Test("a withdrawn portrait is kept with its reason, is found no more, and only once withdrawn")
    func withdrawn() throws {
        let folder = try TestFolder()
        let store = try Stored.session("day", 2, in: folder)
        let code = CaptureCode(bytes: Student(seed: 1, index: 1).code, reader: "zbar")
        #expect(try store.find(.code(code)).map(\.sequence) == [2])
        try store.void(2, because: "blurred", at: Self.time(0))
        #expect(try store.portraits().map(\.voidedBecause) == [nil, "blurred"])
        #expect(try store.find(.code(code)).isEmpty)
        #expect(try store.find(.last).map(\.sequence) == [1])
        #expect(try store.standing() == [1])
        let error = #expect(throws: KioskError.self) {
            try store.void(2, because: "again", at: Self.time(1))
        }
        #expect(error?.code == .sessionVoided)
    }

    @Test("a withdrawal is taken back: the portrait stands, is found, and has to be exported again")
    func restored() throws {
        let folder = try TestFolder()
        let store = try Stored.session("day", 2, in: folder)
        let record = try ExportRecord(of: SessionName("day"), in: Stored.files(folder))
        try record.add([1, 2], of: store.revision(), ExportRecord.Export(at: Self.time(0)))
        try store.void(1, because: "wrongPerson", at: Self.time(0))
        #expect(try store.standing() == [2])
        try store.restore(1, at: Self.time(0))
        #expect(try store.standing() == [1, 2])
        #expect(try store.portraits().allSatisfy { $0.voidedBecause == nil })
        #expect(try record.missing(of: store) == [1])
        for sequence in [1, 9] {
            #expect(throws: KioskError(.sessionSequence, "\(sequence)")) {
                try store.restore(sequence, at: Self.time(0))
            }
        }
    }

    @Test("what was replaced is not taken back: its successor stands")
    func replacedStays() throws {
        let folder = try TestFolder()
        let store = try Stored.session("day", 2, in: folder)
        var new = try Stored.portrait(0)
        new.sitting.replaces = 1
        #expect(try store.add(new) == 3)
        #expect(throws: KioskError(.sessionSequence, "1")) {
            try store.restore(1, at: Self.time(0))
        }
        #expect(try store.standing() == [2, 3])
    }

    @Test("the checks of a portrait that do not pass are there to be shown, the worst first")
    func checks() throws {
        let folder = try TestFolder()
        let store = try Stored.session("day", 2, in: folder)
        let shot = try Stored.portrait(0).portrait.checks
        let found = try store.checks(of: 1)
        #expect(found.count == shot.count { $0.verdict != .pass })
        #expect(Set(found.map(\.name)) == Set(shot.filter { $0.verdict != .pass }.map(\.name)))
        #expect(try store.checks(of: 99).isEmpty)
    }

    @Test("a replaced portrait is withdrawn in the transaction of the one that takes its place")
    func replaced() throws {
        let folder = try TestFolder()
        let store = try Stored.session("day", 1, in: folder)
        var new = try Stored.portrait(0)
        new.sitting.replaces = 1
        #expect(try store.add(new) == 2)
        #expect(try store.portraits().map(\.voidedBecause) == ["replaced by 2", nil])
        // A replacement of what is no more stores nothing.
        #expect(throws: KioskError.self) { try store.add(new) }
        #expect(try store.portraits().count == 2)
    }

    @Test("the earlier portrait stands under the second code too, with all that belongs to it")
    func reused() throws {
        let folder = try TestFolder()
        let store = try Stored.session("day", 1, in: folder)
        var sitting = Sitting(
            code: CaptureCode(bytes: Array("second".utf8), reader: "zbar"),
            openedAt: FrameTime(seconds: 0))
        sitting.idNumber = IDNumber(Student(seed: 1, index: 0).idNumber)
        #expect(try store.addAgain(1, for: sitting, at: Self.time(0)) == 2)
        let both = try store.portraits()
        #expect(both[0].sha256 == both[1].sha256 && both[0].takenAt == both[1].takenAt)
        #expect(both[1].code == Array("second".utf8) && both[1].idNumber == both[0].idNumber)
        #expect(try store.jpeg(2) == store.jpeg(1))
        #expect(try store.original(2).bytes == store.original(1).bytes)
        let number = try #require(sitting.idNumber)
        #expect(try store.find(.number(number, besides: sitting.code)).map(\.sequence) == [1])
        try store.void(1, because: "x", at: Self.time(1))
        #expect(throws: KioskError.self) { try store.addAgain(1, for: sitting, at: Self.time(2)) }
    }

    @Test("a corrected number is found, and what was exported before has to be exported again")
    func corrected() throws {
        let folder = try TestFolder()
        let store = try Stored.session("day", 2, in: folder)
        let record = try ExportRecord(of: SessionName("day"), in: Stored.files(folder))
        #expect(try record.missing(of: store) == [1, 2])
        try record.add([1, 2], of: store.revision(), ExportRecord.Export(at: Self.time(10)))
        #expect(try record.missing(of: store).isEmpty)
        let number = try #require(IDNumber("11010519491231002X"))
        try store.correct(1, number: number, because: "typing error", at: Self.time(20))
        #expect(try store.portraits().first?.idNumber == number)
        #expect(try record.missing(of: store) == [1])
        try record.add([1], of: store.revision(), ExportRecord.Export(at: Self.time(30)))
        #expect(try record.missing(of: store).isEmpty)
        #expect(throws: KioskError.self) {
            try store.correct(9, number: number, because: "", at: Self.time(40))
        }
    }

    @Test("a number typed anew changes the portraits that stand under the same code")
    func typedAnew() throws {
        let folder = try TestFolder()
        let store = try Stored.session("day", 1, in: folder)
        let record = try ExportRecord(of: SessionName("day"), in: Stored.files(folder))
        try record.add([1], of: store.revision(), ExportRecord.Export(at: Self.time(1)))
        var again = try Stored.portrait(0)
        #expect(try store.add(again) == 2)
        #expect(try record.missing(of: store) == [2], "the same number changes nothing")
        again.sitting.idNumber = IDNumber("11010519491231002X")
        #expect(try store.add(again) == 3)
        #expect(try record.missing(of: store) == [1, 2, 3])
    }

    @Test("a portrait used again has everything that the first one has, but whose it is")
    func wholeCopy() throws {
        let folder = try TestFolder()
        let store = try Stored.session("day", 1, in: folder)
        let sitting = Sitting(
            code: CaptureCode(bytes: Array("second".utf8), reader: "zbar"),
            openedAt: FrameTime(seconds: 0))
        let sqlite = { (sql: String) in
            try Program.run("sqlite3", [folder.file("day.kiosk"), sql], in: folder).output
        }
        _ = try sqlite(
            "UPDATE portrait SET profile_sha256 = 'p', colour_engine = 'e', failed_because = 'f'")
        _ = try store.addAgain(1, for: sitting, at: Self.time(0))
        let names = try sqlite("SELECT name FROM pragma_table_info('portrait')").split(
            separator: "\n")
        let own: Set<Substring> = ["sequence", "person", "code_digest", "number_because"]
        for name in names where !own.contains(name) {
            let equal = try sqlite(
                "SELECT a.\(name) IS b.\(name) FROM portrait a, portrait b WHERE a.sequence = 1 AND b.sequence = 2"
            )
            #expect(equal == "1\n", "\(name)")
        }
    }

    @Test("a record or a log whose last line a crash cut short loses nothing that is added")
    func cutLine() throws {
        let folder = try TestFolder()
        let store = try Stored.session("day", 1, in: folder)
        try folder.write(#"{"at":1,"sequ"#, to: "day.exports")
        let record = try ExportRecord(of: SessionName("day"), in: Stored.files(folder))
        try record.add([1], of: store.revision(), ExportRecord.Export(at: Self.time(10)))
        #expect(try record.missing(of: store).isEmpty)
        try folder.write(#"{"at":"#, to: "kiosk.log")
        try EventLog(path: folder.file("kiosk.log")).add("test")
        try EventLog(path: folder.file("kiosk.log")).add("test")
        #expect(try folder.bytes("kiosk.log").split(separator: UInt8(ascii: "\n")).count == 3)
    }

    @Test("who was set aside is listed until the portrait is there")
    func setAside() throws {
        let folder = try TestFolder()
        let store = try Stored.session("day", 1, in: folder)
        let new = try Stored.portrait(1)
        #expect(try store.setAside(nil, at: Self.time(0)) == 1)
        #expect(try store.setAside(new.sitting.code, at: Self.time(1)) == 2)
        #expect(try store.setAside(new.sitting.code, at: Self.time(2)) == 2)
        let names = try store.studentsSetAside().map(\.maskedName)
        #expect(names.first == "" && names.last?.contains("*") == true)
        _ = try store.add(new)
        #expect(try store.studentsSetAside().count == 1)
        // The session shows no portrait for who was only set aside.
        #expect(try store.portraits().count == 2)
    }

    @Test(
        "a session of an older version is brought up to date by whoever opens it, readers too",
        arguments: [1, 2, 3, 4, 5, 6])
    func olderVersion(version: Int) throws {
        let folder = try TestFolder()
        let (jpeg, small) = try {
            let store = try Stored.session("day", 1, in: folder)
            return (try store.jpeg(1), try store.thumbnail(1))
        }()
        try OlderSession.take("day.kiosk", in: folder, backTo: version)
        let store = try SessionStore.read(SessionName("day"), in: Stored.files(folder))
        #expect(try store.portraits().count == 1)
        #expect(try store.studentsSetAside().isEmpty)
        #expect(try store.jpeg(1) == jpeg && store.thumbnail(1) == small)
        let portrait = try #require(try store.portraits().first)
        #expect(portrait.byteCount == jpeg.count && portrait.className == nil)
        let kept = try Program.run(
            "sqlite3", [folder.file("day.kiosk"), "SELECT count(*) FROM thumbnail"], in: folder)
        #expect(kept.output == "1\n", "small pictures are made once: \(kept)")
        let failed = try store.portraits().filter { $0.verdict == .fail }
        #expect(try store.failed() == failed && failed.allSatisfy { $0.failedBecause == nil })
        guard version < 4 else { return }
        // It has no digest of the pixels, so that the file alone can be compared.
        let proof = try PortraitProof(of: 1, in: store, codec: JPEGCodec())
        #expect(proof.pixels == nil && proof.file?.isEqual == true && proof.isProven)
    }

    @Test("a session with freed pages is checked whole before it is written: one could be in use")
    func freedPages() throws {
        let folder = try TestFolder()
        let name = try SessionName("day")
        do { try Stored.session("day", 3, in: folder) }
        try OlderSession.take("day.kiosk", in: folder, backTo: 6)
        do { _ = try SessionStore.open(name, in: Stored.files(folder)).add(Stored.portrait(3)) }
        var bytes = try folder.bytes("day.kiosk")
        // Page size at 16, first trunk of freed pages at 32; a trunk holds the next one, how many leaves, and those
        // (sqlite.org/fileformat.html, 1.3 and 1.5).
        let size = Int(bytes[16]) << 8 | Int(bytes[17])
        let trunk = bytes[32..<36].reduce(0) { $0 << 8 | Int($1) }
        try #require(trunk > 0)
        bytes.replaceSubrange((trunk - 1) * size + 8..<(trunk - 1) * size + 12, with: [0, 0, 0, 3])
        try folder.write(bytes, to: "day.kiosk")
        let error = #expect(throws: KioskError.self) {
            try SessionStore.open(name, in: Stored.files(folder))
        }
        #expect(error?.code == .sessionDamaged)
        let reader = try SessionStore.read(name, in: Stored.files(folder))
        #expect(try reader.portraits().count == 4)
    }

    @Test("a log line holds numbers and names of the program's own")
    func log() throws {
        let folder = try TestFolder()
        let log = try EventLog(path: folder.file("kiosk.log"))
        log.add(
            "stored", ["sequence": .whole(3), "t": .number(1.23456), "why": .name(Verdict.warn)])
        let text = String(decoding: try folder.bytes("kiosk.log"), as: UTF8.self)
        #expect(
            text.hasSuffix("\",\"event\":\"stored\",\"sequence\":3,\"t\":1.235,\"why\":\"warn\"}\n")
        )
        #expect(try JSONSerialization.jsonObject(with: Data(text.utf8)) is [String: Any])
    }
}
