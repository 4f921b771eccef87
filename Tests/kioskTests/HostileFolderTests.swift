import Foundation
import KioskCore
import KioskIO
import StudioKit
import TestSupport
import Testing

/// Every command over folders of hostile files: an error, little memory, and nothing touched but the output.
struct HostileFolderTests {
    /// The most a run may hold, bytes; the address sanitizer keeps what was freed, and marks of every byte.
    private static var mostMemory: Int {
        #if KIOSK_SANITIZED
            900 << 20
        #else
            300 << 20
        #endif
    }

    /// What stands in a folder and below, with the bytes of what is small; links are not followed.
    private static func snapshot(_ folder: TestFolder) throws -> [String: String] {
        let files = FileManager.default.enumerator(atPath: folder.path)
        var found: [String: String] = [:]
        for case let name as String in files ?? FileManager.DirectoryEnumerator()
        where !name.hasPrefix(".") && !name.hasPrefix("output") {
            var status = stat()
            lstat(folder.file(name), &status)
            let isSmall = status.st_mode & S_IFMT == S_IFREG && status.st_size < 1 << 21
            let digest = isSmall ? SHA256.hex(try folder.bytes(name)) : ""
            found[name] = "\(status.st_mode) \(status.st_size) \(status.st_nlink) \(digest)"
        }
        return found
    }

