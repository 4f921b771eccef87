/// sRGB codes and linear light (IEC 61966-2-1), without libm, which differs from machine to machine.
enum Colorimetry {
    /// Steps of linear light in `codes`.
    static let steps = 16_384

    /// Linear light 0…1 of the codes 0…255.
    static let light: [Double] = (0...255).map { light(ofCode: Double($0)) }

    /// The nearest code of the light 0, 1/steps … 1.
    static let codes: [UInt8] = (0...steps).map {
        UInt8(code(ofLight: Double($0) / Double(steps)).rounded())
    }

    /// The nearest code of any light.
    static func nearestCode(_ light: Double) -> UInt8 {
        codes[Int(min(max(light, 0), 1) * Double(steps) + 0.5)]
    }

    /// Linear light of a code, 0…255.
    static func light(ofCode code: Double) -> Double {
        let level = code / 255
        guard level > 0.04045 else { return level / 12.92 }
        // x^2.4 = (x²)^(6/5) = ⁵√x to the twelfth.
        let root = root((level + 0.055) / 1.055, 5)
        return power(root, 12)
    }

    /// The code, 0…255 and between, of linear light 0…1.
    static func code(ofLight light: Double) -> Double {
        guard light > 0.0031308 else { return 255 * 12.92 * light }
        // x^(1/2.4) = x^(5/12).
        let power = root(power(light, 5), 3).squareRoot().squareRoot()
        return 255 * (1.055 * power - 0.055)
    }

    /// The n-th root of a number above 0, by Newton's method from above.
    static func root(_ number: Double, _ degree: Int) -> Double {
        var root = max(1, number)
        for _ in 0..<100 {
            let step = (root - number / power(root, degree - 1)) / Double(degree)
            root -= step
            if abs(step) < 1e-15 * root { break }
        }
        return root
    }

    private static func power(_ base: Double, _ exponent: Int) -> Double {
        (0..<exponent).reduce(1) { product, _ in product * base }
    }
}

/// Linear light of the three sRGB primaries, 0…1 each where a screen can show it.
struct Light: Hashable, Sendable {
    var red: Double
    var green: Double
    var blue: Double

    /// The luminance, 0…1.
    var luminance: Double { 0.2126 * red + 0.7152 * green + 0.0722 * blue }

    /// Whether a screen can show it, but for the rounding of CIE's matrices.
    var isShown: Bool { [red, green, blue].allSatisfy { (-0.001...1.001).contains($0) } }

    func times(_ gains: Light) -> Light {
        Light(red: red * gains.red, green: green * gains.green, blue: blue * gains.blue)
    }
}

/// A colour of CIELAB under D65 (CIE 15); distances in it are delta E ab (CIE 1976).
struct Lab: Hashable, Sendable {
    /// L*, 0 black to 100 white.
    var lightness: Double
    /// a*, green to red.
    var a: Double
    /// b*, blue to yellow.
    var b: Double

    init(_ lightness: Double, _ a: Double, _ b: Double) {
        self.lightness = lightness
        self.a = a
        self.b = b
    }

    init(_ light: Light) {
        let (x, y, z) = (
            0.4124 * light.red + 0.3576 * light.green + 0.1805 * light.blue,
            light.luminance,
            0.0193 * light.red + 0.1192 * light.green + 0.9505 * light.blue
        )
        let (fx, fy, fz) = (Self.curve(x / 0.9505), Self.curve(y), Self.curve(z / 1.089))
        self.init(116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz))
    }

    /// The light of this colour, which a screen may not be able to show.
    var light: Light {
        let fy = (lightness + 16) / 116
        let x = 0.9505 * Self.uncurve(fy + a / 500)
        let y = Self.uncurve(fy)
        let z = 1.089 * Self.uncurve(fy - b / 200)
        return Light(
            red: 3.2406 * x - 1.5372 * y - 0.4986 * z, green: -0.9689 * x + 1.8758 * y + 0.0415 * z,
            blue: 0.0557 * x - 0.2040 * y + 1.0570 * z)
    }

    func distance(to other: Lab) -> Double {
        let (l, a, b) = (lightness - other.lightness, a - other.a, b - other.b)
        return (l * l + a * a + b * b).squareRoot()
    }

    /// By how much light has to change for L* to fall by so much.
    func gain(falling drop: Double) -> Double {
        let share = max(0, 1 - drop / (lightness + 16))
        return share * share * share
    }

    private static func curve(_ share: Double) -> Double {
        share > 216.0 / 24_389
            ? Colorimetry.root(share, 3) : (24_389.0 / 27 * share + 16) / 116
    }

    private static func uncurve(_ value: Double) -> Double {
        let cube = value * value * value
        return cube > 216.0 / 24_389 ? cube : (116 * value - 16) * 27 / 24_389
    }
}

extension StudioColor {
    var light: Light {
        Light(
            red: Colorimetry.light(ofCode: red), green: Colorimetry.light(ofCode: green),
            blue: Colorimetry.light(ofCode: blue))
    }
    var lab: Lab { Lab(light) }

    init(_ light: Light) {
        self.init(
            Colorimetry.code(ofLight: light.red), Colorimetry.code(ofLight: light.green),
            Colorimetry.code(ofLight: light.blue))
    }
}
