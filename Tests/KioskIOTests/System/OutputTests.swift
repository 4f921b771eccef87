import Foundation
import KioskCore
import TestSupport
import Testing

@testable import KioskIO

/// Outputs appear whole or not at all, and what was there before is nobody's to touch.
struct OutputTests {
    private static let text = Array("not to be touched\n".utf8)

    private static func mode(_ path: String) -> UInt32 {
        var status = stat()
        return lstat(path, &status) == 0 ? status.st_mode & 0o777 : 0
    }

    private static func code(_ body: () throws -> Void) -> KioskError.Code? {
        do { try body() } catch { return (error as? KioskError)?.code }
        return nil
    }

    @Test("a file is this user's alone, whole, and nothing else is left")
    func file() throws {
        let folder = try TestFolder()
        try FileAccess.write([1, 2, 3], to: folder.file("a"), replacing: false)
        #expect(try folder.bytes("a") == [1, 2, 3] && folder.names() == ["a"])
        #expect(Self.mode(folder.file("a")) == 0o600)
    }

    @Test("a file that is not finished leaves nothing, and the old one as it was")
    func unfinished() throws {
        let folder = try TestFolder()
        try folder.write(Self.text, to: "a")
        do {
            let output = try OutputFile(folder.file("a"), replacing: true)
            try output.write([UInt8](repeating: 0, count: 1_000))
            #expect(try folder.names() == ["a"], "what has no name is left by no kill")
        }
        #expect(try folder.names() == ["a"] && folder.bytes("a") == Self.text)
    }

