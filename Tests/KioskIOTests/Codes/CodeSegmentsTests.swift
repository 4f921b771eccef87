import CQREncode
import KioskCore
import TestSupport
import Testing

@testable import KioskIO
@testable import StudioKit

/// Both readers give the same bytes: a code that one reads in one frame and the other in the next is one student's.
struct CodeSegmentsTests {
    private enum Segment: Sendable {
        case bytes([UInt8])
        case digits(String)
        case letters(String)
        /// Two bytes a character, of Shift-JIS.
        case kanji([UInt8])
        case encoding(UInt32)
    }

    private static func matrix(_ segments: [Segment]) throws -> QRMatrix {
        let input = try #require(QRinput_new2(0, QR_ECLEVEL_M))
        defer { QRinput_free(input) }
        for segment in segments {
            let status =
                switch segment {
                case .bytes(let bytes): QRinput_append(input, QR_MODE_8, Int32(bytes.count), bytes)
                case .digits(let text): append(input, QR_MODE_NUM, Array(text.utf8))
                case .letters(let text): append(input, QR_MODE_AN, Array(text.utf8))
                case .kanji(let bytes): append(input, QR_MODE_KANJI, bytes)
                case .encoding(let number): QRinput_appendECIheader(input, number)
                }
            try #require(status == 0)
        }
        let code = try #require(QRcode_encodeInput(input))
        defer { QRcode_free(code) }
        return QRMatrix(code)
    }

    private static func append(
        _ input: OpaquePointer, _ mode: QRencodeMode, _ bytes: [UInt8]
    ) -> Int32 {
        QRinput_append(input, mode, Int32(bytes.count), bytes)
    }

    private static let name = Array("张小三".utf8)

    @Test(
        "each reader gives the bytes as they are coded, whatever the segments say of their encoding",
        arguments: [
            ([.bytes(name)], name),
            ([.bytes([0xEF, 0xBB, 0xBF] + name)], [0xEF, 0xBB, 0xBF] + name),
            ([.encoding(26), .bytes(name)], name),
            ([.encoding(29), .bytes([0xD5, 0xC5, 0xC8, 0xFD])], [0xD5, 0xC5, 0xC8, 0xFD]),
            (
                [.digits("0123456789"), .letters("AB-C"), .bytes(name)],
                Array("0123456789AB-C".utf8) + name
            ),
            ([.kanji([0x93, 0x5F, 0x8A, 0xBF])], [0x93, 0x5F, 0x8A, 0xBF]),
            ([.bytes([0xFF, 0x00, 0x80, 0x0A])], [0xFF, 0x00, 0x80, 0x0A]),
        ] as [([Segment], [UInt8])])
    private func same(segments: [Segment], bytes: [UInt8]) throws {
        let picture = CodeReaderTests.picture(try Self.matrix(segments), module: 6)
        let zbar = try ZBarReader(lineStep: 1)
        picture.pixels.withUnsafeBufferPointer { luma in
            let zbars = zbar.find(luma, picture.size).compactMap(\.code)
            let zxings = ZXingReader.find(luma, picture.size, isByRow: false).compactMap(\.code)
            #expect(zbars.map(\.bytes) == [bytes], "zbar")
            #expect(zxings.map(\.bytes) == [bytes], "ZXing")
        }
    }

    static func shiftJISCode() throws -> QRMatrix {
        try matrix([.encoding(20), .bytes([0x93, 0x5F, 0x8A, 0xBF])])
    }

    @Test(
        "bytes that the code calls Shift-JIS are changed by zbar, and so they are not read at all")
    func shiftJIS() throws {
        let picture = CodeReaderTests.picture(try Self.shiftJISCode(), module: 6)
        let reading = try CodeReader().read(picture)
        #expect(reading.codes.isEmpty)
        #expect(reading.isContradicted)
    }
}
