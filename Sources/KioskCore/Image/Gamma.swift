/// sRGB codes and linear light (IEC 61966-2-1), without libm, which differs from machine to machine.
public enum Gamma {
    /// Steps of linear light in `codes`: fine enough that the darkest code is a step of its own.
    public static let steps = 16_384

    /// Linear light 0…1 of the codes 0…255.
    public static let light: [Double] = (0...255).map { light(ofCode: Double($0)) }

    /// The same for arithmetic with many pixels.
    static let linear: [Float] = light.map { Float($0) }

    /// The code whose light is the nearest to the light 0, 1/steps … 1.
    public static let codes: [UInt8] = {
        let edges = (0..<255).map { (linear[$0] + linear[$0 + 1]) / 2 }
        var code = 0
        return (0...steps).map { step in
            while code < 255, Float(step) / Float(steps) > edges[code] { code += 1 }
            return UInt8(code)
        }
    }()

    /// The nearest code of any light.
    public static func nearestCode(_ light: Double) -> UInt8 {
        codes[Int(min(max(light, 0), 1) * Double(steps) + 0.5)]
    }

    /// Linear light of a code, 0…255 and between.
    public static func light(ofCode code: Double) -> Double {
        let level = code / 255
        guard level > 0.04045 else { return level / 12.92 }
        // x^2.4 is the fifth root of x to the twelfth.
        return power(root((level + 0.055) / 1.055, 5), 12)
    }

    /// The code, 0…255 and between, of linear light 0…1.
    public static func code(ofLight light: Double) -> Double {
        guard light > 0.0031308 else { return 255 * 12.92 * light }
        // x^(1/2.4) = x^(5/12).
        let power = root(power(light, 5), 3).squareRoot().squareRoot()
        return 255 * (1.055 * power - 0.055)
    }

    /// The n-th root of a number above 0, by Newton's method from above.
    private static func root(_ number: Double, _ degree: Int) -> Double {
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
