import Foundation
public import KioskCore

/// How colours are told apart.
public enum Contrast {
    /// The ratio of two colours' luminances (WCAG 2.2, contrast ratio).
    public static func ratio(_ one: ScreenTint, _ other: ScreenTint) -> Double {
        ratio(one.rgb, other.rgb)
    }

    /// The ratio of two colours, red, green and blue, 0 to 255 each (sRGB).
    public static func ratio(
        _ one: (UInt8, UInt8, UInt8), _ other: (UInt8, UInt8, UInt8)
    ) -> Double {
        let (first, second) = (luminance(one), luminance(other))
        return (max(first, second) + 0.05) / (min(first, second) + 0.05)
    }

    private static func luminance(_ rgb: (UInt8, UInt8, UInt8)) -> Double {
        let light = ColourSight.linear(rgb)
        return 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2]
    }
}

/// How people see colours: most of them, those without red cones, those without green ones.
public enum ColourSight: CaseIterable {
    case most, protanope, deuteranope

    /// Linear light to linear light (Machado, Oliveira, Fernandes 2009, severity 1).
    private var rows: [[Double]] {
        switch self {
        case .most: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
        case .protanope:
            [
                [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
                [-0.003882, -0.048116, 1.051998],
            ]
        case .deuteranope:
            [
                [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
                [-0.011820, 0.042940, 0.968881],
            ]
        }
    }

    /// How far apart two colours are to such eyes, ΔE*ab (CIE 1976).
    public func distance(_ one: ScreenTint, _ other: ScreenTint) -> Double {
        zip(lab(one), lab(other)).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
    }

    static func linear(_ rgb: (red: UInt8, green: UInt8, blue: UInt8)) -> [Double] {
        [rgb.red, rgb.green, rgb.blue].map { level in
            let value = Double(level) / 255
            return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
    }

    /// Seen through these eyes, as L*a*b* under D65.
    private func lab(_ tint: ScreenTint) -> [Double] {
        let light = Self.linear(tint.rgb)
        let seen = rows.map { row in
            min(1, max(0, zip(row, light).reduce(0) { $0 + $1.0 * $1.1 }))
        }
        let x = (0.4124 * seen[0] + 0.3576 * seen[1] + 0.1805 * seen[2]) / 0.9505
        let y = 0.2126 * seen[0] + 0.7152 * seen[1] + 0.0722 * seen[2]
        let z = (0.0193 * seen[0] + 0.1192 * seen[1] + 0.9505 * seen[2]) / 1.089
        let roots = [x, y, z].map { $0 > 0.008856 ? cbrt($0) : 7.787 * $0 + 16.0 / 116 }
        return [116 * roots[1] - 16, 500 * (roots[0] - roots[1]), 200 * (roots[1] - roots[2])]
    }
}
