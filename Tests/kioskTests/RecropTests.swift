import Foundation
import KioskCore
import KioskIO
import TestSupport
import Testing

/// `kiosk recrop` and `kiosk check --proof`, as they are typed.
struct RecropTests {
    private let folder: TestFolder

    init() throws {
        folder = try TestFolder()
        try Stored.session("day", 2, in: folder)
    }

    private func kiosk(_ arguments: String..., language: String = "en_GB.UTF-8") throws
        -> Program.Run
    {
        try Program.run(
            Program.kiosk, arguments + ["--data", "."], in: folder, environment: ["LANG": language])
    }

    @Test("another rule's portrait is made of the stored original, proven, and exported")
    func otherRule() throws {
        let run = try kiosk("recrop", "day", "1", "--rule", "id-card", "--json")
        #expect(run.status == 0, "\(run.errors)")
        for fact in [
            "\"rule\":\"id-card\"", "\"file\":\"day 1\"", "\"output\":\"day 3\"", "\"width\":358",
            "\"dpi\":350",
        ] {
            #expect(run.output.contains(fact), "\(run.output)")
        }
        let store = try SessionStore.read(SessionName("day"), in: Stored.files(folder))
        #expect(try store.standing() == [2, 3])
        let header = try #require(JPEGHeader(parsing: store.jpeg(3)))
        #expect(header.size == Size(width: 358, height: 441) && header.density?.x == 350)
        #expect(try kiosk("check", "--proof", "day", "3").status == 0)
        #expect(try kiosk("export", "day", "-o", "a.iso").status == 0)
    }

    @Test("by the same rule it is said which number it has and which one it replaces")
    func sameRule() throws {
        let run = try kiosk("recrop", "day", "2")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("number 3 was made of the original of number 2"))
        #expect(run.output.contains("480x640") && run.output.contains("face width"))
        #expect(try kiosk("sessions", "show", "day").output.contains("replaced by 3"))
        let again = try kiosk("recrop", "day", "2")
        #expect(again.status == 66 && again.errors.contains("session.voided"))
    }

    @Test("a session that a counter holds is left alone")
    func held() throws {
        let store = try SessionStore.openExisting(SessionName("day"), in: Stored.files(folder))
        let run = try kiosk("recrop", "day", "1")
        #expect(run.status == 75 && run.errors.contains("session.held"), "\(run.errors)")
        #expect(try store.portraits().count == 2)
        #expect(try kiosk("check", "--proof", "day", "1").status == 0)
    }

    @Test("a proof says what was compared, with both digests")
    func proven() throws {
        let run = try kiosk("check", "--proof", "day", "1")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("pixels: bit for bit") && run.output.contains("file: byte for"))
        #expect(run.output.matches(of: /SHA-256 [0-9a-f]{64}/).count == 4)
        let json = try kiosk("check", "--proof", "day", "1", "--json")
        #expect(json.status == 0 && json.output.contains("\"proven\":true"))
        #expect(json.output.matches(of: /"equal":true/).count == 2)
    }

    @Test(
        "what differs is status 65, in both languages",
        arguments: [
            ("UPDATE portrait SET crop_x = crop_x + 1", "the pixels differ", "像素不同"),
            ("UPDATE portrait SET quality = 61", "libjpeg-turbo", "文件被改过"),
            ("UPDATE portrait SET crop_width = 2000", "cannot be read", "原图读不出"),
        ])
    func differs(sql: String, english: String, chinese: String) throws {
        _ = try Program.run("sqlite3", [folder.file("day.kiosk"), sql], in: folder)
        let run = try kiosk("check", "--proof", "day", "1")
        #expect(run.status == 65, "\(run.output)")
        #expect(run.errors.contains("proof.differs") && run.errors.contains(english))
        let other = try kiosk("check", "--proof", "day", "1", language: "zh_CN.UTF-8")
        #expect(other.status == 65 && other.errors.contains(chinese), "\(other.errors)")
        let json = try kiosk("check", "--proof", "day", "1", "--json")
        #expect(json.status == 65 && json.output.contains("\"proven\":false"))
    }

    @Test("an older version's portrait is compared by its file alone, and that is said")
    func older() throws {
        let sql = "UPDATE portrait SET pixels_sha256 = NULL"
        _ = try Program.run("sqlite3", [folder.file("day.kiosk"), sql], in: folder)
        let run = try kiosk("check", "--proof", "day", "1")
        #expect(run.status == 0 && run.output.contains("only the file could be compared"))
    }
}
