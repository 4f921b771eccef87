import ArgumentParser
import KioskCore
import KioskIO
import StudioKit

/// `kiosk card`: a class card, to be printed.
struct CardCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "card",
        abstract: said("Makes a class card: a code that the counter reads as \"this class now\"."),
        discussion: said("At the counter it acts only after the key b."))

    @Option(
        name: .customLong("class"),
        help: ArgumentHelp(said("The class's name."), valueName: "name"))
    var className: String

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            said("The card: .svg with the name below the code, or .png."), valueName: "file"))
    var output: String

    @Flag(help: ArgumentHelp(said("Replaces the output where it exists.")))
    var force = false

    @OptionGroup var config: ConfigOptions

    func validate() throws {
        guard output.hasSuffix(".svg") || output.hasSuffix(".png") else {
            throw ValidationError(said("-o takes a name that ends in .svg or .png"))
        }
    }

    func run() throws {
        let language = try config.load().effectiveLanguage
        let name = try ClassName(className)
        guard let card = PrintedCode(Array(ClassCard.text(of: name).utf8)) else {
            throw KioskError(.className)
        }
        let bytes =
            output.hasSuffix(".svg")
            ? Array(card.svg(titled: "\(name)").utf8) : try PNG.encode(card.photo)
        try FileAccess.write(bytes, to: output, replacing: force)
        Console.result(CommandWords.card("\(name)", output)[language])
    }
}
