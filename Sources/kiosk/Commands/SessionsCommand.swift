import ArgumentParser
import Foundation
import KioskCore
import KioskIO

/// `kiosk sessions`: what is stored.
struct SessionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sessions",
        abstract: said("Lists sessions, shows one, corrects a number, withdraws."),
        subcommands: [List.self, Show.self, Edit.self, Void.self], defaultSubcommand: List.self)

    /// `kiosk sessions list`
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: said("Lists the sessions."))

        @Flag(help: ArgumentHelp(said("One JSON object a line.")))
        var json = false

        @OptionGroup var data: DataOptions

        func run() throws {
            let config = try data.config.load()
            let files = data.files(config)
            let language = config.effectiveLanguage
            var status = WorstStatus()
            // One that cannot be read hides none of the others.
            for name in try files.names() {
                try status.run({ Console.message($0.message(language)) }) {
                    let count = try SessionStore.read(name, in: files).portraits().count
                    let line = SessionLine(name: "\(name)", portraits: count)
                    Console.result(json ? try JSONLine.text(line) : "\(name)  \(count)")
                    return 0
                }
            }
            try ExitStatus.end(status.code)
        }

        private struct SessionLine: Encodable {
            let name: String
            let portraits: Int
        }
    }

    /// `kiosk sessions show NAME`
    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: said("Shows a session's portraits; names and numbers are masked."))

        @Argument var name: String

        @Flag(help: ArgumentHelp(said("Prints one JSON object.")))
        var json = false

        @OptionGroup var data: DataOptions

        func run() throws {
            let config = try data.config.load()
            let store = try SessionStore.read(SessionName(name), in: data.files(config))
            let language = config.effectiveLanguage
            let lines = try store.portraits().map { PortraitLine($0, language) }
            guard !json else {
                let session = SessionLine(name: name, portraits: lines)
                return Console.result(try JSONLine.text(session))
            }
            for line in lines { Console.result(line.text) }
            let aside = try store.studentsSetAside()
            guard !aside.isEmpty else { return }
            Console.result(CommandWords.setAside(aside.count)[language])
            for student in aside {
                Console.result("  \(student.at.iso8601)  \(student.maskedName)")
            }
        }

        private struct SessionLine: Encodable {
            let name: String
            let portraits: [PortraitLine]
        }
    }

    private struct PortraitLine: Encodable {
        let sequence: Int
        let code: String
        let name: String
        let idNumber: String
        let takenAt: String
        let bytes: Int
        let quality: Int
        let sha256: String
        let attempts: Int
        let verdict: String
        let voided: Bool
        let because: String?
        let failedBecause: String?
        /// The reason for people.
        private let failedWords: String?

        init(_ portrait: StoredPortrait, _ language: Language) {
            sequence = portrait.sequence
            code = Data(portrait.code).base64EncodedString()
            name = portrait.maskedName
            idNumber = portrait.maskedNumber
            takenAt = portrait.takenAt.iso8601
            bytes = portrait.byteCount
            quality = portrait.quality
            sha256 = portrait.sha256
            attempts = portrait.attempts
            verdict = portrait.verdict.rawValue
            voided = portrait.isVoided
            because = portrait.voidedBecause
            failedBecause = portrait.failedBecause
            failedWords = portrait.failedReason?[language]
        }

        enum CodingKeys: CodingKey {
            case sequence, code, name, idNumber, takenAt, bytes, quality, sha256, attempts, verdict
            case voided, because, failedBecause
        }

        var text: String {
            "\(sequence)  \(takenAt)  \(name)  \(idNumber)  \(bytes) B  q\(quality)  \(verdict)"
                + (failedWords.map { "  ! \($0)" } ?? "") + (because.map { "  ✗ \($0)" } ?? "")
        }
    }
}
