/// A colour by how people see it: CIELAB under D65 (CIE 15). Distances in it are ΔE*ab of 1976, where
/// 2.3 is just noticeable.
public struct LabColor: Hashable, Sendable {
    /// L*, 0 black to 100 white.
    public var lightness: Double
    /// a*, green to red.
    public var a: Double
    /// b*, blue to yellow.
    public var b: Double

    /// The colour (L*, a*, b*).
    public init(_ lightness: Double, _ a: Double, _ b: Double) {
        (self.lightness, self.a, self.b) = (lightness, a, b)
    }

    /// The colour of a light.
    public init(_ light: LinearLight) {
        let x = 0.4124 * light.red + 0.3576 * light.green + 0.1805 * light.blue
        let z = 0.0193 * light.red + 0.1192 * light.green + 0.9505 * light.blue
        let (fx, fy, fz) = (
            Self.response(x / 0.9505), Self.response(light.luminance), Self.response(z / 1.089)
        )
        self.init(116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz))
    }

    /// The light of this colour, which a screen may not be able to show.
    public var light: LinearLight {
        let fy = (lightness + 16) / 116
        let x = 0.9505 * Self.stimulus(fy + a / 500)
        let y = Self.stimulus(fy)
        let z = 1.089 * Self.stimulus(fy - b / 200)
        return LinearLight(
            red: 3.2406 * x - 1.5372 * y - 0.4986 * z,
            green: -0.9689 * x + 1.8758 * y + 0.0415 * z,
            blue: 0.0557 * x - 0.2040 * y + 1.0570 * z)
    }

    /// How far another colour is, ΔE*ab.
    public func distance(to other: LabColor) -> Double {
        let difference = lightness - other.lightness
        let chroma = chromaDistance(to: other)
        return (difference * difference + chroma * chroma).squareRoot()
    }

    /// The same, whatever the lightness.
    func chromaDistance(to other: LabColor) -> Double {
        let (da, db) = (a - other.a, b - other.b)
        return (da * da + db * db).squareRoot()
    }

    /// The colour in the middle of the order of several, for each of L*, a*, b*.
    static func median(_ colors: [LabColor]) -> LabColor {
        func middle(_ value: (LabColor) -> Double) -> Double {
            colors.map(value).sorted()[colors.count / 2]
        }
        return LabColor(middle { $0.lightness }, middle { $0.a }, middle { $0.b })
    }

    private static func response(_ level: Double) -> Double {
        level > 216.0 / 24_389 ? cubeRoot(level) : (24_389.0 / 27 * level + 16) / 116
    }

    /// By Halley's method, three steps from within 14 %: there is one for each of thousands of pixels.
    private static func cubeRoot(_ value: Double) -> Double {
        var root = value > 0.1 ? 0.4 + 0.6 * value : 0.2 + 2.5 * value
        for _ in 0..<3 {
            let cube = root * root * root
            root *= (cube + 2 * value) / (2 * cube + value)
        }
        return root
    }

    private static func stimulus(_ response: Double) -> Double {
        let cube = response * response * response
        return cube > 216.0 / 24_389 ? cube : (116 * response - 16) * 27 / 24_389
    }
}
