import ArgumentParser
import KioskCore
import KioskIO

/// Where the configuration is.
struct ConfigOptions: ParsableArguments {
    @Option(help: ArgumentHelp(said("The configuration file."), valueName: "file"))
    var config: String?

    /// The file in force; nil where the shipped defaults are.
    var inForce: String? { ConfigFile.inForce(config) }

    /// The configuration in force; keys of earlier versions are told.
    func load() throws(KioskError) -> KioskConfig {
        let config = try ConfigFile.load(config)
        Console.speak(config.effectiveLanguage)
        for place in config.retiredKeys {
            Console.message(CommandWords.retired(place)[config.effectiveLanguage])
        }
        return config
    }
}

/// Where sessions are kept.
struct DataOptions: ParsableArguments {
    @OptionGroup var config: ConfigOptions

    @Option(help: ArgumentHelp(said("The folder of the sessions."), valueName: "folder"))
    var data: String?

    /// The sessions' place by these options and that configuration.
    func files(_ config: KioskConfig) -> SessionFiles { SessionFiles(named: data, config: config) }
}

extension KioskConfig {
    /// The language of messages and screens.
    var effectiveLanguage: Language { language ?? Console.localeLanguage() }
}

/// The worst status of several files, as docs/cli.md orders them: 66 over 65 over 0. A stop by
/// signal and other errors end the run at once.
struct WorstStatus {
    private(set) var code: Int32 = 0

    private mutating func add(_ status: Int32) { code = max(code, status) }

    /// Runs the work for one file and notes the status it gives back; errors that concern the
    /// file alone are said, and the run goes on.
    mutating func run(_ report: (KioskError) -> Void, _ body: () throws -> Int32) throws {
        try Interruption.check()
        do {
            add(try body())
        } catch let error as KioskError where [65, 66, 74, 77].contains(error.exitStatus) {
            report(error)
            add(error.exitStatus == 77 ? 66 : error.exitStatus)
        }
    }
}
