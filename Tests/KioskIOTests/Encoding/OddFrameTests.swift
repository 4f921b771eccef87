import Foundation
import KioskCore
import KioskIO
import TestSupport
import Testing

@testable import StudioKit

/// JPEGs as cheap cameras, phones and their programs write them: odd, but with every pixel there.
struct OddFrameTests {
    /// A JPEG taken apart: its segments, each with its marker, and its picture's data.
    struct Parts {
        /// From the start to the last segment before the data.
        var segments: [[UInt8]] = []
        /// The data, without the end marker.
        var data: [UInt8]
        /// What stands behind it.
        var end: [UInt8] = [0xFF, 0xD9]

        init(_ bytes: [UInt8]) {
            var place = 2
            var isData = false
            while !isData {
                let length = 2 + Int(bytes[place + 2]) << 8 + Int(bytes[place + 3])
                isData = bytes[place + 1] == 0xDA
                segments.append(Array(bytes[place..<place + length]))
                place += length
            }
            data = Array(bytes[place..<bytes.count - 2])
        }

        var bytes: [UInt8] { [0xFF, 0xD8] + segments.flatMap(\.self) + data + end }

        /// A segment of that marker.
        static func segment(_ marker: UInt8, _ body: [UInt8]) -> [UInt8] {
            [0xFF, marker, UInt8((body.count + 2) >> 8), UInt8((body.count + 2) & 0xFF)] + body
        }

        /// Where the first segment of a marker stands.
        func index(_ marker: UInt8) -> Int { segments.firstIndex { $0[1] == marker } ?? 0 }

        /// Puts something before every restart marker.
        mutating func insertBeforeRestarts(_ bytes: [UInt8]) {
            var result: [UInt8] = []
            for (place, byte) in data.enumerated() {
                if byte == 0xFF, place + 1 < data.count, 0xD0...0xD7 ~= data[place + 1] {
                    result += bytes
                }
                result.append(byte)
            }
            data = result
        }
    }

    /// A harmless oddity.
    struct Oddity: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let change: @Sendable (inout Parts, inout Dice) -> Void

        init(
            _ name: String, _ change: @escaping @Sendable (inout Parts, inout Dice) -> Void
        ) {
            (testDescription, self.change) = (name, change)
        }

        static let all = header + data

        private static let header = [
            Oddity("no Huffman tables, as in AVI") { parts, _ in
                parts.segments.removeAll { $0[1] == 0xC4 || $0[1] == 0xE0 }
                parts.segments.insert(Parts.segment(0xE0, Array("AVI1\0\0\0\0\0".utf8)), at: 0)
            },
            Oddity("fill bytes before the segments") { parts, dice in
                for index in parts.segments.indices {
                    let count = Int.random(in: 0...5, using: &dice)
                    parts.segments[index].insert(
                        contentsOf: [UInt8](repeating: 0xFF, count: count), at: 0)
                }
            },
            Oddity("bytes between the segments") { parts, dice in
                let index = Int.random(in: 0..<parts.segments.count - 1, using: &dice)
                parts.segments[index] += (0..<7).map { _ in
                    UInt8.random(in: 0...0xFE, using: &dice)
                }
            },
            Oddity("JFIF 2") { parts, dice in
                parts.segments[parts.index(0xE0)][9] = UInt8.random(in: 2...9, using: &dice)
            },
            Oddity("an odd density") { parts, dice in
                for place in 11...15 {
                    parts.segments[parts.index(0xE0)][place] = UInt8(dice.next() & 0xFF)
                }
            },
            Oddity("no JFIF") { parts, _ in parts.segments.removeAll { $0[1] == 0xE0 } },
            Oddity("Adobe transform 3 or more") { parts, dice in
                let transform = UInt8.random(in: 3...255, using: &dice)
                let body = Array("Adobe".utf8) + [0, 100, 0, 0, 0, 0, transform]
                parts.segments.insert(Parts.segment(0xEE, body), at: 1)
            },
            Oddity("odd bytes in the scan's header") { parts, dice in
                let scan = parts.index(0xDA)
                for place in parts.segments[scan].count - 3..<parts.segments[scan].count {
                    parts.segments[scan][place] = UInt8(dice.next() & 0xFF)
                }
            },
            Oddity("segments of makers, with markers and pictures inside") { parts, dice in
                let marker = UInt8.random(in: 0xE3...0xED, using: &dice)
                let body = (0..<400).flatMap { _ in [0xFF, UInt8(dice.next() & 0xFF)] }
                parts.segments.insert(Parts.segment(marker, body + [0xFF, 0xD9]), at: 1)
            },
            Oddity("a remark") { parts, dice in
                let body = (0..<90).map { _ in UInt8(dice.next() & 0xFF) }
                parts.segments.insert(
                    Parts.segment(0xFE, body), at: parts.segments.count - 1)
            },
            Oddity("tables before the others, and twice") { parts, _ in
                let tables = parts.segments.filter { $0[1] == 0xC4 || $0[1] == 0xDB }
                parts.segments.insert(contentsOf: tables.reversed(), at: 1)
            },
            Oddity("all Huffman tables in one segment") { parts, _ in
                let bodies = parts.segments.filter { $0[1] == 0xC4 }.flatMap { $0.dropFirst(4) }
                let place = parts.index(0xC4)
                parts.segments.removeAll { $0[1] == 0xC4 }
                parts.segments.insert(Parts.segment(0xC4, bodies), at: place)
            },
            Oddity("a damaged Exif and a damaged profile") { parts, dice in
                let body = (0..<60).map { _ in UInt8(dice.next() & 0xFF) }
                parts.segments.insert(
                    Parts.segment(0xE1, Array("Exif\0\0".utf8) + body), at: 1)
                parts.segments.insert(
                    Parts.segment(0xE2, Array("ICC_PROFILE\0".utf8) + [1, 1] + body), at: 2)
            },
        ]

