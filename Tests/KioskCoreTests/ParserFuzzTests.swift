import FoundationEssentials
import TestSupport
import Testing

@testable import KioskCore

/// Every parser of the core meets damaged and random bytes; none may trap, and what it says of
/// them must hold.
struct ParserFuzzTests {
    private static let rounds = 20_000

    private static func each(_ seeds: [[UInt8]], _ body: ([UInt8]) -> Void) {
        var dice = Dice(99)
        for round in 0..<rounds {
            if round % 4 == 0 {
                let length = Int.random(in: 0...200, using: &dice)
                body((0..<length).map { _ in UInt8.random(in: 0...255, using: &dice) })
            } else {
                body(dice.damaged(seeds[round % seeds.count]))
            }
        }
    }

    @Test("JPEG headers")
    func jpegHeaders() {
        let whole =
            [0xFF, 0xD8] + JPEGHeaderTests.jfif
            + JPEGHeaderTests.exif(orientation: 6, isLittle: true) + JPEGHeaderTests.frame
            + JPEGHeaderTests.scan
        Self.each([whole]) { bytes in
            let header = JPEGHeader(parsing: bytes)
            #expect((1...8).contains(header?.orientation ?? 1))
            let tagged = JPEG(bytes: bytes, quality: 1, subsampling: .half).tagged(dpi: 300)
            #expect(tagged.bytes.count == bytes.count)
        }
    }

    @Test("Motion-JPEG streams")
    func motionJPEG() {
        let one =
            [0xFF, 0xD8] + JPEGHeaderTests.jfif + JPEGHeaderTests.frame + JPEGHeaderTests.scan
        Self.each([one, one + one]) { bytes in
            let frames = bytes.withUnsafeBytes { MotionJPEG.frames(in: $0, isEnd: true) }
            for (frame, next) in zip(frames, frames.dropFirst()) {
                #expect(frame.upperBound <= next.lowerBound)
            }
            #expect(frames.allSatisfy { $0.lowerBound >= 0 && $0.upperBound <= bytes.count })
        }
    }

    @Test("codes")
    func codes() {
        let json = Array(#"{"sjc":"1","xm":"张*三","zjhm":"002X"}"#.utf8)
        let base64 = Array(Data(json).base64EncodedString().utf8)
        let url = Array("https://e.org/q?xm=%E5%BC%A0*&zjhm=1234".utf8)
        Self.each([json, base64, url]) { bytes in
            #expect(CaptureCode(bytes: bytes, reader: "zbar").bytes == bytes)
        }
    }

    @Test("checksum lists: a changed list is never taken for the one that was written")
    func checksumLists() {
        let sums = (0..<4 as Range<UInt8>).map { "\(Sample.sum([$0]))  PHOTOS/\($0).jpg\n" }
            .joined()
        let whole = ChecksumList(parsing: Array(sums.utf8))
        #expect(whole.badLines.isEmpty && whole.sums.count == 4)
        Self.each([Array(sums.utf8)]) { bytes in
            let list = ChecksumList(parsing: bytes)
            #expect(list != whole || bytes == Array(sums.utf8))
        }
    }

    @Test("session names, ID numbers, masks, sizes and keys")
    func texts() {
        let seeds = ["2026-11-23", "11010519491231002X", "张*三", "1280x720", "r\n12x"].map {
            Array($0.utf8)
        }
        Self.each(seeds) { bytes in
            let text = String(decoding: bytes, as: UTF8.self)
            if let name = try? SessionName(text) { #expect(!name.description.contains("/")) }
            if let number = IDNumber(text) {
                #expect(number.masked.count == number.text.count)
                #expect(IDNumber(number.text) == number)
            }
            _ = Mask.matches(text, Mask.name(text))
            if let size = Size(parsing: text) { #expect(size.width > 0 && size.height > 0) }
            #expect(KeyReading.keys(of: text, .keys).count <= text.count)
        }
    }

    @Test("configuration entries")
    func configuration() {
        var dice = Dice(5)
        let paths =
            ConfigKey.all.map(\.path) + [
                "rule", "rule[0]", "rule[0].name", "rule[0].bytes", "rule[0].bytes[0]", "rule[",
                "rule[x].a", "a.b",
            ]
        let values: [ConfigValue] = [
            .text(""), .text("chsi"), .whole(0), .whole(.max), .number(.nan), .number(-1e300),
            .flag(true), .table, .array, .other,
        ]
        for _ in 0..<Self.rounds {
            let entries = (0..<3).map { line in
                ConfigEntry(
                    path: paths.randomElement(using: &dice) ?? "",
                    value: values.randomElement(using: &dice) ?? .other,
                    line: line, column: 1)
            }
            do {
                _ = try KioskConfig(entries: entries, file: "kiosk.conf")
            } catch {
                #expect(error.exitStatus == 78)
            }
        }
    }
}
