import ArgumentParser
import Foundation
import KioskCore
import KioskIO

/// `kiosk scan`: reads codes from pictures.
struct ScanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scan",
        abstract: said("Reads codes from pictures."),
        discussion: said(
            "JPEG, PNG, WebP, HEIC and AVIF. Exit status 65 where a picture has no code."))

    @Argument(help: ArgumentHelp(said("The pictures."), valueName: "image"))
    var images: [String]

    @Flag(help: ArgumentHelp(said("One JSON object a line.")))
    var json = false

    @OptionGroup var config: ConfigOptions

    func run() throws {
        let language = try config.load().effectiveLanguage
        let reader = try CodeReader()
        var status = WorstStatus()
        for image in images {
            try status.run({ report($0, image, language) }) {
                try scan(image, reader, language)
            }
        }
        try ExitStatus.end(status.code)
    }

    private func scan(
        _ image: String, _ reader: borrowing CodeReader, _ language: Language
    ) throws -> Int32 {
        let start = WallClock.monotonic()
        let reading = try CodeFile.read(image, reader)
        let codes = reading.codes
        let milliseconds = Double(WallClock.monotonic() - start) / 1e6
        if json {
            let lines = codes.map { CodeLine($0, milliseconds: milliseconds) }
            Console.result(try JSONLine.text(PictureLine(file: image, codes: lines, error: nil)))
        } else {
            for code in codes {
                let text = CodeText.decode(code.bytes) ?? CodeLine.base64(code)
                Console.result("\(image): \(ForeignText.visible(text, keepsLines: false))")
            }
        }
        guard codes.isEmpty else { return 0 }
        let error = reading.refusal(image)
        if !json { Console.message(error.message(language)) }
        return error.exitStatus
    }

    private func report(_ error: KioskError, _ image: String, _ language: Language) {
        Console.message(error.message(language))
        guard json else { return }
        let line = PictureLine(file: image, codes: [], error: ErrorLine(error, language))
        if let text = try? JSONLine.text(line) { Console.result(text) }
    }

    private struct PictureLine: Encodable {
        let file: String
        let codes: [CodeLine]
        let error: ErrorLine?
    }

    private struct CodeLine: Encodable {
        let text: Nullable<String>
        let base64: String
        let version: Nullable<Int>
        let level: Nullable<String>
        let reader: String
        let milliseconds: Double

        init(_ code: CaptureCode, milliseconds: Double) {
            text = Nullable(CodeText.decode(code.bytes))
            base64 = Self.base64(code)
            version = Nullable(code.version)
            level = Nullable(code.level)
            reader = code.reader
            self.milliseconds = (milliseconds * 10).rounded() / 10
        }

        static func base64(_ code: CaptureCode) -> String {
            Data(code.bytes).base64EncodedString()
        }
    }
}
