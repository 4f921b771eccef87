/// sRGB codes and linear light, by table (IEC 61966-2-1).
enum Gamma {
    /// Steps of linear light in `encoded`: fine enough that the darkest code is a step of its own.
    static let steps = 16_384

    /// Linear light 0…1 of the codes 0…255.
    static let linear: [Float] = (0...255).map { code in
        let level = Double(code) / 255
        return Float(level <= 0.04045 ? level / 12.92 : power12Fifths((level + 0.055) / 1.055))
    }

    /// The nearest code of the light 0, 1/steps … 1.
    static let encoded: [UInt8] = {
        let edges = (0..<255).map { (linear[$0] + linear[$0 + 1]) / 2 }
        var code = 0
        return (0...steps).map { step in
            while code < 255, Float(step) / Float(steps) > edges[code] { code += 1 }
            return UInt8(code)
        }
    }()

    /// base^(12/5) for 0 < base ≤ 1: the fifth root by Newton's method, since the table must be the
    /// same on every machine and libm's pow is not.
    private static func power12Fifths(_ base: Double) -> Double {
        var root = 1.0
        for _ in 0..<60 {
            root -= (root * root * root * root * root - base) / (5 * root * root * root * root)
        }
        let square = root * root
        return square * square * square * square * square * square
    }
}
