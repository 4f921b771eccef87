import KioskCore
import KioskIO
import Testing

struct YUYVTests {
    private static func frame(_ bytes: [UInt8], _ size: Size, stride: Int, _ encoding: YUVEncoding)
        -> CapturedFrame
    {
        CapturedFrame(
            bytes: bytes,
            layout: FrameLayout(format: .yuyv, size: size, stride: stride, encoding: encoding),
            sequence: 0, time: FrameTime(nanoseconds: 0))
    }

    /// R, G, B by the formulas of ITU-R BT.601 and BT.709 in floating point.
    private static func reference(_ y: Int, _ cb: Int, _ cr: Int, _ encoding: YUVEncoding) -> [Int]
    {
        let (kr, kb) = encoding.matrix == .bt601 ? (0.299, 0.114) : (0.2126, 0.0722)
        let luma = encoding.fullRange ? Double(y) : (Double(y) - 16) * 255 / 219
        let scale = encoding.fullRange ? 1.0 : 255 / 224
        let (b, r) = ((Double(cb) - 128) * scale, (Double(cr) - 128) * scale)
        let red = luma + 2 * (1 - kr) * r
        let blue = luma + 2 * (1 - kb) * b
        let green = (luma - kr * red - kb * blue) / (1 - kr - kb)
        return [red, green, blue].map { Int(min(max($0, 0), 255).rounded()) }
    }

    @Test(
        "colours are those of the standard, to one level",
        arguments: [YUVEncoding.Matrix.bt601, .bt709], [true, false])
    func colours(matrix: YUVEncoding.Matrix, isFull: Bool) throws {
        let encoding = YUVEncoding(matrix: matrix, fullRange: isFull)
        let codec = try JPEGCodec()
        for y in stride(from: 0, through: 255, by: 15) {
            for cb in stride(from: 0, through: 255, by: 17) {
                for cr in stride(from: 0, through: 255, by: 17) {
                    let bytes = [UInt8(y), UInt8(cb), UInt8(y), UInt8(cr)]
                    let photo = try FrameDecoder.photo(
                        of: Self.frame(bytes, Size(width: 2, height: 1), stride: 4, encoding),
                        codec: codec)
                    let expected = Self.reference(y, cb, cr, encoding)
                    for channel in 0..<3 {
                        #expect(abs(Int(photo.pixels[channel]) - expected[channel]) <= 1)
                    }
                }
            }
        }
    }

    @Test("rows end where the stride says")
    func strides() throws {
        let bytes: [UInt8] = [10, 128, 20, 128, 99, 99, 30, 128, 40, 128, 99, 99]
        let frame = Self.frame(bytes, Size(width: 2, height: 2), stride: 6, .jfif)
        #expect(try FrameDecoder.gray(of: frame, codec: JPEGCodec()).pixels == [10, 20, 30, 40])
    }

    @Test("a frame that is too short for its layout is refused")
    func short() throws {
        let frame = Self.frame([1, 2, 3, 4, 5], Size(width: 2, height: 2), stride: 4, .camera)
        let error = #expect(throws: KioskError.self) {
            try FrameDecoder.photo(of: frame, codec: JPEGCodec())
        }
        #expect(error?.code == .pictureTruncated)
    }
}
