import Foundation
import KioskCore
import KioskIO
import StudioKit
import TestSupport

/// `make bench-handover`: ten thousand drawn portraits as a disc image, beside other makers of images on the same files;
/// and what is quick in a long session.
struct HandOverBench {
    let folder: TestFolder
    /// Sizes of sessions; the largest is the one that is compared.
    private static let sizes = [10, 1_000, 10_000]
    private static let rounds = 3

    func run() throws {
        print("hand-over: drawn portraits, all in 120 classes")
        for size in Self.sizes { try fill(size) }
        for size in Self.sizes.dropFirst() { try write(size) }
        try order()
        try lists()
    }

    private func remove(_ name: String) {
        try? FileManager.default.removeItem(atPath: folder.file(name))
    }

    private func name(_ size: Int) -> String { "n\(size)" }

    private func store(_ size: Int) throws -> SessionStore {
        try SessionStore.read(SessionName(name(size)), in: Stored.files(folder))
    }

    /// A session of so many portraits, of forty drawn students in turn, each with a code of its own.
    private func fill(_ size: Int) throws {
        let store = try SessionStore.open(SessionName(name(size)), in: Stored.files(folder))
        let drawn = try (0..<40).map { try Stored.portrait($0, number: false) }
        for index in 0..<size {
            if index % max(1, size / 120) == 0 {
                try store.beginClass(
                    ClassName("软件\(index / max(1, size / 120))班"), at: WallClock.now())
            }
            var new = drawn[index % drawn.count]
            new.portrait.checks = new.portrait.checks.filter { $0.verdict == .pass }
            new.sitting.code = CaptureCode(
                bytes: Array("\(index) ".utf8) + new.sitting.code.bytes, reader: "zbar")
            new.sitting.idNumber = IDNumber(Student(seed: 9, index: index).idNumber)
            // What lies beside the portraits is not what is measured.
            new.original = CapturedFrame(
                bytes: Array(new.original.bytes.prefix(20_000)), layout: new.original.layout,
                sequence: 1, time: new.original.time)
            _ = try store.add(new)
        }
    }

    // MARK: images

    private func write(_ size: Int) throws {
        try copyFiles(size)
        var watch = Stopwatch()
        for _ in 0..<Self.rounds {
            try image(size, &watch)
            try watch.time("xorriso") { try other("xorriso -as mkisofs", size) }
            try watch.time("genisoimage") { try other("genisoimage", size) }
        }
        let kiosk = watch.median("kiosk writes")
        print("  \(size) portraits, \(megabytes("out.iso")) MB, median of \(Self.rounds):")
        for name in watch.names {
            let ratio = hundredths(watch.median(name) / watch.median("xorriso"))
            print("    \(name): \(short(watch.median(name) / 1000)) s, \(ratio) of xorriso")
        }
        print(
            "    kiosk writes at \(short(Double(megabytes("out.iso")) / kiosk * 1000)) MB a second")
        print("    peak memory over the program's own: \(try memory(size)) MB")
        for file in ["out.iso", "other.iso"] { remove(file) }
        remove("files")
    }

    /// The same files as others are given them.
    private func copyFiles(_ size: Int) throws {
        try plans(size).write(on: .folder, to: folder.file("files"))
    }

    private struct Plans {
        let plans: [HandOverPlan]
        let source: SessionsSource

        func write(
            on medium: Medium, to path: String, report: @escaping HandOverProgress.Report = { _ in }
        )
            throws
        {
            try HandOverWriter(on: medium, from: source, report: report).write(plans, to: path)
        }
    }

    private func plans(_ size: Int) throws -> Plans {
        let store = try store(size)
        let session = HandOverSession(name: store.name, portraits: try store.portraits())
        let source = SessionsSource([store])
        let order = HandOverOrder([session], layouts: [.notice(file: "{id}")])
        return Plans(plans: try HandOverPlan.volumes(of: order, from: source), source: source)
    }

    /// Plans and writes an image; the time of reading back is told apart.
    private func image(_ size: Int, _ watch: inout Stopwatch) throws {
        remove("out.iso")
        let start = WallClock.monotonic()
        let turn = Turn()
        let plans = try plans(size)
        let planned = WallClock.monotonic()
        try plans.write(on: .iso, to: folder.file("out.iso")) { turn.see($0) }
        let end = WallClock.monotonic()
        watch.note("  of that planning", Double(planned - start) / 1e6)
        watch.note("  of that syncing", Double(turn.checking - turn.written) / 1e6)
        watch.note("kiosk writes", Double(turn.checking - start) / 1e6)
        watch.note("kiosk reads back", Double(end - turn.checking) / 1e6)
    }

    /// When reading back began.
    private final class Turn {
        private(set) var checking: Int64 = 0
        private(set) var written: Int64 = 0

        func see(_ progress: HandOverProgress) {
            if progress.step == .writing { written = WallClock.monotonic() }
            if checking == 0, progress.step == .checking { checking = WallClock.monotonic() }
        }
    }

    /// Another program's image of the same files, on the disk as ours is.
    private func other(_ program: String, _ size: Int) throws {
        remove("other.iso")
        let (files, image) = (folder.file("files"), folder.file("other.iso"))
        try Tool(command: [
            "/bin/sh", "-c",
            "\(program) -quiet -R -J -joliet-long -o \(image) \(files) 2>/dev/null && sync \(image)",
        ]).run()
    }

    private func megabytes(_ file: String) -> Int {
        let attributes = try? FileManager.default.attributesOfItem(atPath: folder.file(file))
        return (attributes?[.size] as? Int ?? 0) / 1_000_000
    }

