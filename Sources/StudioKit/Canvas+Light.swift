import KioskCore

/// Changes of the light on a finished drawing, in linear light.
extension Canvas {
    /// The whole picture under other light: each channel times its gain, and a share of white.
    mutating func relight(_ gains: LinearLight, veil: Double = 0) {
        let tables = [gains.red, gains.green, gains.blue].map { gain in
            Gamma.light.map { light in
                Gamma.nearestCode(light * gain * (1 - veil) + veil)
            }
        }
        pixels.withUnsafeMutableBufferPointer { pixels in
            for (channel, table) in tables.enumerated() {
                for index in stride(from: channel, to: pixels.count, by: 3) {
                    pixels[index] = table[Int(pixels[index])]
                }
            }
        }
    }

    /// The light times what the closure gives for a pixel, in rows and columns that it names.
    mutating func shade(_ gain: (_ x: Int, _ y: Int) -> Double) {
        let (light, codes) = (Gamma.light, Gamma.codes)
        let (size, steps) = (size, Double(Gamma.steps))
        pixels.withUnsafeMutableBufferPointer { pixels in
            for y in 0..<size.height {
                for x in 0..<size.width {
                    let factor = gain(x, y)
                    guard factor != 1 else { continue }
                    let first = (y * size.width + x) * 3
                    for index in first..<first + 3 {
                        let level = min(light[Int(pixels[index])] * factor, 1)
                        pixels[index] = codes[Int(level * steps + 0.5)]
                    }
                }
            }
        }
    }
}
