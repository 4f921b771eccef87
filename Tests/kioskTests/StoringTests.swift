import Foundation
import KioskCore
import KioskIO
import TestSupport
import Testing

/// What was acknowledged is safe: by the order of the system calls, after kill -9 at any of them,
/// and after a power cut at any of them.
struct StoringTests {
    private static let calls = "openat,close,pwrite64,write,ftruncate,fsync,fdatasync,unlink"

    /// The system calls of a recorded day, worked once.
    private static let trace = Result { try work() }

    /// Works a recorded day under strace.
    private static func work() throws -> [SystemCall] {
        let day = try RecordedDay()
        let run = try Program.run(
            "strace",
            [
                "-f", "-qq", "-xx", "-s", "8000000", "-e", "trace=\(calls)", "-o", "trace",
                Program.kiosk,
            ]
                + RecordedDay.arguments, in: day.folder)
        #expect(run.status == 0, "\(run.errors)")
        let text = String(decoding: try day.folder.bytes("trace"), as: UTF8.self)
        return SystemCall.all(in: text)
    }

    /// The numbers acknowledged by a call.
    private static func acknowledged(by call: SystemCall) -> [Int] {
        guard call.name == "write", call.file == 2 else { return [] }
        return RecordedDay.acknowledged(String(decoding: call.bytes, as: UTF8.self))
    }

    @Test("every acknowledgement comes after the session, and the end of its journal, were synced")
    func order() throws {
        var disk = SimulatedDisk(folder: "data")
        var acknowledged = 0
        for call in try Self.trace.get() {
            let numbers = Self.acknowledged(by: call)
            if !numbers.isEmpty {
                #expect(disk.unsynced.isEmpty, "\(disk.unsynced) before \(numbers)")
            }
            acknowledged += numbers.count
            disk.take(call)
        }
        #expect(acknowledged == 4)
    }

    @Test("a power cut at any system call loses no acknowledged portrait, and the session opens")
    func powerCut() throws {
        var disk = SimulatedDisk(folder: "data")
        var acknowledged: [Int] = []
        var cuts = 0
        for call in try Self.trace.get() {
            disk.take(call)
            acknowledged += Self.acknowledged(by: call)
            guard disk.isOpen, call.changesWhatIsSafe || !Self.acknowledged(by: call).isEmpty else {
                continue
            }
            for state in [disk.synced, disk.written] {
                try Self.check(state, keeps: acknowledged)
                cuts += 1
            }
        }
        #expect(cuts >= 40, "\(cuts) cuts")
    }

    /// Puts the files of a disk into a folder and opens the session as the next morning would.
    private static func check(_ files: [String: [UInt8]], keeps acknowledged: [Int]) throws {
        let folder = try TestFolder()
        for (name, bytes) in files { try folder.write(bytes, to: name) }
        guard files["day.kiosk"] != nil || !acknowledged.isEmpty else { return }
        let store = try SessionStore.open(SessionName("day"), in: Stored.files(folder))
        let portraits = try store.portraits()
        #expect(portraits.map(\.sequence).starts(with: acknowledged))
        for portrait in portraits {
            #expect(SHA256.hex(try store.jpeg(portrait.sequence)) == portrait.sha256)
            #expect(try !store.original(portrait.sequence).bytes.isEmpty)
        }
    }

    /// Where to kill: every sync and unlink of a day, and a sample of the writes.
    static let kills: [String] =
        (1...14).map { "fdatasync:\($0)" } + (1...10).map { "fsync:\($0)" }
        + (1...8).map { "unlink:\($0)" }
        + stride(from: 3, through: 400, by: 37).map { "pwrite64:\($0)" }

    @Test("kill -9 at any step of storing loses nothing that was acknowledged", arguments: kills)
    func killed(at step: String) throws {
        let day = try RecordedDay()
        let parts = step.split(separator: ":")
        let run = try Program.run(
            "strace",
            [
                "-f", "-qq", "-o", "/dev/null", "-e",
                "inject=\(parts[0]):signal=KILL:when=\(parts[1])", Program.kiosk,
            ]
                + RecordedDay.arguments, in: day.folder)
        let acknowledged = RecordedDay.acknowledged(run.errors)
        #expect(
            run.status == 137 || acknowledged.count == 4, "killed, or there were no more such calls"
        )
        guard FileManager.default.fileExists(atPath: day.folder.file("data/day.kiosk")) else {
            #expect(acknowledged.isEmpty)
            return
        }
        // Reading comes first: nobody has opened the session for writing since the crash.
        #expect(try RecordedDay.stored(in: day.folder).starts(with: acknowledged))
        let store = try SessionStore.open(
            SessionName("day"), in: Stored.files(TestFolder(at: day.folder.file("data"))))
        let portraits = try store.portraits()
        #expect(portraits.count - acknowledged.count <= 1)
        for portrait in portraits {
            #expect(SHA256.hex(try store.jpeg(portrait.sequence)) == portrait.sha256)
        }
        #expect(try store.add(Stored.portrait(0)) == portraits.count + 1)
    }
}
