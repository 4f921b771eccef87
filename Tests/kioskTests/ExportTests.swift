import Foundation
import KioskCore
import KioskIO
import TestSupport
import Testing

@testable import kiosk

struct ExportTests {
    private static func exported(_ count: Int = 3) throws -> TestFolder {
        let folder = try TestFolder()
        try Stored.session("day", count, in: folder)
        let run = try Program.kiosk("export", "day", "-o", "a.iso", "--data", ".", in: folder)
        guard run.status == 0 else { throw RecordedDay.Refused(run: run) }
        return folder
    }

    @Test("what xorriso takes out of an image passes sha256sum -c and the rule, photo by photo")
    func xorriso() throws {
        let folder = try Self.exported()
        let taken = try Program.run(
            "xorriso", ["-osirrox", "on", "-indev", "a.iso", "-extract", "/", "disc"], in: folder)
        #expect(taken.status == 0, "\(taken.errors)")
        let disc = try TestFolder(at: folder.file("disc"))
        let sums = try Program.run("sha256sum", ["-c", "SHA256SUMS"], in: disc)
        #expect(sums.status == 0 && sums.output.split(separator: "\n").count == 9, "\(sums.output)")
        let photos = try TestFolder(at: disc.file("PHOTOS")).names()
        #expect(photos.count == 3)
        for photo in photos {
            let bytes = try disc.bytes("PHOTOS/\(photo)")
            let header = try #require(JPEGHeader(parsing: bytes))
            #expect((20_480...100_000).contains(bytes.count))
            #expect(header.size == Size(width: 480, height: 640))
            #expect(header.isBaseline && header.bitsPerComponent == 8 && header.components == 3)
            #expect(header.density?.x == 300 && header.density?.y == 300)
        }
    }

    @Test(
        "isoinfo sees the same files through Rock Ridge and through Joliet",
        arguments: ["-R", "-J"])
    func isoinfo(names: String) throws {
        let folder = try Self.exported()
        let list = try Program.run("isoinfo", [names, "-f", "-i", "a.iso"], in: folder)
        #expect(list.status == 0, "\(list.errors)")
        let files = Set(list.output.split(separator: "\n").map(String.init))
        for file in [
            "/PHOTOS", "/manifest.csv", "/codes.csv", "/index.html", "/README.txt", "/SHA256SUMS",
        ] {
            #expect(files.contains(file), "\(file)")
        }
        #expect(files.count { $0.hasSuffix(".jpg") } == 3)
    }

    @Test("two exports in two time zones, at two times, are the same bytes")
    func sameBytes() throws {
        let folder = try Self.exported()
        sleep(1)
        let again = try Program.kiosk(
            "export", "day", "-o", "b.iso", "--data", ".", in: folder,
            environment: ["TZ": "America/St_Johns", "LANG": "zh_CN.UTF-8"])
        #expect(again.status == 0)
        #expect(try folder.bytes("a.iso") == folder.bytes("b.iso"))
    }

    @Test("verify agrees with a whole image and finds a changed one")
    func verify() throws {
        let folder = try Self.exported()
        let whole = try Program.kiosk("verify", "a.iso", "--json", in: folder)
        #expect(whole.status == 0 && whole.output.contains("\"problems\":[]"))
        var bytes = try folder.bytes("a.iso")
        bytes[bytes.count / 2] ^= 1
        try folder.write(bytes, to: "b.iso")
        let changed = try Program.kiosk("verify", "b.iso", in: folder)
        #expect(changed.status == 74 && changed.errors.contains("disc.mismatch"))
    }

    @Test("what was there under the names of further volumes is named, and stays")
    func earlierVolumes() throws {
        let folder = try TestFolder()
        try Stored.session("day", 2, in: folder)
        for index in 1...4 { try folder.write("PK\u{3}\u{4}", to: "a-\(index).iso") }
        let run = try Program.kiosk(
            "export", "day", "-o", "a.iso", "--force", "--data", ".", in: folder)
        #expect(run.status == 0 && run.output.contains("a-1.iso … a-4.iso was there before"))
        var export = Export(
            sessions: [try SessionName("day")], files: Stored.files(folder), config: KioskConfig())
        export.capacity = 1_200_000
        let written = try export.write(to: folder.file("a.iso"), on: .iso, replacing: true)
        #expect(written.earlier == ["a-3.iso", "a-4.iso"].map(folder.file))
        #expect(try folder.bytes("a-3.iso") == Array("PK\u{3}\u{4}".utf8))
        #expect(try folder.bytes("a-2.iso").count > 100_000)
    }

    @Test("an image that is there is replaced only with --force, and a locked folder is named")
    func exists() throws {
        let folder = try Self.exported()
        let again = try Program.kiosk("export", "day", "-o", "a.iso", "--data", ".", in: folder)
        #expect(again.status == 73 && again.errors.contains("file.exists"))
        let forced = try Program.kiosk(
            "export", "day", "-o", "a.iso", "--force", "--data", ".", in: folder)
        #expect(forced.status == 0)
        let nowhere = try Program.kiosk(
            "export", "day", "-o", "no/a.iso", "--data", ".", in: folder)
        #expect(nowhere.status == 73 && nowhere.errors.contains("file.create"))
    }

    @Test("--only exports what was asked for, and a number that there is not is an error")
    func only() throws {
        let folder = try Self.exported()
        let some = try Program.kiosk(
            "export", "day", "-o", "out", "--format", "folder", "--only", "1,3", "--data", ".",
            in: folder)
        #expect(some.status == 0, "\(some.errors)")
        #expect(try TestFolder(at: folder.file("out/PHOTOS")).names().count == 2)
        let none = try Program.kiosk(
            "export", "day", "-o", "b.iso", "--only", "9", "--data", ".", in: folder)
        #expect(none.status == 66 && none.errors.contains("session.sequence"))
    }

    @Test("a session is exported while another process holds it")
    func whileHeld() throws {
        let folder = try TestFolder()
        let store = try Stored.session("day", 2, in: folder)
        let run = try Program.kiosk("export", "day", "-o", "a.iso", "--data", ".", in: folder)
        #expect(run.status == 0, "\(run.errors)")
        let held = try Program.kiosk(
            "run", "--session", "day", "--camera", "studio", "--data", ".", in: folder)
        #expect(held.status == 75 && held.errors.contains("session.held"))
        #expect(try store.portraits().count == 2)
    }

    @Test("no full name or number is on the public pages of a disc, or said by any command")
    func masked() throws {
        let folder = try Self.exported()
        let listed = try Program.kiosk("sessions", "show", "day", "--data", ".", in: folder)
        for index in 0..<3 {
            let number = try #require(try Stored.portrait(index).sitting.idNumber?.text)
            #expect(!listed.output.contains(number))
            #expect(listed.output.contains(String(number.suffix(4))))
        }
    }
}
