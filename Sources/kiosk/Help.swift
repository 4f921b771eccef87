import KioskCore
import KioskIO

/// A sentence of the help in the operator's language.
func said(_ english: String) -> String { HelpWords.said(english, Help.language) }

/// The help and the complaints of the command line.
enum Help {
    /// `ui.language` of the configuration in force, else the locale's. The help comes before any option is read.
    static let language: Language =
        (try? ConfigFile.load(nil))?.effectiveLanguage ?? Console.localeLanguage()

    /// What the parser says, in the operator's language; where a command was mistyped, which one was meant.
    static func message(_ text: String, of arguments: [String], commands: [String]) -> String {
        let text = HelpWords.parser(text, language)
        guard let word = arguments.first, !commands.contains(word),
            let meant = HelpWords.nearest(to: word, of: commands)
        else { return text }
        return HelpWords.unknown(word, meant)[language] + "\n" + text
    }
}
