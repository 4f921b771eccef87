import KioskCore

/// Conversion of packed 4:2:2 (Y0 Cb Y1 Cr, two pixels in four bytes).
enum YUYV {
    /// The luma, brought to 0…255 where the camera's range is 16…235.
    static func gray(_ bytes: UnsafeBufferPointer<UInt8>, _ layout: FrameLayout) -> GrayImage {
        let (offset, gain) = lumaScale(layout.encoding)
        return GrayImage(size: layout.size) { luma in
            for y in 0..<layout.size.height {
                let row = y * layout.stride
                for x in 0..<layout.size.width {
                    luma[y * layout.size.width + x] =
                        clamp(((Int32(bytes[row + 2 * x]) - offset) * gain + 32_768) >> 16)
                }
            }
        }
    }

    /// The colours, by the frame's own matrix and range (ITU-R BT.601 and BT.709), in 16-bit fixed
    /// point rounded to the nearest level.
    static func photo(_ bytes: UnsafeBufferPointer<UInt8>, _ layout: FrameLayout) -> Photo {
        let matrix = Matrix(layout.encoding)
        return Photo(size: layout.size) { rgb in
            for y in 0..<layout.size.height {
                let row = y * layout.stride
                for x in 0..<layout.size.width {
                    let pair = row + 4 * (x / 2)
                    let target = 3 * (y * layout.size.width + x)
                    // An odd width's last pixel has no second luma and maybe no Cr of its own.
                    let cr = pair + 3 < bytes.count ? bytes[pair + 3] : 128
                    matrix.convert(
                        luma: bytes[row + 2 * x], cb: bytes[pair + 1], cr: cr, into: rgb, target)
                }
            }
        }
    }

    private static func lumaScale(_ encoding: YUVEncoding) -> (offset: Int32, gain: Int32) {
        encoding.fullRange ? (0, 65_536) : (16, 76_309)
    }

    private static func clamp(_ value: Int32) -> UInt8 { UInt8(min(max(value, 0), 255)) }

    private struct Matrix {
        let offset: Int32
        let luma: Int32
        let redCr: Int32
        let greenCb: Int32
        let greenCr: Int32
        let blueCb: Int32

        /// Coefficients × 65,536. Kr and Kb are 0.299 and 0.114 for BT.601, 0.2126 and 0.0722 for
        /// BT.709; limited range stretches luma by 255/219 and chroma by 255/224.
        init(_ encoding: YUVEncoding) {
            let (kr, kb) = encoding.matrix == .bt601 ? (0.299, 0.114) : (0.2126, 0.0722)
            let kg = 1 - kr - kb
            let chroma = encoding.fullRange ? 1 : 255.0 / 224
            func fixed(_ value: Double) -> Int32 { Int32((value * 65_536).rounded()) }
            (offset, luma) = YUYV.lumaScale(encoding)
            redCr = fixed(2 * (1 - kr) * chroma)
            blueCb = fixed(2 * (1 - kb) * chroma)
            greenCb = fixed(2 * (1 - kb) * kb / kg * chroma)
            greenCr = fixed(2 * (1 - kr) * kr / kg * chroma)
        }

        func convert(
            luma level: UInt8, cb: UInt8, cr: UInt8, into rgb: UnsafeMutableBufferPointer<UInt8>,
            _ target: Int
        ) {
            let y = (Int32(level) - offset) * luma + 32_768
            let (b, r) = (Int32(cb) - 128, Int32(cr) - 128)
            rgb[target] = YUYV.clamp((y + redCr * r) >> 16)
            rgb[target + 1] = YUYV.clamp((y - greenCb * b - greenCr * r) >> 16)
            rgb[target + 2] = YUYV.clamp((y + blueCb * b) >> 16)
        }
    }
}
