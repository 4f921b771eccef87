import KioskCore

/// A colour of the drawing, 0 to 255 a channel.
struct StudioColor: Hashable, Sendable {
    var red: Double
    var green: Double
    var blue: Double

    init(_ red: Double, _ green: Double, _ blue: Double) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// The colour between this and another; 0 is this one, 1 the other.
    func mixed(_ other: StudioColor, _ share: Double) -> StudioColor {
        StudioColor(
            red + (other.red - red) * share, green + (other.green - green) * share,
            blue + (other.blue - blue) * share)
    }

    /// The colour times a factor.
    func lit(_ factor: Double) -> StudioColor {
        StudioColor(red * factor, green * factor, blue * factor)
    }

    /// The nearest colour that there is.
    var clipped: StudioColor {
        func clip(_ value: Double) -> Double { min(max(value, 0), 255) }
        return StudioColor(clip(red), clip(green), clip(blue))
    }

    static let black = StudioColor(18, 16, 18)
    static let white = StudioColor(250, 250, 250)
}

extension StudioColor {
    /// The colour's light.
    var light: LinearLight {
        LinearLight(
            red: Gamma.light(ofCode: red), green: Gamma.light(ofCode: green),
            blue: Gamma.light(ofCode: blue))
    }

    /// The colour as people see it.
    var lab: LabColor { LabColor(light) }

    /// The colour of a light.
    init(_ light: LinearLight) {
        self.init(
            Gamma.code(ofLight: light.red), Gamma.code(ofLight: light.green),
            Gamma.code(ofLight: light.blue))
    }
}
