import Foundation
import KioskCore
import KioskIO
import TestSupport
import Testing

/// What other programs read of a hand-over: every file, its bytes and its name.
struct OtherReadersTests {
    private let folder: TestFolder
    /// SHA-256 by path, as our own folder has them.
    private let sums: [String: String]

    init() throws {
        folder = try TestFolder()
        let store = try Stored.session("day", 4, in: folder)
        try store.setClass(of: [1, 2], to: ClassName("计算机科学与技术2201班"), at: WallClock.now())
        try store.setClass(of: [3], to: ClassName("𠮷野[x]&'班"), at: WallClock.now())
        for format in ["iso", "zip", "folder"] {
            let run = try Program.kiosk(
                "export", "day", "-o", "out.\(format)", "--format", format, "--layout", "notice",
                "--layout", "class", "--layout", "pspa", "--data", ".", in: folder)
            guard run.status == 0 else { throw RecordedDay.Refused(run: run) }
        }
        sums = try Self.sums(in: folder, "out.folder")
    }

    private static func sums(in folder: TestFolder, _ name: String) throws -> [String: String] {
        let run = try Program.run(
            "find", [name, "-type", "f", "-printf", "%P\\0"], in: folder)
        var sums: [String: String] = [:]
        for path in run.output.split(separator: "\0").map(String.init) {
            sums[path] = SHA256.hex(try folder.bytes("\(name)/\(path)"))
        }
        return sums
    }

    /// A program that takes a hand-over apart.
    enum Reader: String, CaseIterable {
        case xorriso, sevenZipImage, sevenZip, bsdtar, bsdtarImage, unzip, python

        var command: (program: String, arguments: [String]) {
            switch self {
            case .xorriso:
                ("xorriso", ["-osirrox", "on", "-indev", "out.iso", "-extract", "/", "taken"])
            case .sevenZipImage: ("7z", ["x", "-otaken", "-y", "out.iso"])
            case .sevenZip: ("7z", ["x", "-otaken", "-y", "out.zip"])
            case .bsdtar: ("bsdtar", ["-x", "-C", "taken", "-f", "out.zip"])
            case .bsdtarImage: ("bsdtar", ["-x", "-C", "taken", "-f", "out.iso"])
            case .unzip: ("unzip", ["-q", "out.zip", "-d", "taken"])
            case .python: ("python3", ["-m", "zipfile", "-e", "out.zip", "taken"])
            }
        }
    }

    @Test("every file is read by others with its name and bytes", arguments: Reader.allCases)
    func taken(reader: Reader) throws {
        try FileManager.default.createDirectory(
            atPath: folder.file("taken"), withIntermediateDirectories: true)
        let command = reader.command
        let run = try Program.run(
            "env", ["LC_ALL=C.UTF-8", command.program] + command.arguments, in: folder)
        #expect(run.status == 0, "\(run.errors)")
        _ = try Program.run("chmod", ["-R", "u+rwX", "taken"], in: folder)
        #expect(try Self.sums(in: folder, "taken") == sums)
    }

    @Test("isoinfo lists the same names by Rock Ridge and by Joliet", arguments: ["-R", "-J"])
    func isoinfo(names: String) throws {
        let run = try Program.run("isoinfo", [names, "-f", "-i", "out.iso"], in: folder)
        let listed = Set(run.output.split(separator: "\n").map { String($0.dropFirst()) })
        // Of Joliet's names it knows no tables with Chinese; 7z, above, reads those.
        let shown = { (path: String) in
            names == "-R" ? path : String(path.map { $0.isASCII ? $0 : "_" })
        }
        let missing = sums.keys.map(shown).filter { !listed.contains($0) }
        #expect(missing.isEmpty, "\(missing)")
    }

