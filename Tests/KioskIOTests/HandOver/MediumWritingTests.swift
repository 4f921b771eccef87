import Foundation
import KioskCore
import KioskIO
import Synchronization
import TestSupport
import Testing

struct MediumWritingTests {
    private static func plan(_ store: SessionStore) throws -> HandOverPlan {
        let session = HandOverSession(name: store.name, portraits: try store.portraits())
        let order = HandOverOrder([session], layouts: [.notice(file: "{id}")])
        return try HandOverPlan.volumes(of: order, from: SessionsSource([store]))[0]
    }

    /// Writes a store's portraits.
    private static func write(
        _ store: SessionStore, on medium: Medium = .iso, to path: String, replacing: Bool = false
    ) throws {
        let writer = HandOverWriter(on: medium, from: SessionsSource([store]), replacing: replacing)
        try writer.write([plan(store)], to: path)
    }

    /// An image of three portraits, and the store it was made of.
    private static func image(in folder: TestFolder) throws -> SessionStore {
        let store = try Stored.session("2026-11-23", 3, in: folder)
        try write(store, to: folder.file("a.iso"))
        return store
    }

    /// Bytes of a session with something wrong.
    private struct Broken: HandOverSource {
        let whole: SessionsSource
        let broken: @Sendable (PortraitID, [UInt8]) throws(KioskError) -> [UInt8]

        func portrait(_ id: PortraitID) throws(KioskError) -> [UInt8] {
            try broken(id, try whole.portrait(id))
        }

        func original(_ id: PortraitID) throws(KioskError) -> (bytes: [UInt8], suffix: String) {
            try whole.original(id)
        }

        func thumbnail(_ id: PortraitID) throws(KioskError) -> [UInt8] { try whole.thumbnail(id) }

        func workbook(_ table: HandOverTable, at time: ShotTime) throws(KioskError) -> [UInt8] {
            try whole.workbook(table, at: time)
        }

        func sha256(_ bytes: [UInt8]) -> String { whole.sha256(bytes) }
    }

