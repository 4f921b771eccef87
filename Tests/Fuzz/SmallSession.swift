import StudioKit
import TestSupport

@testable import KioskCore
@testable import KioskIO

/// A session of a few kilobytes: pages of 512 bytes, pictures of a few pixels.
enum SmallSession {
    // The name is right, as every test of it says.
    static let name = unfailing { try SessionName("day") }
    /// Later than every change in the session.
    static let time = ShotTime(unixMilliseconds: 1_999_999_999_000, utcOffset: 28_800)

    /// The one that journals and records lie beside.
    static let whole = unfailing { try files()[0] }

    private static func unfailing<Value>(_ body: () throws -> Value) -> Value {
        do {
            return try body()
        } catch {
            fatalError("what a target begins with cannot be made: \(error)")
        }
    }

    /// One with portraits, a withdrawn one and a student set aside; one without anything; one with numbers as
    /// large as they can be, which no small change makes.
    static func files() throws -> [[UInt8]] {
        try [(2, ""), (0, ""), (2, vast)].map { count, more in
            let folder = try TestFolder()
            do {
                let store = try SessionStore.open(name, in: Stored.files(folder))
                for index in 0..<count { _ = try store.add(portrait(index)) }
                _ = try store.setAside(CaptureCode(bytes: [1, 2], reader: "zbar"), at: time)
                if count > 1 { try store.void(2, because: "asked", at: time) }
            }
            let sql = more + "PRAGMA page_size = 512; VACUUM"
            let run = try Program.run("sqlite3", ["day.kiosk", sql], in: folder)
            hold(run.status == 0, "sqlite3 makes a session smaller: \(run.errors)")
            return try folder.bytes("day.kiosk")
        }
    }

    private static let vast = """
        UPDATE set_aside SET at_ms = 9223372036854775807, utc_offset = -9223372036854775808;
        UPDATE portrait SET quality = 9223372036854775807, crop_x = 9223372036854775807;
        UPDATE original SET width = 9223372036854775807, stride = -9223372036854775808;
        """

    private static func portrait(_ index: Int) throws -> NewPortrait {
        var new = try Stored.portrait(index)
        new.portrait.jpeg = try FuzzTarget.drawing(9, 7)
        new.original = CapturedFrame(
            bytes: new.portrait.jpeg.bytes, layout: new.original.layout, sequence: 0,
            time: FrameTime(seconds: 0))
        return new
    }

    /// Journals as a crash leaves them: one page to be put back, one without any, one that names another.
    static func journals() throws -> [[UInt8]] {
        let page = Array(whole[512..<1024])
        let sum = stride(from: 512 - 200, to: 0, by: -200).reduce(UInt32(7)) {
            $0 &+ UInt32(page[$1])
        }
        let pages = UInt32(whole.count / 512)
        let head = journalMagic + [1, 7, pages, 512, 512].flatMap(bigEndian)
        let padded = head + [UInt8](repeating: 0, count: 512 - head.count)
        let record = bigEndian(2) + page + bigEndian(sum)
        return [
            padded + record, padded, [UInt8](repeating: 0, count: 512),
            padded + Array("victim".utf8),
        ]
    }

    private static let journalMagic: [UInt8] = [0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7]

    private static func bigEndian(_ number: UInt32) -> [UInt8] {
        withUnsafeBytes(of: number.bigEndian) { Array($0) }
    }

    /// Whether a file says that an older kiosk wrote it: who opens it brings it up to date.
    static func isOlder(_ bytes: [UInt8]) -> Bool {
        guard bytes.count >= 64 else { return false }
        let version = bytes[60..<64].reduce(0) { $0 << 8 | Int($1) }
        return (1..<SessionSchema.version).contains(version)
    }

    /// Gives a closure a folder with a session of those bytes.
    static func inFolder(
        _ bytes: [UInt8], _ body: (TestFolder, SessionFiles) throws(KioskError) -> Void
    ) throws(KioskError) {
        let folder = unfailing { try TestFolder() }
        put(bytes, folder.file("day.kiosk"))
        try body(folder, Stored.files(folder))
    }

    /// Writes a file.
    static func put(_ bytes: [UInt8], _ path: String) {
        unfailing {
            let file = try OutputFile(path, replacing: true)
            try file.write(bytes[...])
            try file.appear()
        }
    }

    /// The session's file as it is now.
    static func file(_ folder: TestFolder) -> [UInt8] {
        unfailing { try folder.bytes("day.kiosk") }
    }
}
