public import KioskCore

/// Pictures that no camera takes and encoders find hard: noise, stripes, checks, clouds, ramps.
public enum Textures {
    /// The texture of a seed.
    public static func picture(_ seed: UInt64, size: Size = PortraitRule.chsi.size) -> Photo {
        var dice = Dice(seed)
        let level = level(&dice)
        let tint = (0..<3).map { _ in Double.random(in: 0.6...1, using: &dice) }
        let noise = Double.random(in: 0...30, using: &dice)
        return Photo(size: size) { pixels in
            for index in 0..<size.width * size.height {
                let base = level(Double(index % size.width), Double(index / size.width))
                let grain = Double.random(in: -noise...noise, using: &dice)
                for channel in 0..<3 {
                    pixels[3 * index + channel] = UInt8(
                        clamping: Int(tint[channel] * base + grain))
                }
            }
        }
    }

    /// The brightness, 0 to 255, of one kind of texture at a place.
    private static func level(_ dice: inout Dice) -> (Double, Double) -> Double {
        let period = Double.random(in: 1.5...60, using: &dice)
        let slope = Double.random(in: -1...1, using: &dice)
        switch Int.random(in: 0..<4, using: &dice) {
        case 0: return { _, _ in 128 }
        case 1: return { x, y in ((x + slope * y) / period).rounded(.down).isOdd ? 230 : 40 }
        case 2:
            return { x, y in
                (x / period).rounded(.down).isOdd == (y / period).rounded(.down).isOdd ? 250 : 20
            }
        default: return { x, y in (x + slope * y).magnitude.truncatingRemainder(dividingBy: 256) }
        }
    }
}

extension Double {
    fileprivate var isOdd: Bool { Int(self) & 1 == 1 }
}
