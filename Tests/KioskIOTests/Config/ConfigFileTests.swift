import Foundation
import KioskIO
import TestSupport
import Testing

@testable import KioskCore

struct ConfigFileTests {
    /// The file that is shipped, at the top of the checkout.
    private static let shipped = Checkout.file("kiosk.conf")

    private static func entries(_ text: String) throws -> [ConfigEntry] {
        try ConfigFile.entries(Array(text.utf8), file: "kiosk.conf")
    }

    @Test("the shipped file holds every key of the program, and no other")
    func everyKey() throws {
        let text = try String(contentsOf: Self.shipped, encoding: .utf8)
        let inFile = try Self.entries(text).filter { $0.value != .table }.map(\.path)
        #expect(inFile.sorted() == ConfigKey.all.map(\.path).sorted())
    }

    @Test("the shipped file changes nothing")
    func defaults() throws {
        #expect(try ConfigFile.load(Self.shipped.path) == KioskConfig())
    }

    @Test(
        "each key's comment in the shipped file says what the program allows",
        arguments: ConfigKey.all.map(\.path))
    func comments(path: String) throws {
        let key = try #require(ConfigKey.all.first { $0.path == path })
        let text = try String(contentsOf: Self.shipped, encoding: .utf8)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let entry = try #require(try Self.entries(text).first { $0.path == path })
        #expect(lines[entry.line - 2] == "# allowed: \(key.allowed)")
        #expect("\(entry.value)" == "\(key.fallback)")
    }

    @Test("the example rule in the shipped file's comments is a rule")
    func exampleRule() throws {
        let text = try String(contentsOf: Self.shipped, encoding: .utf8)
        let config = try KioskConfig(
            entries: Self.entries(Self.example("# [[rule]]", in: text)), file: "kiosk.conf")
        #expect(try config.rule(named: "college-40-80").bytes == 40_960...80_000)
    }

    @Test("the example layout in the shipped file's comments is a layout")
    func exampleLayout() throws {
        let text = try String(contentsOf: Self.shipped, encoding: .utf8)
        let config = try KioskConfig(
            entries: Self.entries(Self.example("# [[layout]]", in: text)), file: "kiosk.conf")
        let trees = try config.layouts(named: ["order"])[0].trees
        #expect(trees.map(\.picture) == [.portrait, .portrait, .original])
        #expect(trees.map(\.file.text) == ["{id}", "{class}+{student}", "{sequence}-{id}"])
    }

    /// What stands in comments from a line on to the next paragraph.
    private static func example(_ first: String, in text: String) throws -> String {
        let start = try #require(text.range(of: first))
        return text[start.lowerBound...].components(separatedBy: "\n\n")[0]
            .split(separator: "\n").map { $0.dropFirst(2) }.joined(separator: "\n")
    }

    @Test("broken TOML is named with line and column")
    func syntax() {
        let error = #expect(throws: KioskError.self) { try Self.entries("[ui]\nlanguage = \n") }
        #expect(error?.code == .configSyntax)
        #expect(error?.subject.hasPrefix("kiosk.conf:2") == true)
    }

    @Test("a file that is not there is named")
    func missing() {
        let error = #expect(throws: KioskError.self) { try ConfigFile.load("/nowhere/kiosk.conf") }
        #expect(error?.code == .configMissing)
    }

    @Test("damaged files are read or refused with status 78, never a crash")
    func fuzz() throws {
        let seed =
            [UInt8](try Data(contentsOf: Self.shipped))
            + Array("\n[[rule]]\nname='x'\nbytes=[1,2]\n".utf8)
        var dice = Dice(4)
        for _ in 0..<3_000 {
            do throws(KioskError) {
                let entries = try ConfigFile.entries(dice.damaged(seed), file: "kiosk.conf")
                _ = try KioskConfig(entries: entries, file: "kiosk.conf")
            } catch {
                #expect(error.exitStatus == 78)
            }
        }
    }

    @Test(
        "a table without a name of letters is wrong syntax, with its place",
        arguments: [
            "[!]", "[[!]]", "[ =", "[\u{7F}]", "[a.!]", "a = { ! = 1 }", "! = 1", "\u{FEF7} 1'",
            "a\u{3000}= 1", "“a” = 1",
        ])
    func nameless(text: String) {
        let error = #expect(throws: KioskError.self) {
            try ConfigFile.entries(Array(text.utf8), file: "kiosk.conf")
        }
        #expect(error?.code == .configSyntax && error?.subject.hasPrefix("kiosk.conf:1:") == true)
        #expect(error?.detail.isEmpty == false)
    }

    @Test(
        "Chinese behind a backslash in a long string is that, or wrong syntax",
        arguments: [("\"\"\"\\\n  。é\u{FEF7}\"\"\"", "。é\u{FEF7}"), ("\"\"\"\\。\"\"\"", nil)])
    func afterBackslash(value: String, text: String?) throws {
        let entries = try? ConfigFile.entries(Array("a = \(value)".utf8), file: "kiosk.conf")
        #expect(entries?.first?.value == text.map { .text($0) })
    }

    @Test(
        "settings without an end, or deeper than any stack, are an error of one line",
        arguments: [
            String(repeating: "a.", count: 60_000) + "a = 1",
            "[" + String(repeating: "a.", count: 60_000) + "a]",
            "a = { " + String(repeating: "a . ", count: 30_000) + "a = 1 }",
            "a = " + String(repeating: "[", count: 100_000),
            "a = " + String(repeating: "{ a = ", count: 40_000),
        ])
    func deep(text: String) throws {
        let folder = try TestFolder()
        let path = try folder.write(text, to: "deep.conf")
        let error = #expect(throws: KioskError.self) { try ConfigFile.load(path) }
        #expect(error?.code == .configSyntax && error?.exitStatus == 78)
    }

    @Test("a file longer than any settings is not read")
    func long() throws {
        let folder = try TestFolder()
        let path = try folder.write(
            String(repeating: "# nothing\n", count: 40_000), to: "long.conf")
        #expect(throws: KioskError.self) { try ConfigFile.load(path) }
    }

    @Test("a zero in a key does not make it another key")
    func zero() throws {
        let entries = try Self.entries("[camera]\n\"source\\u0000x\" = \"a\"\n")
        #expect(entries.map(\.path).contains("camera.source\0x"))
        let error = #expect(throws: KioskError.self) {
            try KioskConfig(entries: entries, file: "kiosk.conf")
        }
        #expect(error?.code == .configUnknown)
    }
}
