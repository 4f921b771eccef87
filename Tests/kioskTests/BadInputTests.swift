import Foundation
import KioskCore
import KioskIO
import StudioKit
import TestSupport
import Testing

/// What the built program says of input that it cannot use.
struct BadInputTests {
    /// A folder with one of everything that can be wrong.
    private static func folder() throws -> TestFolder {
        let folder = try TestFolder()
        for (name, picture) in try pictures.get() { try folder.write(picture, to: name) }
        let jpeg = try folder.bytes("person.jpg")
        try folder.write(jpeg.prefix(jpeg.count / 2), to: "half.jpg")
        try folder.write("this is no picture", to: "text.jpg")
        try folder.write("old", to: "taken.jpg")
        try folder.write("notes", to: "empty-folder/notes.txt")
        try folder.write("", to: "locked/.keep")
        try folder.write(jpeg, to: "unreadable.jpg")
        try folder.write(rules, to: Program.settings)
        try folder.write("[codes]\nrat = 3\n", to: "unknown.conf")
        try folder.write("[codes]\nrate = 0\n", to: "range.conf")
        try folder.write("[codes\n", to: "broken.conf")
        try folder.write("[[rule]]\nname = 'none'\nbytes = [5, 5]\n", to: "window.conf")
        try folder.write(
            "[[layout]]\nname = 'own'\n[[layout.tree]]\nfolder = '../a'\n", to: "path.conf")
        try folder.write("", to: "hidden/.keep")
        chmod(folder.file("hidden"), 0)
        try Stored.session("empty", 0, in: TestFolder(at: folder.file("data")))
        chmod(folder.file("unreadable.jpg"), 0)
        chmod(folder.file("locked"), 0o500)
        return folder
    }

    /// The pictures among them, drawn once.
    private static let pictures = Result { try draw() }

    private static func draw() throws -> [String: [UInt8]] {
        let studio = Studio(seed: 6)
        let person = studio.portrait(of: 0).photo
        let small = Studio(seed: 6, size: Size(width: 640, height: 480)).portrait(of: 0).photo
        var day = StudioDay(seed: 6, students: 1)
        let next = day.next()
        let empty = try #require(next)
        return [
            "person.jpg": try JPEGCodec().encode(person, quality: 90, subsampling: .half).bytes,
            "nobody.png": try PNG.encode(empty.photo),
            "two.png": try PNG.encode(beside(person, studio.portrait(of: 1).photo)),
            "small.png": try PNG.encode(small),
        ]
    }

    private static let rules = """
        [[rule]]
        name = "huge"
        bytes = [900000, 950000]
        [[rule]]
        name = "tiny"
        bytes = [1000, 2000]
        [[rule]]
        name = "gap"
        bytes = [50000, 50001]
        """

    private static func beside(_ left: Photo, _ right: Photo) -> Photo {
        let row = left.width * 3
        return Photo(size: Size(width: 2 * left.width, height: left.height)) { pixels in
            for y in 0..<left.height {
                for index in 0..<row {
                    pixels[2 * y * row + index] = left.pixels[y * row + index]
                    pixels[2 * y * row + row + index] = right.pixels[y * row + index]
                }
            }
        }
    }

    /// A command, its exit status and its error's code.
    struct Case: Sendable, CustomTestStringConvertible {
        let command: String
        let status: Int32
        let code: String
        var testDescription: String { command }

        init(_ command: String, _ status: Int32, _ code: KioskError.Code) {
            self.command = command
            self.status = status
            self.code = code.rawValue
        }
    }

