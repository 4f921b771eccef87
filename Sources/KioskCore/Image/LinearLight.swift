/// Linear light of the three sRGB primaries, 0 to 1 each where a screen can show it.
public struct LinearLight: Hashable, Sendable {
    /// Red.
    public var red: Double
    /// Green.
    public var green: Double
    /// Blue.
    public var blue: Double

    /// That much of each.
    public init(red: Double, green: Double, blue: Double) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// The light of sRGB codes.
    init(codes: (red: UInt8, green: UInt8, blue: UInt8)) {
        self.init(
            red: Gamma.light[Int(codes.red)], green: Gamma.light[Int(codes.green)],
            blue: Gamma.light[Int(codes.blue)])
    }

    /// No light.
    static let dark = LinearLight(red: 0, green: 0, blue: 0)

    /// The luminance, 0 to 1 (ITU-R BT.709-6, 3.2).
    public var luminance: Double { 0.2126 * red + 0.7152 * green + 0.0722 * blue }

    /// The light that is left of it under gains for each primary.
    public func times(_ gains: LinearLight) -> LinearLight {
        LinearLight(red: red * gains.red, green: green * gains.green, blue: blue * gains.blue)
    }

    /// So much of it.
    public func times(_ gain: Double) -> LinearLight {
        times(LinearLight(red: gain, green: gain, blue: gain))
    }

    /// The light of both.
    public static func + (left: LinearLight, right: LinearLight) -> LinearLight {
        LinearLight(
            red: left.red + right.red, green: left.green + right.green,
            blue: left.blue + right.blue)
    }
}
