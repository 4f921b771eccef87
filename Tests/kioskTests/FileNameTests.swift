import Foundation
import KioskCore
import KioskIO
import TestSupport
import Testing

@testable import kiosk

/// Files whose names are no UTF-8, and paths as people give them.
struct FileNameTests {
    private let folder: TestFolder

    init() throws {
        folder = try TestFolder()
        let frame = try #require(try StudioRecording.frames([(.code(0), 1)]).first)
        try folder.write(frame, to: "code.jpg")
    }

    @Test("a file named in GBK is opened from the command line, and named by its bytes")
    func commandLine() throws {
        let run = try Program.run(
            "sh",
            [
                "-c",
                "n=$(printf '\\325\\305\\310\\375.jpg'); cp code.jpg \"$n\"; \"$0\" scan \"$n\" missing-\"$n\"",
                Program.kiosk,
            ], in: folder)
        #expect(run.status == 66, "\(run.errors)")
        #expect(run.output.contains("\\xD5\\xC5\\xC8\\xFD.jpg"), "\(run.output)")
        #expect(run.errors.contains("missing-\\xD5\\xC5\\xC8\\xFD.jpg"))
        #expect(run.errors.contains("picture.missing"))
    }

    @Test("in JSON such a name is a string that any program reads")
    func json() throws {
        let name = PathText.text([0xD5, 0xC5] + Array(".jpg".utf8))
        try FileAccess.write(folder.bytes("code.jpg"), to: folder.file(name), replacing: false)
        let run = try Program.run(
            "sh", ["-c", "\"$0\" scan --json $(printf '\\325\\305.jpg')", Program.kiosk], in: folder
        )
        #expect(run.status == 0, "\(run.errors)")
        let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
        #expect((object as? [String: Any])?["file"] as? String == "\\xD5\\xC5.jpg")
    }

    @Test("a folder's names are listed, whatever bytes they are")
    func listed() throws {
        let name = PathText.text([0xD5, 0xC5, 0xC8, 0xFD] + Array(".jpg".utf8))
        let bytes = try folder.bytes("code.jpg")
        try FileAccess.write(bytes, to: folder.file(name), replacing: false)
        #expect(try FileAccess.names(in: folder.path).contains(name))
        let photo = try PictureFile.load(folder.file(name))
        #expect(try PictureFile.load(folder.file("code.jpg")) == photo)
    }

    /// Types a path at the counter, and reads what is said.
    private struct Typist: Operating {
        var keys: [BoothKey]
        private(set) var notices: [BoothNotice] = []

        init(_ path: String) {
            keys = [.openFile] + path.map { .character($0) } + [.enter]
        }

        mutating func keys(_ booth: Booth, at time: FrameTime) -> [BoothKey] {
            defer { keys = [] }
            return keys
        }

        mutating func show(_ scene: CounterScene) {}

        mutating func tell(_ notice: BoothNotice, at time: FrameTime) { notices.append(notice) }
    }

    @Test(
        "at the counter a path is taken as it was pasted",
        arguments: ["'%'", "\"%\"", "file://%", " % ", "%"])
    func pasted(pattern: String) throws {
        try folder.write(folder.bytes("code.jpg"), to: "a code (1).jpg")
        var path = folder.file("a code (1).jpg")
        if pattern.hasPrefix("file") { path = path.replacing(" ", with: "%20") }
        let notices = try notices(typing: pattern.replacing("%", with: path, maxReplacements: 1))
        #expect(notices.map(\.name).contains(.codeRead), "\(notices)")
    }

    private func notices(typing path: String) throws -> [BoothNotice] {
        let frames = try StudioRecording.frames([(.empty, 8)]).flatMap(\.self)
        var source = try RecordedFrames(path: folder.write(frames, to: "a.mjpeg"), fps: 0)
        var station = try Station(in: folder)
        var typist = Typist(path)
        _ = try station.work(from: &source, with: &typist)
        return typist.notices
    }
}
