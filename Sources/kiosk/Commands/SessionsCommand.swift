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
            let names = try files.names()
            if names.isEmpty, !json {
                Console.message(CommandWords.noSessions(in: files.folder)[language])
            }
            for name in names {
                try status.run({ Console.message($0.message(language)) }) {
                    let store = try SessionStore.read(name, in: files)
                    let missing = try ExportRecord(of: name, in: files).missing(of: store).count
                    let line = SessionLine(
                        name: "\(name)", portraits: try store.count(), notExported: missing)
                    Console.result(json ? try JSONLine.text(line) : line.text[language])
                    return 0
                }
            }
            try ExitStatus.end(status.code)
        }

        private struct SessionLine: Encodable {
            let name: String
            let portraits: Int
            let notExported: Int

            var text: Phrase {
                let line = "\(name)  \(portraits)"
                guard notExported > 0 else { return Phrase(zh: line, en: line) }
                let more = CommandWords.notExported(notExported)
                return Phrase(zh: "\(line)  \(more.zh)", en: "\(line)  \(more.en)")
            }
        }
    }

    /// `kiosk sessions show NAME`
    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: said("Shows a session's portraits; names and numbers are masked."))

        @Argument var name: String

        @Option(
            name: .customLong("class"),
            help: ArgumentHelp(
                said(
                    "Only these classes, \"\" for those without one; may be given more than once."),
                valueName: "class"))
        var classes: [String] = []

        @Flag(help: ArgumentHelp(said("Prints one JSON object.")))
        var json = false

        @OptionGroup var data: DataOptions

        func run() throws {
            let config = try data.config.load()
            let store = try SessionStore.read(SessionName(name), in: data.files(config))
            let language = config.effectiveLanguage
            let lines = try store.portraits().filter { isWanted($0) }
                .map { PortraitLine($0, language) }
            let summaries = try store.classes().filter {
                classes.isEmpty || classes.contains("\($0.name)")
            }
            let exports = try ExportRecord(of: store.name, in: data.files(config)).exports(
                of: store)
            guard !json else {
                let session = SessionLine(
                    name: name, portraits: lines, classes: summaries.map { ClassLine($0) },
                    exports: exports.map { ExportLine($0.export, $0.portraits) })
                return Console.result(try JSONLine.text(session))
            }
            // By class, each with what it came to below; those of none first.
            for line in lines where line.className == nil { Console.result(line.text) }
            for summary in summaries {
                let own = lines.filter { $0.className == "\(summary.name)" }
                for line in own { Console.result(line.text) }
                Console.result(ClassWords.summary(summary)[language])
            }
            for (export, portraits) in exports {
                Console.result(
                    CommandWords.export(export.at, export.paths, portraits.count)[language])
            }
            let aside = try store.studentsSetAside()
            guard !aside.isEmpty else { return }
            Console.result(CommandWords.setAside(aside.count)[language])
            for student in aside {
                Console.result("  \(student.at.iso8601)  \(student.maskedName)")
            }
        }

        private func isWanted(_ portrait: StoredPortrait) -> Bool {
            classes.isEmpty || classes.contains(portrait.className ?? "")
        }

        private struct SessionLine: Encodable {
            let name: String
            let portraits: [PortraitLine]
            let classes: [ClassLine]
            let exports: [ExportLine]
        }

        private struct ClassLine: Encodable {
            let name: String
            let portraits: Int
            let setAside: Int
            let refused: Int
            let began: String?
            let ended: String?

            init(_ summary: ClassSummary) {
                name = "\(summary.name)"
                (portraits, setAside) = (summary.portraits, summary.setAside)
                (refused, began, ended) = (
                    summary.refused, summary.began?.iso8601, summary.ended?.iso8601
                )
            }
        }

        private struct ExportLine: Encodable {
            let at: String
            let portraits: [Int]
            let paths: [String]
            let checksums: [String]

            init(_ export: ExportRecord.Export, _ portraits: [Int]) {
                (at, self.portraits) = (export.at.iso8601, portraits)
                (paths, checksums) = (export.paths, export.checksums)
            }
        }
    }

    private struct PortraitLine: Encodable {
        let sequence: Int
        let className: String?
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
            className = portrait.className
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

        enum CodingKeys: String, CodingKey {
            case className = "class"
            case sequence, code, name, idNumber, takenAt, bytes, quality, sha256, attempts, verdict
            case voided, because, failedBecause
        }

        var text: String {
            "\(sequence)  \(takenAt)  " + (className.map { "\($0)  " } ?? "")
                + "\(name)  \(idNumber)  \(bytes) B  q\(quality)  \(verdict)"
                + (failedWords.map { "  ! \($0)" } ?? "") + (because.map { "  ✗ \($0)" } ?? "")
        }
    }
}
