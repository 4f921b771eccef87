import ArgumentParser
import Foundation
import KioskCore
import KioskIO

/// The program: its commands, and what happens to their errors.
@main
struct Kiosk: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "kiosk",
        abstract: said("Takes graduation portraits at a counter: code, portrait, disc. 毕业照柜台。"),
        discussion: said(
            """
            Without a command, kiosk opens the counter (see kiosk run --help).
            Try the whole day without any device: kiosk demo
            """),
        version: Release.version,
        subcommands: [
            RunCommand.self, DemoCommand.self, StudioCommand.self, ScanCommand.self,
            PortraitCommand.self, CheckCommand.self, RecropCommand.self, SessionsCommand.self,
            ExportCommand.self, FindCommand.self, CardCommand.self, VerifyCommand.self,
            GuideCommand.self, CamerasCommand.self,
            DoctorCommand.self,
        ],
        defaultSubcommand: RunCommand.self)

    /// What the program was started with: names of files may be any bytes.
    private static var arguments: [String] {
        (1..<Int(max(CommandLine.argc, 1))).compactMap { CommandLine.unsafeArgv[$0] }.map {
            PathText.text(
                UnsafeBufferPointer(start: $0, count: strlen($0)).map(UInt8.init(bitPattern:)))
        }
    }

    static func main() {
        PrivateProcess.begin()
        Interruption.install()
        do {
            var command = try parseAsRoot(arguments)
            try command.run()
        } catch let error as KioskError {
            Console.fail(error)
        } catch let status as ExitStatus {
            Console.end(status.code)
        } catch {
            let status = exitCode(for: error).rawValue
            let commands =
                ["help"] + configuration.subcommands.compactMap { $0.configuration.commandName }
            Console.end(
                status,
                saying: Help.message(
                    fullMessage(for: error), of: arguments, commands: commands))
        }
    }
}

/// An end with a status whose reason has been said already.
struct ExitStatus: Error {
    let code: Int32

    /// Ends the command where the status is not 0.
    static func end(_ code: Int32) throws {
        if code != 0 { throw ExitStatus(code: code) }
    }
}
