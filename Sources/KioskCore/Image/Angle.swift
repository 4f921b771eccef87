/// Angles without libm, the same on every machine.
public enum Angle {
    /// The angle of the direction (across, down) to the picture's right, degrees, clockwise
    /// positive; −180 to 180. 0 for no direction.
    public static func degrees(across: Double, down: Double) -> Double {
        guard across != 0 || down != 0 else { return 0 }
        let length = (across * across + down * down).squareRoot()
        // Half the angle: its tangent is never over 1 where the direction is to the right.
        guard across >= 0 || abs(down) > 1e-12 else { return 180 }
        let tangent = down / (length + across)
        return 2 * arctangent(tangent) * 57.29577951308232
    }

    /// Halved twice more (tan(x/2) = t / (1 + √(1 + t²))), then by its series.
    private static func arctangent(_ tangent: Double) -> Double {
        func halved(_ t: Double) -> Double { t / (1 + (1 + t * t).squareRoot()) }
        let small = halved(halved(tangent))
        let square = small * small
        var (term, sum) = (small, 0.0)
        for index in 0..<12 {
            sum += term / Double(2 * index + 1)
            term *= -square
        }
        return 4 * sum
    }

    /// Sine and cosine of degrees, by their series (Maclaurin); exact to 1e-8 up to 30°, and by
    /// doubling the half up to 60°.
    public static func sineCosine(_ degrees: Double) -> (Double, Double) {
        guard abs(degrees) <= 30 else {
            let (sine, cosine) = sineCosine(degrees / 2)
            return (2 * sine * cosine, 1 - 2 * sine * sine)
        }
        let angle = degrees * 0.017453292519943295
        let square = angle * angle
        let sine = angle * (1 - square / 6 * (1 - square / 20 * (1 - square / 42)))
        let cosine = 1 - square / 2 * (1 - square / 12 * (1 - square / 30 * (1 - square / 56)))
        return (sine, cosine)
    }
}