        private static let data = [
            Oddity("no end marker") { parts, _ in parts.end = [] },
            Oddity("half an end marker") { parts, _ in parts.end = [0xFF] },
            Oddity("zeros behind") { parts, dice in
                parts.end += [UInt8](
                    repeating: 0, count: Int.random(in: 1...5_000, using: &dice))
            },
            Oddity("anything behind") { parts, dice in
                parts.end += (0..<Int.random(in: 1...900, using: &dice)).map { _ in
                    UInt8(dice.next() & 0xFF)
                }
            },
            Oddity("padding before the end marker") { parts, dice in
                let byte: UInt8 = Bool.random(using: &dice) ? 0 : 0xFF
                parts.data += [UInt8](
                    repeating: byte, count: Int.random(in: 1...64, using: &dice))
            },
            Oddity("no end marker, and zeros") { parts, dice in
                parts.end = [UInt8](
                    repeating: 0, count: Int.random(in: 1...2_000, using: &dice))
            },
            Oddity("fill bytes before restart markers") { parts, dice in
                let count = Int.random(in: 1...3, using: &dice)
                parts.insertBeforeRestarts([UInt8](repeating: 0xFF, count: count))
            },
        ]
    }

    /// Frames without restart markers, with one in each row, and with many.
    private static let whole: [[UInt8]] = {
        let student = Student(seed: 4, index: 2)
        let studio = Studio(seed: 4, size: Size(width: 640, height: 360))
        let photo = studio.person(
            student.look, studio.goodPlace(student.look), Expression(), isPosed: true, frame: 0
        ).photo
        let codings = [
            DamagedFrameTests.Coding.all[0], DamagedFrameTests.Coding.all[1],
            DamagedFrameTests.Coding.all[5],
        ]
        return codings.map { (try? $0.jpeg(photo)) ?? [] }
    }()

    @Test("what is only odd is read, and has the pixels of its whole twin", arguments: Oddity.all)
    func odd(oddity: Oddity) throws {
        let codec = try JPEGCodec()
        var dice = Dice(77)
        for bytes in Self.whole {
            let twin = try codec.decode(bytes, name: "whole")
            let gray = try codec.decodeGray(bytes, name: "whole", reduction: .half)
            for copy in 0..<5 {
                var parts = Parts(bytes)
                #expect(parts.bytes == bytes)
                oddity.change(&parts, &dice)
                let photo = try codec.decode(parts.bytes, name: "\(oddity), copy \(copy)")
                #expect(photo == twin, "\(oddity), copy \(copy)")
                let file = try PictureFile.decode(parts.bytes, name: "file")
                #expect(file == twin, "a file: \(oddity), copy \(copy)")
                let half = try codec.decodeGray(parts.bytes, name: "half", reduction: .half)
                #expect(half == gray)
            }
        }
    }
}
