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
}
