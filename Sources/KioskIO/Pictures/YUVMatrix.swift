import CPixels
import KioskCore

extension cpixels_matrix {
    /// The coefficients × 65,536 that make R, G, B of Y, Cb, Cr.
    ///
    /// Kr and Kb are 0.299 and 0.114 (ITU-R BT.601-7, 2.5.1), or 0.2126 and 0.0722 (BT.709-6, 3.2);
    /// limited range stretches luma by 255/219 and chroma by 255/224. Sixteen bits leave an error
    /// of under 0.006 of a level.
    init(_ encoding: YUVEncoding) {
        let (kr, kb) = encoding.matrix == .bt601 ? (0.299, 0.114) : (0.2126, 0.0722)
        let kg = 1 - kr - kb
        let chroma = encoding.fullRange ? 1 : 255.0 / 224
        func fixed(_ value: Double) -> Int32 { Int32((value * 65_536).rounded()) }
        self.init(
            black: encoding.fullRange ? 0 : 16,
            luma: fixed(encoding.fullRange ? 1 : 255.0 / 219),
            red_cr: fixed(2 * (1 - kr) * chroma),
            green_cb: fixed(2 * (1 - kb) * kb / kg * chroma),
            green_cr: fixed(2 * (1 - kr) * kr / kg * chroma),
            blue_cb: fixed(2 * (1 - kb) * chroma))
    }
}
