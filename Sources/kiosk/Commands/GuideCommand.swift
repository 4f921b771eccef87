import ArgumentParser
import KioskCore

/// `kiosk guide`: the card for students who come without a code.
struct GuideCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "guide",
        abstract: said("Prints the card that says how a student gets and saves a 采集码."))

    @OptionGroup var config: ConfigOptions

    func run() throws {
        let language = try config.load().effectiveLanguage
        Console.result(GuideWords.text[language])
    }
}