    /// Peak RSS of an export over that of the same program that does nothing, MB.
    private func memory(_ size: Int) throws -> Int {
        let export = try peak(["export", name(size), "-o", "memory.iso", "--data", "."])
        remove("memory.iso")
        return (export - (try peak(["--version"]))) / 1024
    }

    private func peak(_ arguments: [String]) throws -> Int {
        let run = try Program.run("time", ["-f", "%M", Program.kiosk] + arguments, in: folder)
        return Int(run.errors.split(separator: "\n").last ?? "") ?? 0
    }

    // MARK: a school's order

    /// Students and classes of the order.
    private static let (students, classes) = (4_600, 120)

    /// A school's order by one command: three namings, all lists, two discs; every name is compared with what it has to be.
    private func order() throws {
        try fill(Self.students)
        let start = WallClock.monotonic()
        try Tool(command: [
            "/bin/sh", "-c",
            """
            cd \(folder.path) && \(Program.kiosk) export n\(Self.students) -o school.iso --data . --medium 800M \
            --layout notice --layout class --layout student >/dev/null
            """,
        ]).run()
        let seconds = Double(WallClock.monotonic() - start) / 1e9
        let volumes = try folder.names().filter { $0.hasPrefix("school-") }
        let names = try volumes.reduce(into: Set<String>()) { $0.formUnion(try self.names(on: $1)) }
        // A few drawn numbers come twice: the second lies in another programme's folder.
        let expected = try expectedNames()
        let right = expected.intersection(names).count
        print(
            "  a school's order of \(Self.students) in \(Self.classes) classes, three layouts: \(short(seconds)) s,"
        )
        print("    \(volumes.count) discs, \(right) of \(expected.count) names right")
        for volume in volumes { remove(volume) }
    }

    /// The paths of an image, as another program reads them.
    private func names(on image: String) throws -> [String] {
        let run = try Program.run(
            "xorriso", ["-indev", image, "-find", "/", "-type", "f", "-exec", "echo"], in: folder)
        return run.output.split(separator: "\n").map { String($0.dropFirst(2).dropLast()) }
    }

    private func expectedNames() throws -> Set<String> {
        var names: Set<String> = []
        let students = (0..<40).map { Student(seed: 1, index: $0) }
        for index in 0..<Self.students {
            let bytes = Array("\(index) ".utf8) + students[index % 40].code
            let code = String(SHA256.hex(bytes).prefix(16))
            let name = "软件\(index / (Self.students / Self.classes))班"
            names.insert("PHOTOS/\(Student(seed: 9, index: index).idNumber).jpg")
            let student = CodeFields(parsing: bytes).studentNumber ?? code
            names.formUnion(["按班级/\(name)/\(name)+\(student).jpg", "按学号/\(student).jpg"])
        }
        return names
    }

    // MARK: lists

    private func lists() throws {
        try folder.write(StudioRecording.jpeg(of: .empty), to: "frames/1.jpg")
        var watch = Stopwatch()
        let code = try Stored.portrait(7).sitting.code
        for _ in 0..<5 {
            for size in Self.sizes {
                try list(size, code, &watch)
            }
        }
        for name in watch.names.map({ $0.prefix { $0 != "@" } }).uniqued {
            let times = Self.sizes.map { watch.median("\(name)@\($0)") }
            let shown = times.map { short($0) }.joined(separator: ", ")
            print(
                "  \(name): \(shown) ms at \(Self.sizes), \(hundredths(times[2] / times[0])) times")
        }
    }

    private func list(_ size: Int, _ code: CaptureCode, _ watch: inout Stopwatch) throws {
        // Each in a folder of its own: `sessions` lists all there are.
        let data = "data\(size)"
        if !FileManager.default.fileExists(atPath: folder.file(data)) {
            try FileManager.default.createDirectory(
                atPath: folder.file(data), withIntermediateDirectories: true)
            try FileManager.default.moveItem(
                atPath: folder.file("\(name(size)).kiosk"),
                toPath: folder.file("\(data)/\(name(size)).kiosk"))
        }
        let options = ["--data", data]
        try command("sessions", ["sessions"] + options, size, &watch)
        try command("sessions show", ["sessions", "show", name(size)] + options, size, &watch)
        try command(
            "find", ["find", "--number"] + options, size, &watch,
            input: Student(seed: 9, index: 3).idNumber)
        try command(
            "start",
            [
                "run", "--session", name(size), "--camera", "frames", "--screen", "none", "--fps",
                "0",
            ] + options, size, &watch)
        let files = SessionFiles(named: folder.file(data), config: KioskConfig())
        let store = try SessionStore.open(SessionName(name(size)), in: files)
        var new = try Stored.portrait(5)
        new.sitting.code = CaptureCode(
            bytes: Array("new \(WallClock.monotonic())".utf8), reader: "zbar")
        try watch.time("add@\(size)") { _ = try store.add(new) }
    }

    private func command(
        _ name: String, _ arguments: [String], _ size: Int, _ watch: inout Stopwatch,
        input: String? = nil
    ) throws {
        let quoted = arguments.map { "'\($0)'" }.joined(separator: " ")
        let feed = input.map { "echo \($0) | " } ?? ""
        let line =
            "cd \(folder.path) && \(feed)\(Program.kiosk) \(quoted) </dev/null >/dev/null 2>&1"
        let whole = input == nil ? line : line.replacing(" </dev/null", with: "")
        try watch.time("\(name)@\(size)") { try Tool(command: ["/bin/sh", "-c", whole]).run() }
    }
}

extension Array where Element: Hashable {
    /// The elements, each once, in the order of their first.
    fileprivate var uniqued: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
