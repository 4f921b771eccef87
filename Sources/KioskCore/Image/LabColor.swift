/// A colour by how people see it: CIE 1976 L*a*b* under D65 (ISO/CIE 11664-4). L* is 0 black to
/// 100 white; a* goes from green to red, b* from blue to yellow.
struct LabColor: Hashable, Sendable {
    var lightness: Double
    var a: Double
    var b: Double

    init(lightness: Double, a: Double, b: Double) {
        (self.lightness, self.a, self.b) = (lightness, a, b)
    }

    /// The colour of that much linear light, 0 to 1 a channel of sRGB (IEC 61966-2-1).
    init(red: Double, green: Double, blue: Double) {
        let x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505
        let y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
        let z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089
        let (fx, fy, fz) = (Self.response(x), Self.response(y), Self.response(z))
        self.init(lightness: 116 * fy - 16, a: 500 * (fx - fy), b: 200 * (fy - fz))
    }

    /// The colour of an sRGB code.
    init(_ color: PortraitRule.Backdrop) {
        self.init(
            red: Gamma.light(color.red), green: Gamma.light(color.green),
            blue: Gamma.light(color.blue))
    }

    /// How far another colour is: ΔE*ab of 1976, where 2.3 is just noticeable.
    func distance(to other: LabColor) -> Double {
        let (dl, da, db) = (lightness - other.lightness, a - other.a, b - other.b)
        return (dl * dl + da * da + db * db).squareRoot()
    }

    /// The same, whatever the lightness.
    func chroma(to other: LabColor) -> Double {
        let (da, db) = (a - other.a, b - other.b)
        return (da * da + db * db).squareRoot()
    }

    private static func response(_ level: Double) -> Double {
        level > 216.0 / 24_389 ? cubeRoot(level) : (24_389.0 / 27 * level + 16) / 116
    }

    /// By Newton's method from a start that is never far off for 0.008 … 1.1.
    private static func cubeRoot(_ value: Double) -> Double {
        var root = value > 0.1 ? 0.4 + 0.6 * value : 0.2 + 2.5 * value
        for _ in 0..<6 { root -= (root * root * root - value) / (3 * root * root) }
        return root
    }
}

extension Gamma {
    /// The linear light of a code 0…255.
    static func light(_ code: Int) -> Double { Double(linear[min(max(code, 0), 255)]) }
}