    static let cases: [Case] = [
        Case("scan missing.png", 66, .pictureMissing),
        Case("scan unreadable.jpg", 66, .filePermission),
        Case("scan text.jpg", 65, .pictureFormat),
        Case("scan half.jpg", 65, .pictureTruncated),
        Case("scan nobody.png", 65, .codeNone),
        Case("scan empty-folder", 65, .pictureFormat),
        Case("portrait missing.png -o out.jpg", 66, .pictureMissing),
        Case("portrait unreadable.jpg -o out.jpg", 77, .filePermission),
        Case("portrait text.jpg -o out.jpg", 65, .pictureFormat),
        Case("portrait half.jpg -o out.jpg", 65, .pictureTruncated),
        Case("portrait nobody.png -o out.jpg", 65, .faceNone),
        Case("portrait two.png -o out.jpg", 65, .faceMany),
        Case("portrait small.png -o out.jpg", 65, .faceSmall),
        Case("portrait person.jpg -o out.jpg --rule huge", 65, .sizeBelow),
        Case("portrait person.jpg -o out.jpg --rule tiny", 65, .sizeAbove),
        Case("portrait person.jpg -o out.jpg --rule gap", 65, .sizeBetween),
        Case("portrait person.jpg -o out.jpg --rule chis", 78, .configRule),
        Case("portrait person.jpg -o taken.jpg", 73, .fileExists),
        Case("portrait person.jpg -o empty-folder", 73, .outputExists),
        Case("portrait person.jpg -o empty-folder --force", 73, .outputExists),
        Case("portrait person.jpg -o nowhere/out.jpg", 73, .fileCreate),
        Case("portrait person.jpg -o locked/out.jpg", 77, .filePermission),
        Case("check nobody.png", 65, .faceNone),
        Case("check --proof nothing 1 --data data", 66, .sessionMissing),
        Case("check --proof empty 1 --data data", 66, .sessionSequence),
        Case("recrop nothing 1 --data data", 66, .sessionMissing),
        Case("recrop empty 1 --data data", 66, .sessionSequence),
        Case("recrop empty 1 --data data --rule chis", 78, .configRule),
        Case("run --session a/b --camera studio", 64, .sessionName),
        Case("run --camera empty-folder", 66, .pictureFolderEmpty),
        Case("run --camera nothing-there", 69, .cameraMissing),
        Case("run --camera text.jpg", 69, .cameraFormat),
        Case("run --camera studio:x", 64, .usage),
        Case("run --camera studio --config missing.conf", 66, .configMissing),
        Case("run --camera studio --config unknown.conf", 78, .configUnknown),
        Case("run --camera studio --config range.conf", 78, .configRange),
        Case("run --camera studio --config broken.conf", 78, .configSyntax),
        Case("run --camera studio --config window.conf", 78, .configRange),
        Case("run --camera studio --data locked/data", 77, .filePermission),
        Case("demo -o taken.jpg", 73, .fileExists),
        Case("demo -o taken.jpg --force", 73, .outputExists),
        Case("demo -o empty-folder --force", 73, .outputExists),
        Case("demo -o nowhere/day.iso", 73, .fileCreate),
        Case("run --camera studio --config path.conf", 78, .configPath),
        Case("sessions show day --data hidden", 77, .filePermission),
        Case("export day -o a.iso --data hidden", 77, .filePermission),
        Case("sessions show nothing --data data", 66, .sessionMissing),
        Case("sessions show ../x --data data", 64, .sessionName),
        Case("export nothing -o a.iso --data data", 66, .sessionMissing),
        Case("export empty -o a.iso --data data", 66, .sessionEmpty),
        Case("export a/b -o a.iso --data data", 64, .sessionName),
        Case("verify nothing.iso", 66, .fileMissing),
        Case("verify text.jpg", 74, .discForeign),
        Case("verify empty-folder", 74, .discForeign),
    ]

    /// Runs kiosk without the right to pass over permissions, which root has.
    private static func run(_ command: String, in folder: TestFolder) throws -> Program.Run {
        let arguments = command.split(separator: " ").map(String.init)
        guard geteuid() == 0 else { return try Program.run(Program.kiosk, arguments, in: folder) }
        return try Program.run(
            "setpriv",
            ["--bounding-set=-dac_override,-dac_read_search", Program.kiosk] + arguments,
            in: folder)
    }

    @Test(
        "one sentence, what to try, the stable code and the status of docs/cli.md", arguments: cases
    )
    func refused(_ wrong: Case) throws {
        let folder = try Self.folder()
        let before = try folder.names()
        let run = try Self.run(wrong.command, in: folder)
        #expect(run.status == wrong.status, "\(run.errors)")
        let lines = run.errors.split(separator: "\n").map(String.init)
        let said = lines.suffix(3)
        #expect(said.first?.hasPrefix("kiosk: ") == true)
        #expect(said.dropFirst().first?.hasPrefix("  try: ") == true)
        #expect(said.last == "  code: \(wrong.code)")
        #expect(run.output.isEmpty, "results go to standard output, and there is none")
        let left = try folder.names().filter { !$0.hasPrefix(".") && !before.contains($0) }
        #expect(left.isEmpty || left == [".local"], "\(left) was left behind")
        #expect(try String(decoding: folder.bytes("taken.jpg"), as: UTF8.self) == "old")
    }

