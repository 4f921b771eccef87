import CQREncode

@testable import KioskCore
@testable import KioskIO
@testable import StudioKit

extension FuzzTarget {
    /// A camera's frame. The first bytes say what it is: format, columns, rows, stride and mount.
    static let frame = FuzzTarget(name: "frame", longest: 8_192) {
        frameFormats.indices.map { [UInt8($0), 8, 6, 0, 0] + [UInt8](repeating: 100, count: 240) }
            + [try [0, 40, 24, 0, 0] + drawing(40, 24).bytes]
    } read: { bytes throws(KioskError) in
        guard bytes.count > 5 else { return }
        let captured = CapturedFrame(
            bytes: Array(bytes.dropFirst(5)), layout: layout(bytes), sequence: 0,
            time: FrameTime(seconds: 0))
        let codec = try JPEGCodec()
        let gray = try FrameDecoder.gray(of: captured, codec: codec)
        hold(gray.size == captured.layout.uprightSize, "a picture is as large as it was said to be")
        let reduced = try FrameDecoder.reducedPhoto(of: captured, toLongSide: 9, codec: codec)
        hold(reduced.photo.width * reduced.factor <= gray.width, "a reduced picture is smaller")
        let photo = try FrameDecoder.photo(of: captured, codec: codec)
        hold(photo.size == gray.size, "colours are as large as luma")
    }

    private static let frameFormats = FourCC.decodable + FourCC.convertible

    private static func layout(_ head: [UInt8]) -> FrameLayout {
        let size = Size(width: Int(head[1]), height: Int(head[2]))
        let mounts = CameraMount.allCases
        return FrameLayout(
            format: frameFormats[Int(head[0]) % frameFormats.count], size: size,
            stride: size.width * 2 + Int(Int8(bitPattern: head[3])), encoding: .camera,
            mount: mounts[Int(head[4]) % mounts.count])
    }

    /// A small picture in which a code may be: its first two bytes are columns, the others luma.
    static let code = FuzzTarget(name: "code", longest: 16_384) {
        try codePictures()
    } read: { bytes throws(KioskError) in
        guard bytes.count > 2 else { return }
        let width = max(1, Int(bytes[0]))
        let height = min(200, (bytes.count - 2) / width)
        let luma = Array(bytes[2..<2 + width * height])
        let image = GrayImage(size: Size(width: width, height: height), pixels: luma)
        let reader = try CodeReader()
        for code in reader.read(image).codes { _ = (code.fields, CodeText.decode(code.bytes)) }
        for mark in FinderPatterns.find(in: image) { hold(mark.module > 0, "a mark has a size") }
        _ = BrightRectangles.find(in: image)
    }

    /// Codes of two students in modules of two pixels, and a blank wall.
    private static func codePictures() throws -> [[UInt8]] {
        let drawn = (0..<2).compactMap { index in
            QRMatrix(Student(seed: 3, index: index).code, level: QR_ECLEVEL_L).map(picture)
        }
        return drawn + [[32, 0] + [UInt8](repeating: 200, count: 32 * 20)]
    }

    private static func picture(of code: QRMatrix) -> [UInt8] {
        let side = 2 * (code.side + 8)
        return [UInt8(side), 0]
            + (0..<side * side).map { place in
                code.isDark(place % side / 2 - 4, place / side / 2 - 4) ? 20 : 235
            }
    }
}
