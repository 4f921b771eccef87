import Foundation
import KioskCore
import KioskIO
import StudioKit
import TestSupport
import Testing

/// A kill, a full disk or a broken one in the middle of an output: it is there whole or not at all, what was there
/// before stays, and what is said of it holds nobody's number.
struct OutputCrashTests {
    /// A kind of output.
    enum Kind: String, CaseIterable {
        case image, folder, archive, portrait, replaced

        var arguments: [String] {
            switch self {
            case .image: ["export", "day", "-o", "out/new", "--data", "."]
            case .folder: ["export", "day", "-o", "out/new", "--data", ".", "--format", "folder"]
            case .archive: ["export", "day", "-o", "out/new", "--data", ".", "--format", "zip"]
            case .portrait: ["portrait", "a.png", "-o", "out/new"]
            case .replaced: ["export", "day", "-o", "out/old", "--data", ".", "--force"]
            }
        }

        var name: String { self == .replaced ? "old" : "new" }
    }

    /// What is done to a call.
    enum Fault: String, CaseIterable {
        case kill = "signal=KILL"
        case full = "error=ENOSPC"
        case broken = "error=EIO"
        case unreadable = "error=EBADMSG"

        /// What is opened before it can befall anything of an output; what it may befall before is the loader's.
        var first: [String] { self == .unreadable ? ["day.kiosk", "out"] : ["out"] }

        /// The calls it may befall.
        var calls: String {
            self == .unreadable
                ? "pread64,read,newfstatat,fstat,lseek,fcntl,getdents64,statfs,flock,unlinkat,close"
                : "openat,mkdirat,write,pwrite64,fsync,linkat,renameat,renameat2"
        }
    }

    /// At how many calls; all of them takes minutes.
    private static let most =
        ProcessInfo.processInfo.environment["KIOSK_FAULTS"].flatMap { Int($0) } ?? 20
    /// It begins as an archive does: nothing else makes way for a hand-over.
    private static let text = "PK\u{3}\u{4} not to be touched\n"

    /// A folder with two students' session, a picture, and what must not be touched.
    private static func folder() throws -> TestFolder {
        let folder = try TestFolder()
        try Stored.session("day", 2, in: folder)
        try folder.write(picture.get(), to: "a.png")
        try folder.write(StudioRecording.settings, to: Program.settings)
        for name in ["out/old", "out/new.part", "out/kiosk-1.part"] {
            try folder.write(text, to: name)
        }
        return folder
    }

    private static let picture = Result {
        try PNG.encode(Studio(seed: 6).portrait(of: 0).photo)
    }

    private static func run(
        _ kind: Kind, _ options: [String], in folder: TestFolder
    ) throws -> Program.Run {
        try Program.run(
            "strace", ["-f", "-qq"] + options + [Program.kiosk] + kind.arguments, in: folder)
    }

    /// The calls of an output, from the first that matters on: each with its count among those of its name
    /// in its thread.
    private static func points(_ kind: Kind, _ fault: Fault) throws -> [(call: String, count: Int)]
    {
        let folder = try folder()
        let run = try run(
            kind, ["-y", "-o", "trace", "-e", "trace=openat,\(fault.calls)"], in: folder)
        guard run.status == 0 else { throw RecordedDay.Refused(run: run) }
        var counts: [String: Int] = [:]
        var points: [(String, Int)] = []
        var (hasBegun, before) = (false, [Substring: Int]())
        for line in String(decoding: try folder.bytes("trace"), as: UTF8.self).split(
            separator: "\n")
        {
            let parts = line.split(separator: " ", maxSplits: 1)
            guard parts.count == 2,
                let call = parts[1].split(separator: "(").first?.drop(while: { $0 == " " }),
                !call.hasPrefix("<")
            else { continue }
            counts["\(parts[0]) \(call)", default: 0] += 1
            if !hasBegun { before[call] = counts["\(parts[0]) \(call)"] }
            hasBegun = hasBegun || fault.first.contains { line.contains("\"\($0)\"") }
            guard hasBegun, fault.calls.split(separator: ",").contains(call), !isKernels(line)
            else { continue }
            // A count that the loader reached would befall the loader.
            let count = counts["\(parts[0]) \(call)"] ?? 0
            if before[call] ?? 0 < count { points.append((String(call), count)) }
        }
        return points
    }

    /// Whether a call is for a file of the kernel's, which lies on no disk that could be full or broken.
    private static func isKernels(_ line: Substring) -> Bool {
        ["/sys/", "/proc/cpuinfo"].contains { path in
            line.contains("\"\(path)") || line.contains("<\(path)")
        }
    }

    @Test(
        "at twenty points of an output a kill, a full or a broken disk leaves all of it or nothing",
        arguments: Kind.allCases, Fault.allCases)
    func anywhere(kind: Kind, fault: Fault) throws {
        let points = try Self.points(kind, fault)
        try #require(points.count >= 3, "\(points)")
        let most = min(Self.most, points.count)
        for index in 0..<most {
            let point = points[index * (points.count - 1) / (most - 1)]
            let folder = try Self.folder()
            let run = try Self.run(
                kind,
                [
                    "-o", "/dev/null", "-e",
                    "inject=\(point.call):\(fault.rawValue):when=\(point.count)",
                ], in: folder)
            try Self.check(folder, kind, fault, run, "\(kind) \(fault) at \(point)")
        }
    }

    private static func check(
        _ folder: TestFolder, _ kind: Kind, _ fault: Fault, _ run: Program.Run, _ place: String
    ) throws {
        #expect(
            [0, 137].contains(run.status) == (fault == .kill) || run.status == 0, "\(place): \(run)"
        )
        if fault != .kill {
            #expect([0, 65, 66, 70, 73, 74, 77].contains(run.status), "\(place): \(run)")
        }
        let said = run.errors + run.output
        #expect(said.firstMatch(of: /[0-9]{12,}/) == nil, "\(place): \(said)")
        for name in ["out/new.part", "out/kiosk-1.part"] {
            #expect(try folder.bytes(name) == Array(text.utf8), "\(place)")
        }
        let isOld = (try? folder.bytes("out/old")) == Array(text.utf8)
        if kind != .replaced { #expect(isOld, "\(place)") }
        let isThere = kind == .replaced ? !isOld : FileAccess.exists(folder.file("out/new"))
        if run.status == 0 { #expect(isThere, "\(place)") }
        if isThere { try checkWhole(folder, kind, place) }
        try checkRest(folder, kind, fault, place)
        #expect(try RecordedDay.stored(in: folder, data: ".") == [1, 2], "\(place)")
    }

    private static func checkWhole(_ folder: TestFolder, _ kind: Kind, _ place: String) throws {
        let path = folder.file("out/\(kind.name)")
        guard kind == .portrait else {
            #expect(try HandOverVerifier.verify(path).problems.isEmpty, "\(place)")
            return
        }
        #expect(JPEGHeader(parsing: try folder.bytes("out/new"))?.size == PortraitRule.chsi.size)
    }

    /// Only a kill may leave a part, and only of a folder or between the two steps of replacing.
    private static func checkRest(
        _ folder: TestFolder, _ kind: Kind, _ fault: Fault, _ place: String
    ) throws {
        let known: Set = ["old", "new", "new.part", "kiosk-1.part"]
        let rest = try FileAccess.names(in: folder.file("out")).filter { !known.contains($0) }
        let mayStay = fault == .kill && [.folder, .replaced].contains(kind)
        #expect(rest.isEmpty || mayStay && rest.count == 1, "\(place): \(rest)")
    }
}
