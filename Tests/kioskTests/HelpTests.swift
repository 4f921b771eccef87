import Foundation
import KioskCore
import TestSupport
import Testing

/// The help and what is said of a command that is not right, in the language of the operator.
struct HelpTests {
    private static func run(_ arguments: [String], _ locale: String) throws -> Program.Run {
        try Program.run(
            Program.kiosk, arguments, in: TestFolder(), environment: ["LC_ALL": locale])
    }

    private static let commands = [
        [], ["run"], ["demo"], ["scan"], ["portrait"], ["check"], ["recrop"], ["sessions"],
        ["sessions", "list"], ["sessions", "show"], ["sessions", "edit"], ["sessions", "void"],
        ["export"], ["verify"], ["guide"], ["cameras"], ["doctor"],
    ]

    @Test("where the language is Chinese the help has no English sentence", arguments: commands)
    func chinese(command: [String]) throws {
        let run = try Self.run(command + ["--help"], "zh_CN.UTF-8")
        #expect(run.status == 0 && run.output.contains("用途："))
        let words = run.output.matches(of: /[A-Za-z]{2,} [a-z]{2,} [a-z]{2,}/).map { $0.0 }
            .filter { !$0.hasPrefix("kiosk") && !$0.hasPrefix("help") }
        #expect(words.isEmpty, "\(words)")
        #expect(!run.output.contains("OPTIONS") && !run.output.contains("default"))
    }

    @Test("in English it is as it was", arguments: commands)
    func english(command: [String]) throws {
        let run = try Self.run(command + ["--help"], "C.UTF-8")
        #expect(run.status == 0 && run.output.contains("OVERVIEW: "))
        #expect(!run.output.contains("用途") && !run.output.contains("选项"))
    }

    @Test(
        "what is wrong with a command is said in Chinese, with its status",
        arguments: [
            (["run", "--foo"], "没有 --foo 这个选项，是不是 --fps？"), (["rnu"], "没有 rnu 这个命令，是不是 run？"),
            (["sesions", "list"], "是不是 sessions？"), (["export"], "少了参数：<session>"),
            (["run", "--camera"], "--camera <source> 后面少了内容"),
            (["run", "--screen", "big"], "--screen <screen> 不能是“big”"),
            (["run", "a", "b"], "多写了：'a', 'b'"), (["run", "--fps", "999"], "--fps 要在 0 到 240 之间"),
        ])
    func wrong(arguments: [String], sentence: String) throws {
        let run = try Self.run(arguments, "zh_CN.UTF-8")
        #expect(run.status == 64 && run.errors.contains(sentence), "\(run.errors)")
        #expect(!run.errors.contains("Error") && !run.errors.contains("Usage"), "\(run.errors)")
    }

    @Test("a mistyped command is said in English too; a file's name is taken for none")
    func near() throws {
        let run = try Self.run(["doctro"], "C.UTF-8")
        #expect(run.status == 64)
        #expect(run.errors.contains("There is no command doctro. Did you mean doctor?"))
        #expect(HelpWords.nearest(to: "portraits.png", of: ["portrait", "run"]) == nil)
        #expect(HelpWords.nearest(to: "--auto", of: ["auto"]) == nil)
    }

    @Test("ui.language counts for the help, whatever the locale")
    func configured() throws {
        let folder = try TestFolder()
        try folder.write("[ui]\nlanguage = \"zh\"\n", to: "kiosk/kiosk.conf")
        let run = try Program.run(
            Program.kiosk, ["--help"], in: folder,
            environment: ["LC_ALL": "C.UTF-8", "XDG_CONFIG_HOME": folder.path])
        #expect(run.output.contains("选项："))
    }
}
