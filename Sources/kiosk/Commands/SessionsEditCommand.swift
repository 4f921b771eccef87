import ArgumentParser
import Foundation
import KioskCore
import KioskIO

extension SessionsCommand {
    /// `kiosk sessions edit NAME SEQ`: corrects a number, or with `--class` the class of one or more portraits.
    struct Edit: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: said(
                "Corrects the ID number of a portrait's person, which is asked for at a prompt, or the class."
            ))

        @Argument var name: String

        @Argument(
            help: ArgumentHelp(
                said("The portrait's number in the session; with --class also 3,7-9."),
                valueName: "seq"))
        var portraits: String

        @Option(
            name: .customLong("class"),
            help: ArgumentHelp(
                said("The class that it belongs to; \"\" for none."), valueName: "class"))
        var className: String?

        @Option(help: ArgumentHelp(said("Why it is changed."), valueName: "text"))
        var reason = "corrected"

        @OptionGroup var data: DataOptions

        func run() throws {
            let config = try data.config.load()
            let language = config.effectiveLanguage
            let session = try SessionName(name)
            let sequences = try SequenceList(parsing: portraits).sequences
            let chosen = try className.map { text throws(KioskError) in
                text.isEmpty ? nil : try ClassName(text)
            }
            let store = try SessionStore.openExisting(session, in: data.files(config))
            if let chosen {
                try store.setClass(of: sequences, to: chosen, at: WallClock.now())
                return Console.result(
                    CommandWords.classChanged(sequences, to: chosen)[language])
            }
            guard sequences.count == 1, let sequence = sequences.first else {
                throw KioskError(.usage, "\(portraits.prefix(80)) (--class)")
            }
            guard let portrait = try store.portraits().first(where: { $0.sequence == sequence })
            else { throw KioskError(.sessionSequence, "\(sequence)") }
            let number = try NumberPrompt(language: language).ask(for: portrait)
            try store.correct(sequence, number: number, because: reason, at: WallClock.now())
            Console.result(
                CommandWords.corrected(sequence, number: number.masked)[language])
        }
    }

    /// `kiosk sessions void NAME SEQ --reason TEXT`: withdraws a portrait.
    struct Void: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: said("Withdraws a portrait: kept and recorded, never exported."))

        @Argument var name: String

        @Argument(
            help: ArgumentHelp(said("The portrait's number in the session."), valueName: "seq"))
        var sequence: Int

        @Option(help: ArgumentHelp(said("Why it is withdrawn."), valueName: "text"))
        var reason: String

        @OptionGroup var data: DataOptions

        func validate() throws {
            guard reason.contains(where: { !$0.isWhitespace }) else {
                throw ValidationError(said("--reason takes why it is withdrawn"))
            }
        }

        func run() throws {
            let config = try data.config.load()
            let store = try SessionStore.openExisting(SessionName(name), in: data.files(config))
            try store.void(sequence, because: reason, at: WallClock.now())
            let notice = BoothNotice.voided(sequence: sequence)
            Console.result(BoothWords.notice(notice, config.effectiveLanguage))
        }
    }
}
