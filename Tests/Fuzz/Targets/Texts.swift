import StudioKit
import TestSupport

@testable import KioskCore
@testable import KioskIO

extension FuzzTarget {
    /// What is read as text, or guessed to be.
    static let texts = [content, settings, words, mounts, checksums]

    private static func bytes(_ texts: String...) -> [[UInt8]] { texts.map { Array($0.utf8) } }

    /// A code's bytes and what is guessed from them, shown and made a file's name.
    private static let content = FuzzTarget(name: "content") {
        (0..<6).map { Student(seed: 3, index: $0).code }
            + bytes(
                #"{"sjc":"1","xm":"张*三","zjhm":"002X","xh":12}"#,
                "https://e.org/q?xm=%E5%BC%A0*&zjhm=1234")
    } read: { bytes in
        let code = CaptureCode(bytes: bytes, reader: "zbar")
        hold(code.bytes == bytes, "a code's bytes stay")
        let fields = code.fields
        let texts = [
            fields.maskedName, fields.maskedNumber, fields.school, fields.studentNumber,
            fields.level, CodeText.decode(bytes),
        ].compactMap(\.self)
        for text in texts { checkShown(text) }
        _ = fields.maskedName.map { Mask.matches(Mask.name($0), $0) }
    }

    private static func checkShown(_ text: String) {
        let field = ForeignText.field(text)
        hold(field.count <= ForeignText.most, "a field is short")
        hold(ForeignText.field(field) == field, "a field is a field: \(field.debugDescription)")
        let shown = ForeignText.visible(text)
        hold(ForeignText.visible(shown) == shown, "what is shown is to be shown")
        let name = HandOverNames.cleaned(text)
        hold(HandOverNames.cleaned(name) == name, "a name is a name: \(name.debugDescription)")
        hold(name.utf16.count <= 61 && !name.contains("/"), "a name can stand on a disc")
    }

    private static let settings = FuzzTarget(name: "settings", longest: 16_384) {
        try [FileAccess.read(Checkout.file("kiosk.conf").path)]
            + bytes(
                "a.b.c = 1\n[[rule]]\nname = \"x\"\nbytes = [1, 2]\n", "x = 1979-05-27T07:32:00Z",
                "a = {b = [1e9, inf, nan, 0x1F, \"\\u00e9\"]}\n'q.\"' = '''\n'''")
    } read: { bytes throws(KioskError) in
        let entries = try ConfigFile.entries(bytes, file: "kiosk.conf")
        hold(entries.allSatisfy { $0.line > 0 && $0.column > 0 }, "a key has a place")
        do throws(KioskError) {
            _ = try KioskConfig(entries: entries, file: "kiosk.conf")
        } catch {
            hold(error.exitStatus == 78, "settings are wrong, and nothing else: \(error)")
        }
    }

    /// Short texts of command line and settings.
    private static let words = FuzzTarget(name: "words", longest: 512) {
        bytes(
            "2026-11-23", "11010519491231002X", "H12345678", "张*三", "1280x720",
            "09:00-11:30 14:00-17:00",
            "studio:3:12", "3,7-9", "KIOSK-CLASS:软件1班", "{class}+{id}", "4.7G", "'/a b/c'",
            "file:///a%20b", "~/x\\ y", "MJPG")
    } read: { bytes in
        let text = String(decoding: bytes, as: UTF8.self)
        if let name = try? SessionName(text) {
            hold(!name.description.contains("/"), "a session is no path")
        }
        if let number = IDNumber(text) {
            hold(IDNumber(number.text) == number, "a number reads itself")
            hold(number.masked.count == number.text.count, "a masked number is as long")
            _ = number.documented()
        }
        if let name = try? ClassName(text) {
            hold((try? ClassName("\(name)")) == name, "a class's name is one")
            hold(ClassCard.name(of: Array(ClassCard.text(of: name).utf8)) == name, "a card says it")
        }
        if let list = try? SequenceList(parsing: text) {
            hold((try? SequenceList(parsing: list.text)) == list, "numbers come back")
        }
        _ = (NameTemplate(text), MediumSize(parsing: text), ClassCard.name(of: bytes))
        hold(PathText.bytes(PathText.text(bytes)) == bytes, "a name of a file comes back")
        for reading in GivenPath.readings(of: text, home: "/h") { _ = PathText.shown(reading) }
        _ = (Size(parsing: text), OpeningHours(text), StudioSource(text), FourCC(parsing: text))
        var check = NumberCheck(mask: "**************002X")
        _ = check.judge(text)
    }

    private static let mounts = FuzzTarget(name: "mounts") {
        bytes(
            "36 35 98:0 / /media/u/a\\040b rw - ext4 /dev/x rw\n\0UUID=1 /mnt/stick vfat user 0 0\n",
            "1 1 0:1 / / rw\n\0# none\n")
    } read: { bytes in
        let parts = bytes.split(separator: 0, maxSplits: 1).map {
            String(decoding: $0, as: UTF8.self)
        }
        let table = MountTable(mountinfo: parts.first ?? "", fstab: parts.last ?? "")
        for path in ["/media/u/a b/x.iso", "/mnt/stick/x.iso", "/home/u", "/"] {
            let point = table.mountPoint(of: path)
            hold(point == "/" || path.hasPrefix(point), "a file lies below its mount")
            _ = table.missing(for: path) { _ in true }
        }
    }

    private static let checksums = FuzzTarget(name: "checksums") {
        bytes(
            (0..<3 as Range<UInt8>).map { "\(SHA256.hex([$0]))  PHOTOS/\($0).jpg\n" }.joined(),
            "0  a\n\n")
    } read: { bytes in
        let list = ChecksumList(parsing: bytes)
        guard list.badLines.isEmpty else { return }
        let lines = list.sums.map { "\($1)  \($0)\n" }
        let again = ChecksumList(parsing: lines.flatMap { Array($0.utf8) })
        hold(again == list, "a list without bad lines is written as it was read")
    }
}
