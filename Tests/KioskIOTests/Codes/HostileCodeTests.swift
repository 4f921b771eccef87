import CQREncode
import Foundation
import KioskIO
import TestSupport
import Testing

@testable import KioskCore
@testable import StudioKit

/// Codes and pictures of somebody who means harm, given to the built program.
struct HostileCodeTests {
    private let folder: TestFolder

    init() throws { folder = try TestFolder() }

    private static func base64(_ bytes: [UInt8]) -> [UInt8] {
        Array(Data(bytes).base64EncodedString().utf8)
    }

    private static let codes: [(name: String, bytes: [UInt8])] = [
        ("the longest", (0..<2_953).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ 11) }),
        ("every control character", Array(0..<32) + [0x7F] + Array(0x80..<0xA0)),
        ("C1 as UTF-8", Array("\u{9B}31mred\u{9D}0;title\u{07}\u{85}".utf8)),
        ("escapes", Array("\u{1B}]0;owned\u{07}\u{1B}[2J\u{1B}[31m\r\nrm -rf\u{08}\u{08}".utf8)),
        ("directions", Array("\u{202E}gpj.exe\u{2066}a\u{2069}\u{200F}\u{FEFF}\u{200B}".utf8)),
        ("lines of their own", Array("a\u{2028}b\u{2029}c\u{0B}d\u{0C}e".utf8)),
        ("deep JSON", Array(repeating: UInt8(ascii: "["), count: 2_900)),
        (
            "deep JSON with a name",
            base64(
                Array(#"{"xm":"#.utf8) + Array(repeating: UInt8(ascii: "["), count: 1_000)
                    + Array(repeating: UInt8(ascii: "]"), count: 1_000) + Array("}".utf8))
        ),
        ("a long name", base64(Array(#"{"xm":"\#(String(repeating: "张", count: 600))"}"#.utf8))),
        (
            "a name with everything",
            base64(Array(#"{"xm":"\u001b[2J\u202e=cmd|\u0000/../../x\ud800","zjhm":1e999}"#.utf8))
        ),
        (
            "many keys",
            base64(
                Array(("{" + (0..<200).map { #""k\#($0)":1"# }.joined(separator: ",") + "}").utf8))
        ),
        ("invalid Base64", Array("eyJ4bSI6=IuW8oCoi!!fQ===".utf8)),
        ("a formula", Array(#"=HYPERLINK("http://a","b")"#.utf8)),
        ("a broken address", Array("https://a?xm=%ZZ%1B%5B2J&zjhm=%".utf8)),
    ]

    @Test(
        "whatever stands in a code comes back byte by byte, and no byte of it reaches the terminal as a command"
    )
    func contents() throws {
        for (index, code) in Self.codes.enumerated() {
            let matrix = try #require(QRMatrix(code.bytes, level: QR_ECLEVEL_L))
            let picture = CodeReaderTests.picture(matrix, module: 4)
            try folder.write(PNG.encode(picture.photo), to: "\(index).png")
            let shown = try Program.kiosk("scan", "\(index).png", in: folder)
            let json = try Program.kiosk("scan", "--json", "\(index).png", in: folder)
            #expect(shown.status == 0 && json.status == 0, "\(code.name): \(shown.errors)")
            for text in [shown.output + shown.errors, json.output] {
                #expect(!text.unicodeScalars.contains(where: Self.isCommand), "\(code.name)")
            }
            #expect(shown.output.split(separator: "\n").count == 1, "\(code.name): one line")
            let base64 = Data(code.bytes).base64EncodedString()
            #expect(
                json.output.contains("\"\(base64.replacing("/", with: "\\/"))\"")
                    || json.output.contains("\"\(base64)\""), "\(code.name)")
        }
    }

    @Test("one part of a code that is split, and a code that is read in two ways, are told as such")
    func split() throws {
        let text = (0..<150).map { UInt8(ascii: "a") + UInt8($0 % 26) }
        let parts = try #require(QRMatrix.split(text, level: QR_ECLEVEL_M, version: 5))
        let picture = CodeReaderTests.picture(parts[0], module: 5)
        try folder.write(PNG.encode(picture.photo), to: "part.png")
        // zbar brings what is called Shift-JIS to another encoding.
        let doubtful = CodeReaderTests.picture(try CodeSegmentsTests.shiftJISCode(), module: 6)
        try folder.write(PNG.encode(doubtful.photo), to: "doubtful.png")
        for (name, code) in [("part.png", "code.part"), ("doubtful.png", "code.doubtful")] {
            let run = try Program.kiosk("scan", name, in: folder)
            #expect(run.status == 65 && run.errors.contains(code), "\(run.errors)")
            let json = try Program.kiosk("scan", "--json", name, in: folder)
            #expect(json.status == 65 && json.output.contains(#""codes":[]"#))
        }
    }

    /// What a terminal obeys, or shows elsewhere than where it stands.
    private static func isCommand(_ scalar: UnicodeScalar) -> Bool {
        switch scalar.value {
        case 0x0A: false
        case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069, 0x200B...0x200F, 0xFEFF: true
        default: false
        }
    }

    @Test("a picture of 30,000 × 30,000 in a few bytes is refused, in little memory")
    func bombs() throws {
        try folder.write(Self.png(side: 30_000), to: "bomb.png")
        // A baseline JPEG's start that says 65,500 × 65,500.
        let jpeg: [UInt8] =
            [0xFF, 0xD8, 0xFF, 0xC0, 0, 11, 8, 0xFF, 0xDC, 0xFF, 0xDC, 1, 1, 0x11, 0]
            + [0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 0, 0xFF, 0xD9]
        try folder.write(jpeg, to: "bomb.jpg")
        for name in ["bomb.png", "bomb.jpg"] {
            let run = try MeasuredRun.kiosk(["scan", name], in: folder)
            #expect(run.status == 65, "\(name): \(run.said)")
            #expect(run.said.contains("picture."), "\(name): \(run.said)")
            // Address space that a sanitizer keeps is no memory of the program's.
            #if !KIOSK_SANITIZED
                #expect(run.peak < 200 << 20, "\(name): \(run.peak >> 20) MB")
            #endif
        }
    }

    private static func png(side: UInt32) -> [UInt8] {
        func big(_ value: UInt32) -> [UInt8] {
            (0..<4).map { UInt8(truncatingIfNeeded: value >> (24 - 8 * $0)) }
        }
        func chunk(_ kind: String, _ data: [UInt8]) -> [UInt8] {
            let body = Array(kind.utf8) + data
            return big(UInt32(data.count)) + body + big(crc(body))
        }
        // A deflated block of zeros (RFC 1950, 1951), and no more.
        let zeros: [UInt8] = [0x78, 0x9C, 0x01, 0x04, 0x00, 0xFB, 0xFF, 0, 0, 0, 0, 0, 4, 0, 1]
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
            + chunk("IHDR", big(side) + big(side) + [1, 0, 0, 0, 0]) + chunk("IDAT", zeros)
            + chunk("IEND", [])
    }

    /// CRC-32 as PNG has it (ISO/IEC 15948, annex D).
    private static func crc(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~0) { sum, byte in
            (0..<8).reduce(sum ^ UInt32(byte)) { value, _ in
                value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1
            }
        }
    }
}
