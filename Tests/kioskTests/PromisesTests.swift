import Foundation
import KioskCore
import TestSupport
import Testing

/// What docs/cli.md promises beside what the program has: neither may know more than the other.
struct PromisesTests {
    private let page: String
    private let commands: [Command]

    init() throws {
        page = try String(contentsOf: Checkout.file("docs/cli.md"), encoding: .utf8)
        let run = try Program.kiosk("--experimental-dump-help", in: TestFolder())
        let help = try JSONDecoder().decode(Help.self, from: Data(run.output.utf8))
        commands = help.command.subcommands ?? []
    }

    /// A command line's description, as the argument parser writes it.
    private struct Help: Decodable {
        let command: Command
    }

    private struct Command: Decodable {
        let commandName: String
        let subcommands: [Command]?
        let arguments: [Argument]?

        /// The options of it and of what is below it, with their dashes.
        var options: Set<String> {
            let own = (arguments ?? []).flatMap { $0.names ?? [] }.filter { $0.kind == "long" }
            let below = (subcommands ?? []).map(\.options)
            return below.reduce(Set(own.map { "--\($0.name)" })) { $0.union($1) }
        }
    }

    private struct Argument: Decodable {
        let names: [Name]?
    }

    private struct Name: Decodable {
        let kind: String
        let name: String
    }

    /// What stands in code spans of the page.
    private var spans: [String] {
        page.matches(of: /`([^`\n]+)`/).map { String($0.1) }
    }

    @Test("every command of the program is promised, and no other")
    func everyCommand() {
        let names = commands.map(\.commandName).filter { $0 != "help" }
        let promised = spans.compactMap { $0.wholeMatch(of: /kiosk ([a-z]+).*/)?.1 }.map(
            String.init)
        #expect(!names.isEmpty)
        #expect(Set(names) == Set(promised))
        let sessions = commands.first { $0.commandName == "sessions" }?.subcommands ?? []
        for below in sessions where below.commandName != "list" {
            #expect(spans.contains { $0.contains("sessions \(below.commandName)") })
        }
    }

    @Test("every option of the program is promised, and no other")
    func everyOption() {
        let known = commands.map(\.options).reduce(Set()) { $0.union($1) }
            .subtracting(["--version"])
        let promised = spans.flatMap { $0.matches(of: /--[a-z][a-z-]*/).map { String($0.0) } }
        #expect(known == Set(promised).union(["--help"]))
    }

    @Test("every exit status of an error is promised, and no other")
    func everyStatus() throws {
        let section = try #require(page.components(separatedBy: "## Exit status").dropFirst().first)
        let rows = section.matches(of: /(?m)^\| ([0-9, ]+) \|/).flatMap {
            $0.1.split(separator: ", ")
        }
        let promised = Set(rows.compactMap { Int32($0) })
        #expect(promised == Set(KioskError.Code.allCases.map(\.exitStatus)).union([0]))
    }
}