    @Test("an image is as it was planned, and nothing else is left beside it")
    func whole() throws {
        let folder = try TestFolder()
        let store = try Self.image(in: folder)
        let report = try HandOverVerifier.verify(folder.file("a.iso"))
        #expect(report.problems.isEmpty)
        #expect(report.files == 9)
        #expect(
            report.bytes == (try Self.plan(store)).files.dropLast().reduce(0) { $0 + $1.byteCount })
        #expect(try !folder.names().contains { $0.hasSuffix(".part") })
    }

    @Test("a flipped byte anywhere in any file is found")
    func flipped() throws {
        let folder = try TestFolder()
        let store = try Self.image(in: folder)
        let whole = Data(try folder.bytes("a.iso"))
        var dice = Dice(17)
        for file in try Self.plan(store).files {
            let bytes = try Self.plan(store).bytes(of: file, from: SessionsSource([store]))
            let place = try #require(
                whole.firstRange(of: Data(bytes)), "\(file.path) stands in the image in one piece")
            let offsets =
                [0, bytes.count - 1]
                + (0..<6).map { _ in Int.random(in: bytes.indices, using: &dice) }
            for offset in offsets {
                var changed = whole
                changed[place.lowerBound + offset] ^= 1 << UInt8.random(in: 0...7, using: &dice)
                try changed.write(to: URL(fileURLWithPath: folder.file("b.iso")))
                let report = try? HandOverVerifier.verify(folder.file("b.iso"))
                #expect(report?.problems.isEmpty != true, "\(file.path) at \(offset)")
            }
        }
    }

    @Test(
        "a damaged image is read or refused, never a crash or an endless walk")
    func fuzz() throws {
        let folder = try TestFolder()
        _ = try Self.image(in: folder)
        let whole = try folder.bytes("a.iso")
        var dice = Dice(23)
        for round in 0..<150 {
            var bytes =
                round % 10 == 0
                ? Array(whole.prefix(Int.random(in: 0..<whole.count, using: &dice))) : whole
            for _ in 0..<Int.random(in: 1...40, using: &dice) where !bytes.isEmpty {
                // Volume descriptors, path tables and directories stand before the files.
                let place = Int.random(in: 0..<min(bytes.count, 140_000), using: &dice)
                bytes[place] = UInt8.random(in: 0...255, using: &dice)
            }
            try folder.write(bytes, to: "c.iso")
            do throws(KioskError) {
                _ = try HandOverVerifier.verify(folder.file("c.iso"))
            } catch {
                #expect([.discForeign, .fileRead].contains(error.code), "\(error)")
            }
        }
    }

    /// Where the records of the directory that a record names stand in an image (ECMA-119, 9.1).
    private static func records(of record: Int, in image: [UInt8]) -> [Int] {
        var place = (Int(image[record + 2]) | Int(image[record + 3]) << 8) * 2048
        var places: [Int] = []
        while image[place] != 0 {
            places.append(place)
            place += Int(image[place])
        }
        return places
    }

    @Test("a file whose last part is not in the image is missing from it")
    func unfinished() throws {
        let folder = try TestFolder()
        _ = try Self.image(in: folder)
        var bytes = try folder.bytes("a.iso")
        let flags = 25
        let root = Self.records(of: 16 * 2048 + 156, in: bytes)
        let photos = try #require(root.dropFirst(2).first { bytes[$0 + flags] == 2 })
        let last = try #require(Self.records(of: photos, in: bytes).last)
        bytes[last + flags] |= 0x80
        try folder.write(bytes, to: "b.iso")
        let problems = try HandOverVerifier.verify(folder.file("b.iso")).problems
        guard problems.count == 1, case .missing = problems.first else {
            Issue.record("\(problems)")
            return
        }
    }

    @Test(
        "an error while a portrait is read stops a hand-over, and nothing is left of it",
        arguments: Medium.all.map(\.name))
    func brokenContent(name: String) throws {
        let folder = try TestFolder()
        let store = try Stored.session("2026-11-23", 3, in: folder)
        for wrong in [KioskError?.some(KioskError(.sessionDamaged, "x")), nil] {
            let source = Broken(whole: SessionsSource([store])) { id, bytes throws(KioskError) in
                guard id.sequence == 2 else { return bytes }
                if let wrong { throw wrong }
                return [1, 2, 3]
            }
            let error = #expect(throws: KioskError.self) {
                let medium = try #require(Medium.named(name))
                let writer = HandOverWriter(on: medium, from: source)
                try writer.write([Self.plan(store)], to: folder.file("out"))
            }
            #expect(error?.code == .sessionDamaged)
            #expect(try folder.names().filter { !$0.hasPrefix("2026") }.isEmpty)
        }
    }

    @Test(
        "bytes that are not the session's own are found when they are read back",
        arguments: Medium.all.map(\.name))
    func wrongContent(name: String) throws {
        let folder = try TestFolder()
        let store = try Stored.session("2026-11-23", 2, in: folder)
        let source = Broken(whole: SessionsSource([store])) { _, bytes throws(KioskError) in
            var bytes = bytes
            bytes[bytes.count / 2] ^= 1
            return bytes
        }
        let error = #expect(throws: KioskError.self) {
            let medium = try #require(Medium.named(name))
            try HandOverWriter(on: medium, from: source).write(
                [Self.plan(store)], to: folder.file("out"))
        }
        #expect(error?.code == .discMismatch)
        #expect(try folder.names().filter { !$0.hasPrefix("2026") }.isEmpty)
    }

    @Test(
        "where a later volume cannot have its name the earlier ones go too, and what took it stays",
        arguments: Medium.all.map(\.name))
    func volumes(name: String) throws {
        let folder = try TestFolder()
        let store = try Stored.session("2026-11-23", 2, in: folder)
        let plan = try Self.plan(store)
        let medium = try #require(Medium.named(name))
        let second = folder.file("out-2\(medium.suffix)")
        let writer = HandOverWriter(on: medium, from: SessionsSource([store])) {
            progress throws(KioskError) in
            if progress.files == 1 {
                _ = FileManager.default.createFile(atPath: second, contents: nil)
            }
        }
        let error = #expect(throws: KioskError.self) {
            try writer.write([plan, plan], to: folder.file("out\(medium.suffix)"))
        }
        #expect(error?.code == (name == "folder" ? .outputExists : .fileExists))
        let rest = try folder.names().filter { !$0.hasPrefix("2026") }
        #expect(rest == ["out-2\(medium.suffix)"], "\(rest)")
    }

    @Test("an image of many folders is never longer than its medium")
    func folders() throws {
        let folder = try TestFolder()
        let store = try Stored.session("2026-11-23", 4, in: folder)
        let trees = try (0..<40).map { number in
            try #require(
                Layout.Tree(
                    folder: "a\(number)/{sequence}/b\(number)/{code}/c\(number)", file: "{id}"))
        }
        let session = HandOverSession(name: store.name, portraits: try store.portraits())
        var order = HandOverOrder([session], layouts: [Layout(name: "own", trees: trees)])
        var sizes: [Int] = []
        for capacity in stride(from: 4_000_000, to: 20_000_000, by: 500_000) {
            order.capacity = capacity
            let source = SessionsSource([store])
            guard let plans = try? HandOverPlan.volumes(of: order, from: source) else { continue }
            let writer = HandOverWriter(on: .iso, from: source, replacing: true)
            let outputs = try writer.write(plans, to: folder.file("a.iso"))
            for path in outputs.paths {
                let size = try FileAccess.read(path).count
                #expect(size <= capacity, "\(capacity)")
                sizes.append(size)
            }
        }
        #expect(sizes.count > 20, "\(sizes)")
    }

    @Test("what goes wrong in a folder of students is told of the folder that was asked for")
    func namedFolder() throws {
        let folder = try TestFolder()
        let store = try Stored.session("2026-11-23", 1, in: folder)
        let plan = try Self.plan(store)
        let writer = HandOverWriter(on: .iso, from: SessionsSource([store]))
        let error = #expect(throws: KioskError.self) {
            try writer.writeEach(2, to: folder.file("out")) { _ throws(KioskError) in
                ("same.iso", plan)
            }
        }
        #expect(error?.subject == folder.file("out/same.iso"))
        #expect(!FileAccess.exists(folder.file("out")))
    }

    @Test(
        "each thing that can be wrong is Chinese in a Chinese sentence",
        arguments: [
            HandOverReport.Problem.changed("a"), .unreadable("a"), .missing("a"), .unlisted("a"),
            .structure("a"),
        ])
    func problems(problem: HandOverReport.Problem) {
        let error = KioskError(.discMismatch, "x.iso", detail: problem.masked)
        let word = problem.masked.prefix { $0.isLetter }
        #expect(error.reason.en.contains(word) && !error.reason.zh.contains(word))
    }

    @Test("an image that is there is replaced only when asked to")
    func exists() throws {
        let folder = try TestFolder()
        let store = try Self.image(in: folder)
        let first = try folder.bytes("a.iso")
        let error = #expect(throws: KioskError.self) {
            try Self.write(store, on: .iso, to: folder.file("a.iso"))
        }
        #expect(error?.code == .fileExists)
        try Self.write(store, on: .iso, to: folder.file("a.iso"), replacing: true)
        #expect(try folder.bytes("a.iso") == first)
    }

    @Test(
        "a folder holds the same files, and a changed, a missing and a strange one are told apart")
    func folder() throws {
        let folder = try TestFolder()
        let store = try Stored.session("2026-11-23", 3, in: folder)
        let plan = try Self.plan(store)
        try Self.write(store, on: .folder, to: folder.file("out"))
        #expect(try HandOverVerifier.verify(folder.file("out")).problems.isEmpty)
        let photos = plan.files.map(\.path).filter { $0.hasPrefix("PHOTOS/") }
        var bytes = try folder.bytes("out/" + photos[0])
        bytes[100] ^= 1
        try folder.write(bytes, to: "out/" + photos[0])
        try FileManager.default.removeItem(atPath: folder.file("out/" + photos[1]))
        try folder.write("x", to: "out/strange.txt")
        let problems = Set(try HandOverVerifier.verify(folder.file("out")).problems)
        #expect(problems == [.changed(photos[0]), .missing(photos[1]), .unlisted("strange.txt")])
    }

    @Test("a link in a folder is no file, and a hidden one is a strange one")
    func links() throws {
        let folder = try TestFolder()
        let store = try Stored.session("2026-11-23", 2, in: folder)
        let plan = try Self.plan(store)
        try Self.write(store, on: .folder, to: folder.file("out"))
        let photo = try #require(plan.files.map(\.path).first { $0.hasPrefix("PHOTOS/") })
        rename(folder.file("out/" + photo), folder.file("elsewhere"))
        symlink(folder.file("elsewhere"), folder.file("out/" + photo))
        symlink(folder.path, folder.file("out/around"))
        try folder.write("x", to: "out/.hidden")
        let problems = Set(try HandOverVerifier.verify(folder.file("out")).problems)
        #expect(problems == [.unreadable(photo), .unlisted("around"), .unlisted(".hidden")])
    }

    @Test("what systems leave on a medium is told apart and harms nothing")
    func leftovers() throws {
        let folder = try TestFolder()
        let store = try Stored.session("2026-11-23", 2, in: folder)
        try Self.write(store, on: .folder, to: folder.file("out"))
        let left = [
            "PHOTOS/Thumbs.db", ".DS_Store", "._README.txt",
            "System Volume Information/IndexerVolumeGuid",
            "desktop.ini", "PHOTOS/.ds_store",
        ]
        for name in left { try folder.write("x", to: "out/" + name) }
        let report = try HandOverVerifier.verify(folder.file("out"))
        #expect(report.problems.isEmpty)
        #expect(
            Set(report.leftovers)
                == Set(left.map { $0.hasPrefix("System") ? "System Volume Information" : $0 }))
    }

    @Test(
        "what is no disc of ours is refused",
        arguments: [
            ("text", KioskError.Code.discForeign), ("nothing", .fileMissing),
            ("empty", .discForeign),
        ])
    func foreign(name: String, code: KioskError.Code) throws {
        let folder = try TestFolder()
        try folder.write(String(repeating: "no disc ", count: 20_000), to: "text")
        try FileManager.default.createDirectory(
            atPath: folder.file("empty"), withIntermediateDirectories: true)
        let error = #expect(throws: KioskError.self) {
            try HandOverVerifier.verify(folder.file(name))
        }
        #expect(error?.code == code)
    }
}
