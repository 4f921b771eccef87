import Foundation
import KioskCore
import KioskIO
import TestSupport
import Testing

/// Bits flipped where no file is: in descriptors, tables and directories.
struct SealTests {
    /// An output of three portraits in two layouts.
    private static func output(_ medium: Medium, in folder: TestFolder) throws -> [UInt8] {
        let store = try Stored.session("day", 3, in: folder)
        try store.setClass(of: [1], to: ClassName("软件1班"), at: WallClock.now())
        let session = HandOverSession(name: store.name, portraits: try store.portraits())
        let order = HandOverOrder([session], layouts: Layout.shipped(file: "{id}"))
        let source = SessionsSource([store])
        let plans = try HandOverPlan.volumes(of: order, from: source)
        try HandOverWriter(on: medium, from: source).write(plans, to: folder.file("out"))
        return try folder.bytes("out")
    }

    private static func isFound(_ bytes: [UInt8], in folder: TestFolder) throws -> Bool {
        try folder.write(bytes, to: "changed")
        do throws(KioskError) {
            return try !HandOverVerifier.verify(folder.file("changed")).problems.isEmpty
        } catch {
            return [.discForeign, .discMismatch, .fileRead].contains(error.code)
        }
    }

    @Test(
        "a bit flipped at a hundred places all over an image or archive is found",
        arguments: ["iso", "zip"])
    func everywhere(name: String) throws {
        let folder = try TestFolder()
        let medium = try #require(Medium.named(name))
        let whole = try Self.output(medium, in: folder)
        #expect(try !Self.isFound(whole, in: folder))
        var dice = Dice(41)
        for index in 0..<100 {
            let place = (2 * index + 1) * whole.count / 200
            var changed = whole
            changed[place] ^= 1 << UInt8.random(in: 0..<8, using: &dice)
            #expect(try Self.isFound(changed, in: folder), "\(name) at \(place) of \(whole.count)")
        }
    }

    /// Blocks of an image that hold no file, by what they are: system area, descriptors, path tables, both trees, the
    /// checksums and the end.
    @Test("a bit flipped in each block of an image's structure is found")
    func structure() throws {
        let folder = try TestFolder()
        let whole = try Self.output(.iso, in: folder)
        let (block, files) = (2_048, try Self.firstFile(in: whole))
        var dice = Dice(42)
        for number in 0..<files {
            var changed = whole
            let place = number * block + Int.random(in: 0..<block, using: &dice)
            changed[place] ^= 1 << UInt8.random(in: 0..<8, using: &dice)
            #expect(try Self.isFound(changed, in: folder), "block \(number) at \(place % block)")
        }
        for place in stride(from: whole.count - 1, to: whole.count - 30 * block, by: -977) {
            var changed = whole
            changed[place] ^= 1
            #expect(try Self.isFound(changed, in: folder), "\(whole.count - place) from the end")
        }
    }

    /// The first block of the first picture.
    private static func firstFile(in image: [UInt8]) throws -> Int {
        let data = Data(image)
        let jpeg = try #require(data.firstRange(of: Data([0xFF, 0xD8, 0xFF, 0xE0])))
        return jpeg.lowerBound / 2_048
    }

    @Test("every byte of an archive's directory is sealed")
    func directory() throws {
        let folder = try TestFolder()
        let whole = try Self.output(.zip, in: folder)
        let start = try #require(Data(whole).firstRange(of: Data([0x50, 0x4B, 0x01, 0x02])))
            .lowerBound
        for place in stride(from: start, to: whole.count, by: 13) {
            var changed = whole
            changed[place] ^= 0x10
            #expect(try Self.isFound(changed, in: folder), "\(place - start)")
        }
    }

    @Test(
        "an archive whose end is missing, or behind which something stands, is a damaged one of ours"
    )
    func ends() throws {
        let folder = try TestFolder()
        let whole = try Self.output(.zip, in: folder)
        for count in [1, 90, 100, 2_048, whole.count / 2] {
            try folder.write(Array(whole.dropLast(count)), to: "cut.zip")
            let error = #expect(throws: KioskError.self, "\(count)") {
                let report = try HandOverVerifier.verify(folder.file("cut.zip"))
                guard report.problems.isEmpty else { throw KioskError(.discMismatch) }
            }
            #expect(error?.code == .discMismatch, "\(count)")
        }
        for count in [1, 94, 100, 2_048, 70_000] {
            try folder.write(whole + [UInt8](repeating: 0, count: count), to: "long.zip")
            let error = #expect(throws: KioskError.self, "\(count)") {
                let report = try HandOverVerifier.verify(folder.file("long.zip"))
                guard report.problems.isEmpty else { throw KioskError(.discMismatch) }
            }
            #expect(error?.code == .discMismatch, "\(count)")
        }
    }

    @Test("an output cut short anywhere is no whole one", arguments: ["iso", "zip"])
    func cut(name: String) throws {
        let folder = try TestFolder()
        let whole = try Self.output(try #require(Medium.named(name)), in: folder)
        for share in [1, 10, 50, 90, 99] {
            let changed = Array(whole[..<(whole.count * share / 100)])
            #expect(try Self.isFound(changed, in: folder), "\(share) %")
        }
        #expect(try Self.isFound(Array(whole.dropLast()), in: folder))
    }
}