    @Test("over several files the run goes on after a bad one, and the status is the worst")
    func severalFiles() throws {
        let folder = try Self.folder()
        let mixed = try Program.kiosk(
            "scan", "--json", "nobody.png", "missing.png", "text.jpg", in: folder)
        #expect(mixed.status == 66)
        let lines = mixed.output.split(separator: "\n")
        #expect(lines.count == 3)
        #expect(lines[0].contains("\"codes\":[]") && lines[0].contains("nobody.png"))
        #expect(lines[1].contains("\"code\":\"picture.missing\""))
        #expect(lines[2].contains("\"code\":\"picture.format\""))
        #expect(try Program.kiosk("scan", "nobody.png", "text.jpg", in: folder).status == 65)
    }

    @Test("a portrait is written where it can be, with its facts as JSON")
    func portrait() throws {
        let folder = try Self.folder()
        let run = try Program.kiosk("portrait", "person.jpg", "-o", "out.jpg", "--json", in: folder)
        #expect(run.status == 0, "\(run.errors)")
        let header = try #require(JPEGHeader(parsing: folder.bytes("out.jpg")))
        #expect(header.size == Size(width: 480, height: 640))
        for key in [
            "\"crop\"", "\"geometry\"", "\"checks\"", "\"hairTop\"", "\"dpi\":300",
            "\"verdict\":\"pass\"",
        ] {
            #expect(run.output.contains(key), "\(key)")
        }
        #expect(
            try Program.kiosk("portrait", "person.jpg", "-o", "out.jpg", in: folder).status == 73)
        #expect(
            try Program.kiosk("portrait", "person.jpg", "-o", "out.jpg", "--force", in: folder)
                .status == 0)
    }

    @Test(
        "an unknown option or command is status 64",
        arguments: [
            ["--nothing"], ["nothing"], ["scan"], ["run", "--fps", "x"], ["export"], ["check"],
            ["check", "--proof", "day"], ["check", "--proof", "day", "x"],
            ["check", "--proof", "day", "1", "--rule", "chsi"], ["recrop", "day"],
        ])
    func usage(arguments: [String]) throws {
        let run = try Program.run(Program.kiosk, arguments, in: TestFolder())
        #expect(run.status == 64, "\(run.errors)")
        #expect(!run.errors.isEmpty && run.output.isEmpty)
    }

    @Test(
        "every command has help on standard output",
        arguments: [
            "", "run", "demo", "studio", "scan", "portrait", "check", "recrop", "sessions",
            "export",
            "verify",
        ])
    func help(command: String) throws {
        let arguments = (command.isEmpty ? [] : [command]) + ["--help"]
        let run = try Program.run(Program.kiosk, arguments, in: TestFolder())
        #expect(run.status == 0 && run.output.contains("USAGE") && run.errors.isEmpty)
    }

    @Test("messages are Chinese where the locale or kiosk.conf says so")
    func chinese() throws {
        let folder = try TestFolder()
        let locale = try Program.kiosk(
            "scan", "x.png", in: folder, environment: ["LANG": "zh_CN.UTF-8"])
        #expect(locale.errors.contains("找不到图片"))
        try folder.write("[ui]\nlanguage = \"zh\"\n", to: Program.settings)
        #expect(try Program.kiosk("scan", "x.png", in: folder).errors.contains("找不到图片"))
    }

    @Test(
        "a code's terminal commands are shown and not obeyed, and stay what they were in JSON",
        .enabled(if: Corpus.isThere, "\(Corpus.reason)"))
    func escapes() throws {
        let picture = Corpus.fault("code-with-terminal-escapes.png")
        let run = try Program.kiosk("scan", picture, in: TestFolder())
        #expect(run.status == 0 && run.output.contains("\\u001b"))
        let json = try Program.kiosk("scan", "--json", picture, in: TestFolder())
        for text in [run.output + run.errors, json.output] {
            #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
        }
        #expect(throws: Never.self) {
            try JSONSerialization.jsonObject(with: Data(json.output.utf8))
        }
    }

    @Test("a file's name with a line feed and a direction mark is shown on one line")
    func name() throws {
        let run = try Program.kiosk("check", "a\nb\u{202E}c.png", in: TestFolder())
        #expect(run.errors.contains("a\\u000ab\\u202ec.png"), "\(run.errors)")
    }
}
