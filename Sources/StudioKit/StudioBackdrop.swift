import KioskCore

/// The backdrops that the rule allows (教毕指〔2017〕99号).
public enum StudioBackdrop: String, CaseIterable, Sendable {
    case blue, white, grey

    var color: StudioColor {
        switch self {
        case .blue: StudioColor(100, 197, 255)
        case .white: StudioColor(252, 252, 252)
        case .grey: StudioColor(240, 240, 240)
        }
    }

    /// A backdrop of a colour with the lamp's slight fall-off to the corners: five levels of 255.
    static func paint(_ color: StudioColor, _ size: Size) -> [UInt8] {
        let half = (x: Double(size.width) / 2, y: Double(size.height) / 2)
        var pixels: [UInt8] = []
        pixels.reserveCapacity(size.width * size.height * 3)
        for y in 0..<size.height {
            let down = (Double(y) - half.y * 0.9) / half.y
            for x in 0..<size.width {
                let across = (Double(x) - half.x) / half.x
                let light = 1 - 0.012 * (across * across + down * down)
                pixels.append(UInt8(color.red * light))
                pixels.append(UInt8(color.green * light))
                pixels.append(UInt8(color.blue * light))
            }
        }
        return pixels
    }
}
