import ArgumentParser
import KioskCore
import KioskIO

/// `kiosk portrait`: makes a portrait of one picture.
struct PortraitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "portrait",
        abstract: said("Finds the face in a picture, checks, crops, scales and encodes it."),
        discussion: said("Exit status 0 where a portrait was written, whatever its verdict."))

    @Argument(help: ArgumentHelp(said("The picture."), valueName: "image"))
    var image: String

    @Option(name: .shortAndLong, help: ArgumentHelp(said("The JPEG to write."), valueName: "file"))
    var output: String

    @Option(help: ArgumentHelp(said("The rule, e.g. chsi or chsi-white."), valueName: "name"))
    var rule: String?

    @Flag(help: ArgumentHelp(said("Replaces the output where it exists.")))
    var force = false

    @Flag(help: ArgumentHelp(said("Prints one JSON object.")))
    var json = false

    @OptionGroup var config: ConfigOptions

    func run() throws {
        let config = try config.load()
        let rule = try config.rule(named: rule ?? config.ruleName)
        try FileAccess.checkPlace(output, replacing: force)
        let photo = try PictureFile.load(image)
        let finder = try FaceFinder()
        let portrait = try PortraitMaker(rule: rule).portrait(
            of: photo, name: image, finder: finder, encoder: PortraitEncoder())
        try Interruption.check()
        try FileAccess.write(portrait.jpeg.bytes, to: output, replacing: force)
        let report = PortraitReport(
            file: image, output: output, portrait: portrait, language: config.effectiveLanguage)
        Console.result(json ? try JSONLine.text(report) : report.text)
    }
}
