import CQREncode
import KioskIO
import TestSupport
import Testing

@testable import KioskCore
@testable import StudioKit

struct CodeReaderTests {
    /// A code as it stands on a screen, `module` pixels a module, in its quiet zone.
    static func picture(_ matrix: QRMatrix, module: Int) -> GrayImage {
        let side = (matrix.side + 8) * module
        return GrayImage(size: Size(width: side, height: side)) { pixels in
            for y in 0..<side {
                for x in 0..<side {
                    let isDark = matrix.isDark(x / module - 4, y / module - 4)
                    pixels[y * side + x] = isDark ? 20 : 240
                }
            }
        }
    }

    @Test("every byte comes back as it is, at every level of correction", arguments: 0...3)
    func bytes(level: Int) throws {
        var dice = Dice(UInt64(level))
        let reader = try CodeReader()
        for length in stride(from: 100, through: 600, by: 50) {
            let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &dice) }
            let matrix = try #require(QRMatrix(bytes, level: QRecLevel(rawValue: UInt32(level))))
            let codes = reader.read(Self.picture(matrix, module: 4)).codes
            #expect(codes.map(\.bytes) == [bytes], "\(length) bytes, \(matrix.side) modules")
        }
    }

    @Test("Chinese names in both encodings are not changed")
    func names() throws {
        let reader = try CodeReader()
        let utf8 = Array("张小三 𠮷田".utf8)
        let gb18030: [UInt8] = [0xD5, 0xC5, 0xD0, 0xA1, 0xC8, 0xFD]
        for bytes in [utf8, gb18030] {
            let matrix = try #require(QRMatrix(bytes, level: QR_ECLEVEL_M))
            #expect(reader.read(Self.picture(matrix, module: 5)).codes.first?.bytes == bytes)
        }
    }

    @Test(
        "light on dark, small and large codes are read from saved pictures", arguments: [2, 3, 14])
    func thoroughly(module: Int) throws {
        let bytes = Array("https://example.org/?q=1234567890".utf8)
        let matrix = try #require(QRMatrix(bytes, level: QR_ECLEVEL_M))
        let gray = Self.picture(matrix, module: module)
        let reader = try CodeReader()
        for image in [gray, gray.inverted()] {
            #expect(reader.readThoroughly(image).codes.map(\.bytes) == [bytes])
        }
    }

    @Test(
        "a code that is seen from beside or from below, a third as wide or high as it is, is read",
        arguments: [true, false])
    func foreshortened(fromBeside: Bool) throws {
        let bytes = Array("https://example.org/?q=1234567890".utf8)
        let whole = Self.picture(try #require(QRMatrix(bytes, level: QR_ECLEVEL_M)), module: 9)
        let size = Size(
            width: fromBeside ? whole.width * 4 / 9 : whole.width,
            height: fromBeside ? whole.height : whole.height * 4 / 9)
        let reading = try CodeReader().readThoroughly(whole.resampled(to: size))
        #expect(reading.codes.map(\.bytes) == [bytes])
    }

    @Test("a dim code of dark mode is read", arguments: 0..<4)
    func dim(level: Int) throws {
        let bytes = Array("https://example.org/?q=1234567890".utf8)
        let matrix = try #require(QRMatrix(bytes, level: QRecLevel(rawValue: UInt32(level))))
        let plain = Self.picture(matrix, module: 5)
        let dim = GrayImage(
            size: plain.size, pixels: plain.pixels.map { 40 + (255 - $0) / 8 })
        #expect(try CodeReader().readThoroughly(dim).codes.map(\.bytes) == [bytes])
    }

    @Test("two codes in one picture are both read, the same one twice is one")
    func several() throws {
        let first = try #require(QRMatrix(Array("one".utf8), level: QR_ECLEVEL_M))
        let second = try #require(QRMatrix(Array("two".utf8), level: QR_ECLEVEL_M))
        let reader = try CodeReader()
        let different = Self.beside(Self.picture(first, module: 5), Self.picture(second, module: 5))
        #expect(Set(reader.read(different).codes.map(\.bytes)).count == 2)
        let same = Self.beside(Self.picture(first, module: 5), Self.picture(first, module: 5))
        #expect(reader.read(same).codes.count == 1)
    }

    @Test(
        "a text in two codes is read where both are in the picture; one of them alone is told as a part"
    )
    func split() throws {
        let text = (0..<150).map { UInt8(ascii: "a") + UInt8($0 % 26) }
        let matrices = try #require(QRMatrix.split(text, level: QR_ECLEVEL_M, version: 5))
        try #require(matrices.count == 2)
        let pictures = matrices.map { Self.picture($0, module: 5) }
        let reader = try CodeReader()
        #expect(reader.read(Self.beside(pictures[0], pictures[1])).codes.map(\.bytes) == [text])
        for picture in pictures {
            let reading = reader.read(picture)
            #expect(reading.codes.isEmpty)
            #expect(reading.isPart)
        }
    }

    @Test("of fifty cards as phones save them nearly all are read, and none wrongly")
    func screenshots() throws {
        let unread = try Self.unread(50) { CodePictures.screenshot(seed: 3, index: $0) }
        #expect(unread.filter { $0.module >= 1.6 }.count <= 2)
    }

    @Test("of thirty phones in front of a camera most are read, and none wrongly")
    func photographs() throws {
        let unread = try Self.unread(30) { CodePictures.photograph(seed: 3, index: $0) }
        #expect(unread.count <= 8)
    }

    private static func unread(_ count: Int, _ sample: (Int) -> CodePictures.Sample) throws
        -> [CodePictures.Sample]
    {
        let reader = try CodeReader()
        return (0..<count).map(sample).filter { sample in
            let codes = reader.readThoroughly(sample.picture).codes
            #expect(codes.allSatisfy { $0.bytes == sample.bytes })
            return codes.isEmpty
        }
    }

    @Test("nothing is read where there is no code")
    func nothing() throws {
        let reader = try CodeReader()
        var dice = Dice(8)
        let noise = GrayImage(size: Size(width: 320, height: 240)) { pixels in
            for index in pixels.indices { pixels[index] = UInt8.random(in: 0...255, using: &dice) }
        }
        #expect(reader.read(noise).codes.isEmpty)
        #expect(reader.read(GrayImage(size: Size(width: 1, height: 1), pixels: [0])).codes.isEmpty)
        #expect(reader.read(GrayImage(size: Size(width: 0, height: 0), pixels: [])).codes.isEmpty)
    }

    private static func beside(_ left: GrayImage, _ right: GrayImage) -> GrayImage {
        GrayImage(size: Size(width: left.width + right.width, height: left.height)) { pixels in
            for y in 0..<left.height {
                for x in 0..<left.width {
                    pixels[y * (left.width + right.width) + x] = left.pixels[y * left.width + x]
                }
                for x in 0..<right.width {
                    pixels[y * (left.width + right.width) + left.width + x] =
                        right.pixels[y * right.width + x]
                }
            }
        }
    }
}