    /// Runs a command that has to fail and to change nothing.
    private static func refuse(
        _ arguments: [String], in folder: TestFolder, statuses: Set<Int32>,
        mayWrite: Set<String> = []
    ) throws {
        let before = try snapshot(folder).filter { !mayWrite.contains($0.key) }
        let run = try MeasuredRun.kiosk(arguments, in: folder)
        let line = arguments.joined(separator: " ")
        #expect(statuses.contains(run.status), "\(line): \(run.status) \(run.said)")
        #expect(run.peak < mostMemory, "\(line): \(run.peak >> 20) MB")
        #expect(
            !run.said.unicodeScalars.contains { $0.value < 32 && $0 != "\n" },
            "\(line): \(run.said)")
        let after = try snapshot(folder).filter { !mayWrite.contains($0.key) }
        #expect(after == before, "\(line): \(Set(after.keys).symmetricDifference(before.keys))")
    }

    @Test("every command over a session that is not ours", arguments: HostileSession.all)
    func sessions(session: HostileSession) throws {
        let folder = try TestFolder()
        try session.make(in: folder)
        try folder.write(StudioRecording.settings, to: Program.settings)
        let name = HostileSession.name
        for command in [
            ["sessions"], ["sessions", "show", name], ["sessions", "show", name, "--json"],
            ["sessions", "edit", name, "1", "--reason", "x", "--number", "11010519491231002X"],
            ["sessions", "void", name, "1", "--reason", "x"], ["check", "--proof", name, "1"],
            ["recrop", name, "1"], ["export", name, "-o", "output"],
            ["export", name, "-o", "output", "--format", "folder"],
            ["run", "--session", name, "--camera", "studio:1:1", "--auto"],
        ] {
            try Self.refuse(
                command + ["--data", "."], in: folder, statuses: [74, 64],
                mayWrite: ["day.kiosk.lock", "kiosk.log"])
        }
    }

    @Test("every command that reads a picture, over files that are none")
    func pictures() throws {
        let folder = try TestFolder()
        try folder.write(StudioRecording.settings, to: Program.settings)
        let names =
            try HostileFile.make(in: folder, ending: ".jpg") + HostileFile.makePictures(in: folder)
        for name in names {
            for command in [
                ["scan", name], ["scan", "--json", name], ["check", name],
                ["check", "--json", name],
                ["portrait", name, "-o", "output.jpg"],
            ] {
                try Self.refuse(command, in: folder, statuses: [65, 66, 74])
            }
        }
        try Self.refuse(["scan"] + names, in: folder, statuses: [65, 66, 74])
        try Self.refuse(["check"] + names, in: folder, statuses: [65, 66, 74])
    }

    @Test("a camera that is a file without an end, or a folder of what are no pictures")
    func cameras() throws {
        let folder = try TestFolder()
        try folder.write(StudioRecording.settings, to: Program.settings)
        var names = try HostileFile.make(in: folder, ending: ".mjpeg")
        // A pipe is a camera, whose writer may come later.
        names.removeAll { $0 == "pipe.mjpeg" }
        for name in names where name != "folder.mjpeg" {
            let inside = "in-\(name)"
            mkdir(folder.file(inside), 0o700)
            symlink(folder.file(name), folder.file("\(inside)/a.jpg"))
            symlink(folder.file(name), folder.file("\(inside)/faults"))
            names.append(inside)
        }
        for name in names {
            try Self.refuse(
                ["run", "--auto", "--session", "day", "--data", "output", "--camera", name],
                in: folder,
                statuses: [65, 66, 69, 74])
        }
    }

    @Test("settings that are no file, have no end, or nest without end")
    func settings() throws {
        let folder = try TestFolder()
        var names = try HostileFile.make(in: folder, ending: ".conf")
        names.removeAll { ["empty.conf"].contains($0) }
        try folder.write(String(repeating: "a.", count: 60_000) + "a = 1", to: "dots.conf")
        try folder.write("a = " + String(repeating: "[", count: 100_000), to: "arrays.conf")
        try folder.write("a = " + String(repeating: "{a=", count: 60_000), to: "tables.conf")
        try folder.write("[" + String(repeating: "a.", count: 60_000) + "a]", to: "headers.conf")
        names += ["dots.conf", "arrays.conf", "tables.conf", "headers.conf"]
        for name in names {
            for command in [
                ["doctor"], ["check", "x.jpg"], ["export", "x", "-o", "output"],
                ["run", "--camera", "studio:1:1"],
            ] {
                try Self.refuse(
                    command + ["--config", name], in: folder, statuses: [65, 66, 70, 74, 77, 78],
                    mayWrite: [])
            }
        }
    }

    @Test("images and folders that are no disc")
    func discs() throws {
        let folder = try TestFolder()
        var names = try HostileFile.make(in: folder, ending: ".iso")
        var image = [UInt8](repeating: 0, count: 60 * 2048)
        image.replaceSubrange(16 * 2048..<16 * 2048 + 7, with: [1] + Array("CD001".utf8) + [1])
        for index in 16 * 2048 + 80..<17 * 2048 { image[index] = 0xFF }
        try folder.write(image, to: "claim.iso")
        for name in try HostileFile.make(in: TestFolder(at: folder.file("sums")), ending: "") {
            mkdir(folder.file("disc-\(name)"), 0o700)
            rename(folder.file("sums/\(name)"), folder.file("disc-\(name)/SHA256SUMS"))
            names.append("disc-\(name)")
        }
        for name in names + ["claim.iso"] {
            for command in [["verify", name], ["verify", name, "--json"]] {
                try Self.refuse(command, in: folder, statuses: [66, 74])
            }
        }
    }

    @Test("an output where something is that is no file, or leads elsewhere")
    func outputs() throws {
        let folder = try TestFolder()
        try Stored.session("day", 1, in: folder)
        try folder.write(
            PNG.encode(Studio(seed: 6).portrait(of: 0).photo), to: "a.png")
        try folder.write(StudioRecording.settings, to: Program.settings)
        let names = try HostileFile.make(in: folder, ending: "")
        // A link, and what is a file, may be replaced where that is asked for.
        let replaced: Set = ["pipe", "folder"]
        for name in names + [
            "", ".", "..", "nowhere/x", "victim.txt/x", "/dev/null", "/proc/self/x",
        ] {
            for command in [
                ["export", "day", "-o", name], ["export", "day", "-o", name, "--format", "folder"],
                ["portrait", "a.png", "-o", name],
            ] {
                try Self.refuse(
                    command + (command[0] == "export" ? ["--data", "."] : []), in: folder,
                    statuses: [64, 66, 73, 74, 77])
                guard replaced.contains(name), !command.contains("folder") || command[0] != "export"
                else { continue }
                try Self.refuse(
                    command + ["--force"] + (command[0] == "export" ? ["--data", "."] : []),
                    in: folder, statuses: [64, 73, 74, 77])
            }
        }
    }

    @Test(
        "names of sessions that lead elsewhere or act on a terminal",
        arguments: [
            "../day", "a/b", "", ".", "..", "/etc/passwd", "day\u{1B}[2J", "day\n", "day\u{202E}x",
            "con\u{0}x",
            "CON", String(repeating: "长", count: 400), "-rf", "a\u{200B}b",
            "день\u{301}\u{301}\u{301}",
        ])
    func names(name: String) throws {
        let folder = try TestFolder()
        try folder.write(HostileSession.text, to: HostileSession.victim)
        for command in [
            ["sessions", "show", "--", name], ["export", "-o", "output", "--", name],
            ["run", "--session=\(name)", "--camera", "missing"], ["recrop", "--", name, "1"],
        ] {
            try Self.refuse(
                command + (command[0] == "run" ? ["--data", "."] : []), in: folder,
                statuses: [64, 66, 69])
        }
    }
}