    @Test(
        "files of awkwardly named classes are read by others alike, from image and archive",
        arguments: [
            Reader.xorriso, .sevenZipImage, .sevenZip, .bsdtar, .bsdtarImage, .unzip, .python,
        ])
    func awkward(reader: Reader) throws {
        let own = try TestFolder()
        let store = try SessionStore.open(SessionName("day"), in: Stored.files(own))
        let new = try Stored.portrait(0, number: false)
        let names = AwkwardNames.all.compactMap { try? ClassName($0) }
        for (index, name) in names.enumerated() {
            var next = new
            next.sitting.code = CaptureCode(bytes: Array("code \(index)".utf8), reader: "zbar")
            try store.beginClass(name, at: WallClock.now())
            _ = try store.add(next)
        }
        try own.write(
            "[[layout]]\nname = \"c\"\n[[layout.tree]]\nfolder = \"班/{class}\"\nfile = \"{class}\"\n",
            to: "c.conf")
        for format in ["iso", "zip", "folder"] {
            let run = try Program.kiosk(
                "export", "day", "-o", "out.\(format)", "--format", format, "--layout", "c",
                "--config",
                "c.conf", "--data", ".", in: own)
            #expect(run.status == 0, "\(run.errors)")
        }
        let expected = try Self.sums(in: own, "out.folder")
        #expect(names.count > 150 && expected.keys.count { $0.hasSuffix(".jpg") } == names.count)
        try FileManager.default.createDirectory(
            atPath: own.file("taken"), withIntermediateDirectories: true)
        let run = try Program.run(
            "env", ["LC_ALL=C.UTF-8", reader.command.program] + reader.command.arguments, in: own)
        _ = try Program.run("chmod", ["-R", "u+rwX", "taken"], in: own)
        #expect(run.status == 0, "\(run.errors)")
        #expect(try Self.sums(in: own, "taken") == expected)
    }

    @Test("an archive names files in UTF-8 and says so, and packs nothing")
    func flags() throws {
        let script = """
            import zipfile
            for i in zipfile.ZipFile("out.zip").infolist():
                print(i.compress_type, i.flag_bits >> 11 & 1, i.filename.isascii(), i.date_time)
            """
        let run = try Program.run("python3", ["-c", script], in: folder)
        let lines = run.output.split(separator: "\n")
        #expect(lines.count == sums.count)
        for line in lines {
            #expect(line.hasPrefix("0 "), "\(line)")
            #expect(line.contains("True") || line.hasPrefix("0 1 "), "\(line)")
        }
    }

    @Test("the same session gives the same bytes elsewhere and later", arguments: ["iso", "zip"])
    func same(format: String) throws {
        sleep(1)
        let run = try Program.kiosk(
            "export", "day", "-o", "again", "--format", format, "--layout", "notice", "--layout",
            "class", "--layout", "pspa", "--data", ".", in: folder,
            environment: ["TZ": "America/St_Johns", "LANG": "C", "LC_ALL": "C"])
        #expect(run.status == 0, "\(run.errors)")
        #expect(try folder.bytes("again") == folder.bytes("out.\(format)"))
    }

    @Test("a spreadsheet program's file holds the manifest as text, every cell of it")
    func workbook() throws {
        let script = """
            import zipfile, re, html
            z = zipfile.ZipFile("out.folder/manifest.xlsx")
            x = z.read("xl/worksheets/sheet1.xml").decode()
            for row in re.findall(r"<row.*?</row>", x, re.S):
                cells = re.findall(r"<c [^>]*?t=\\"(\\w+)\\"[^>]*>(.*?)</c>", row, re.S)
                print("\\t".join(t + ":" + html.unescape(re.sub("<.*?>", "", c)) for t, c in cells))
            """
        let run = try Program.run("python3", ["-c", script], in: folder)
        let rows = run.output.split(separator: "\n")
        #expect(run.status == 0 && rows.count == 5, "\(run)")
        #expect(rows[1].contains("inlineStr:计算机科学与技术2201班\t"), "\(rows[1])")
        #expect(rows.allSatisfy { !$0.contains("n:") })
    }
}