    @Test(
        "links at the name and at an old part's name are not followed", arguments: ["a", "a.part"])
    func links(name: String) throws {
        let folder = try TestFolder()
        try folder.write(Self.text, to: "victim")
        symlink(folder.file("victim"), folder.file(name))
        let isThere = name == "a"
        #expect(
            Self.code { try FileAccess.write([1], to: folder.file("a"), replacing: false) }
                == (isThere ? .fileExists : nil))
        try FileAccess.write([2], to: folder.file("a"), replacing: true)
        #expect(try folder.bytes("victim") == Self.text && folder.bytes("a") == [2])
        #expect(Self.mode(folder.file("a")) == 0o600)
    }

    @Test("a pipe, a device's name and a folder are replaced by nothing")
    func others() throws {
        let folder = try TestFolder()
        mkfifo(folder.file("pipe"), 0o600)
        try folder.write(Self.text, to: "folder/inside")
        let write = { (name: String) in
            Self.code { try FileAccess.write([1], to: folder.file(name), replacing: true) }
        }
        #expect(write("pipe") == .fileForeign && write("folder") == .outputExists)
        #expect(write("nowhere/a") == .fileCreate && write("") == .outputExists)
        #expect(Self.code { try FileAccess.write([1], to: "/dev/null", replacing: true) } != nil)
        #expect(try folder.names() == ["folder", "pipe"])
        #expect(try folder.bytes("folder/inside") == Self.text)
    }

    @Test(
        "an image makes way for an image, and nothing that is none: a session, a text, a link to a folder"
    )
    func kinds() throws {
        let folder = try TestFolder()
        let image = [UInt8](repeating: 0, count: 32_769) + Array("CD001".utf8)
        let session = Array("SQLite format 3\u{0}".utf8)
        try folder.write(image, to: "image")
        try folder.write(session, to: "session")
        try folder.write(Self.text, to: "text")
        try folder.write([1], to: "folder/inside")
        for (name, to) in [("toText", "text"), ("toFolder", "folder"), ("toNothing", "none")] {
            symlink(folder.file(to), folder.file(name))
        }
        symlink("/dev/null", folder.file("toDevice"))
        let begin = { (name: String, kind: Replaceable) in
            Self.code { _ = try OutputFile(folder.file(name), replacing: true, kind) }
        }
        for name in ["session", "text", "toText", "toFolder", "toDevice", "folder"] {
            #expect(begin(name, .handOvers) == .outputExists, "\(name)")
        }
        for name in ["session", "toFolder", "toDevice"] {
            #expect(begin(name, .files) == .outputExists, "\(name)")
        }
        for name in ["image", "toNothing", "none"] {
            #expect(begin(name, .handOvers) == nil, "\(name)")
        }
        for name in ["text", "toText"] { #expect(begin(name, .files) == nil, "\(name)") }
        #expect(try folder.bytes("session") == session && folder.bytes("text") == Self.text)
    }

    @Test("what comes to the name meanwhile is not replaced unasked")
    func race() throws {
        let folder = try TestFolder()
        do {
            let output = try OutputFile(folder.file("a"), replacing: false)
            try folder.write(Self.text, to: "a")
            #expect(throws: KioskError.self) { try output.appear() }
        }
        #expect(try folder.bytes("a") == Self.text && folder.names() == ["a"])
    }

    @Test("a folder that is moved away meanwhile still gets the output, and nobody else's does")
    func moved() throws {
        let folder = try TestFolder()
        try folder.write(Self.text, to: "mine/other")
        let output = try OutputFile(folder.file("mine/a"), replacing: false)
        rename(folder.file("mine"), folder.file("moved"))
        mkdir(folder.file("mine"), 0o700)
        try output.write([7] as [UInt8])
        try output.appear()
        #expect(try folder.bytes("moved/a") == [7])
        #expect(!FileAccess.exists(folder.file("mine/a")))
    }

    @Test("parts that a kill left are found, and those that are being written are none of them")
    func broken() throws {
        let folder = try TestFolder()
        mkdir(folder.file("kiosk-1f.part"), 0o700)
        try folder.write(Self.text, to: "kiosk-0123456789abcdef.part")
        for other in ["kiosk-x.part", "a.part", "kiosk-1f.part.jpg"] {
            try folder.write(Self.text, to: other)
        }
        let output = try OutputFolder(folder.file("disc"))
        let left = ["kiosk-0123456789abcdef.part", "kiosk-1f.part"]
        #expect(BrokenOutputs.names(in: folder.path) == left)
        _ = output.readingPath
    }

    @Test("a folder of files appears whole, for this user alone")
    func folder() throws {
        let folder = try TestFolder()
        let output = try OutputFolder(folder.file("disc"))
        try output.write([1], to: "SHA256SUMS")
        try output.write([2], to: "PHOTOS/a/b.jpg")
        try output.write([3], to: "PHOTOS/a/c.jpg")
        #expect(!FileAccess.exists(folder.file("disc")))
        try output.appear()
        #expect(try folder.names() == ["disc"] && folder.bytes("disc/PHOTOS/a/c.jpg") == [3])
        #expect(Self.mode(folder.file("disc")) == 0o700)
        #expect(Self.mode(folder.file("disc/PHOTOS/a")) == 0o700)
        #expect(Self.mode(folder.file("disc/PHOTOS/a/b.jpg")) == 0o600)
    }

    @Test("a folder that is not finished removes what it made, and nothing that others put in")
    func unfinishedFolder() throws {
        let folder = try TestFolder()
        do {
            let output = try OutputFolder(folder.file("disc"))
            try output.write([2], to: "PHOTOS/b.jpg")
        }
        #expect(try folder.names().isEmpty)
        do {
            let output = try OutputFolder(folder.file("disc"))
            try output.write([2], to: "PHOTOS/b.jpg")
            let part = try #require(try folder.names().first)
            try folder.write(Self.text, to: "\(part)/PHOTOS/others.txt")
        }
        let part = try #require(try folder.names().first)
        #expect(try folder.bytes("\(part)/PHOTOS/others.txt") == Self.text)
        #expect(!FileAccess.exists(folder.file("\(part)/PHOTOS/b.jpg")))
    }

    @Test(
        "no name leads out of a folder",
        arguments: ["../a", "a/../../b", "/a", "a//b", "", ".", "a/.", ".."])
    func out(name: String) throws {
        let folder = try TestFolder()
        let output = try OutputFolder(folder.file("disc"))
        #expect(throws: KioskError.self) { try output.write([1], to: name) }
    }

    @Test("a link that comes into a folder meanwhile is not followed")
    func linkInside() throws {
        let folder = try TestFolder()
        mkdir(folder.file("elsewhere"), 0o700)
        let output = try OutputFolder(folder.file("disc"))
        let part = try #require(try folder.names().first { $0.hasSuffix(".part") })
        symlink(folder.file("elsewhere"), folder.file("\(part)/PHOTOS"))
        #expect(throws: KioskError.self) { try output.write([1], to: "PHOTOS/a.jpg") }
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder.file("elsewhere")).isEmpty)
    }
}
