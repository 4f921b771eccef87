import ArgumentParser
import Foundation
import KioskCore
import KioskIO
import StudioKit

/// `kiosk studio`: writes what the synthetic studio draws, with its truth, so that anyone can
/// measure.
struct StudioCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "studio",
        abstract: said("Draws students with known geometry into a folder, with truth.tsv."),
        discussion: "Faults, one line each:\n" + faultTable)

    /// A line a fault: name, unit, what is drawn.
    private static var faultTable: String {
        StudioFault.Name.allCases.map { name in
            let padded = name.rawValue.padding(toLength: 13, withPad: " ", startingAt: 0)
            return "  \(padded) \(name.unit): \(name.explanation)"
        }.joined(separator: "\n")
    }

    @Option(help: ArgumentHelp(said("The seed."), valueName: "n"))
    var seed: UInt64 = 1

    @Option(help: ArgumentHelp(said("Students to draw."), valueName: "n"))
    var count = 10

    @Option(
        help: ArgumentHelp(said("Columns and rows, from 640x480 to 3840x2160."), valueName: "WxH"))
    var size = "1280x720"

    @Option(help: ArgumentHelp(said("blue, white or grey.")))
    var backdrop = "blue"

    @Option(
        help: ArgumentHelp(said("Draws a fault of a size, e.g. tilt=6."), valueName: "name=size"))
    var fault: String?

    @Flag(
        help: ArgumentHelp(
            said("Whole sittings, frame by frame, instead of one picture a student.")))
    var sittings = false

    @Option(
        name: .shortAndLong, help: ArgumentHelp(said("The folder to write."), valueName: "folder"))
    var output: String

    @OptionGroup var config: ConfigOptions

    func validate() throws {
        guard let size = Size(parsing: size), (640...3840).contains(size.width),
            (480...2160).contains(size.height)
        else { throw ValidationError(said("--size takes 640x480 … 3840x2160")) }
        guard count > 0 else { throw ValidationError(said("--count takes 1 or more")) }
        guard StudioBackdrop(rawValue: backdrop) != nil else {
            throw ValidationError(said("--backdrop takes blue, white or grey"))
        }
        guard fault == nil || parsedFault != nil else {
            let names = StudioFault.Name.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("--fault takes NAME=SIZE with one of \(names)")
        }
        guard fault == nil || !sittings else {
            throw ValidationError(said("--fault draws posed students, not --sittings"))
        }
    }

    private var parsedFault: StudioFault? {
        guard let parts = fault?.split(separator: "=", maxSplits: 1), parts.count == 2,
            let name = StudioFault.Name(rawValue: String(parts[0])), let size = Double(parts[1])
        else { return nil }
        return StudioFault(name: name, size: size)
    }

    func run() throws {
        let language = try config.load().effectiveLanguage
        guard !FileAccess.exists(output + "/truth.tsv") else {
            throw KioskError(.outputExists, output + "/truth.tsv")
        }
        try FileAccess.makeFolder(output, mode: 0o755)
        var table = TruthTable(fault: parsedFault)
        var drawn = 0
        try draw { name, picture in
            try Interruption.check()
            let png = try PNG.encode(picture.photo)
            try FileAccess.write(png, to: "\(output)/\(name)", replacing: true)
            table.add(name, picture.truth)
            drawn += 1
        }
        try FileAccess.write(Array(table.text.utf8), to: output + "/truth.tsv", replacing: false)
        Console.result(CommandWords.drawn(count: drawn, folder: output)[language])
    }

    private func draw(_ write: (String, StudioPicture) throws -> Void) throws {
        let size = Size(parsing: size) ?? Size(width: 1280, height: 720)
        let backdrop = StudioBackdrop(rawValue: backdrop) ?? .blue
        guard sittings else {
            let studio = Studio(seed: seed, size: size, backdrop: backdrop)
            for index in 0..<count {
                let number = String(index + 1)
                let name =
                    "student-" + String(repeating: "0", count: max(0, 5 - number.count)) + number
                try write(name + ".png", studio.portrait(of: index, fault: parsedFault))
            }
            return
        }
        var day = StudioDay(seed: seed, students: count, size: size, backdrop: backdrop)
        var index = 0
        while let picture = day.next() {
            index += 1
            let number = String(index)
            let name = "frame-" + String(repeating: "0", count: max(0, 6 - number.count)) + number
            try write(name + ".png", picture)
        }
    }
}

/// truth.tsv: a line a picture, empty fields where a picture has no such thing.
private struct TruthTable {
    private let fault: StudioFault?
    private(set) var text =
        "file\tkind\tcode\thairTop\teyeLeftX\teyeLeftY\teyeRightX\teyeRightY\tchinX\tchinY"
        + "\tfaceLeft\tfaceRight\troll\tyaw\tpitch\tfault\tsize\n"

    init(fault: StudioFault?) { self.fault = fault }

    mutating func add(_ file: String, _ truth: SceneTruth) {
        let tail = [fault?.name.rawValue ?? "", fault.map { "\($0.size)" } ?? ""]
        let fields: [String] =
            switch truth {
            case .empty: ["empty", ""] + blanks
            case .code(let code): ["code", Data(code).base64EncodedString()] + blanks
            case .person(let face, _): ["person", ""] + numbers(face)
            }
        text += ([file] + fields + tail).joined(separator: "\t") + "\n"
    }

    private var blanks: [String] { Array(repeating: "", count: 12) }

    private func numbers(_ face: FaceTruth) -> [String] {
        let head = face.head
        let values = [
            head.hairTop ?? 0, head.leftEye.x, head.leftEye.y, head.rightEye.x, head.rightEye.y,
            head.chin.x, head.chin.y, head.faceLeft, head.faceRight, face.roll, face.yaw,
            face.pitch,
        ]
        return values.map { "\(($0 * 100).rounded() / 100)" }
    }
}
