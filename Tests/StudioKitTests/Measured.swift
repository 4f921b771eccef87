import Foundation
import KioskCore

@testable import StudioKit

/// A picture measured by the formulas of the standards, with libm, apart from the drawing's own.
struct Measured {
    let photo: Photo

    init(_ picture: StudioPicture) { photo = picture.photo }

    /// Linear light of a whole code (IEC 61966-2-1).
    static func linear(_ code: Double) -> Double { table[Int(code)] }

    private static let table: [Double] = (0...255).map {
        let level = Double($0) / 255
        return level <= 0.04045 ? level / 12.92 : pow((level + 0.055) / 1.055, 2.4)
    }

    /// L*, a*, b* of linear sRGB under D65 (CIE 15).
    static func lab(_ light: [Double]) -> [Double] {
        let xyz = [
            (0.4124564 * light[0] + 0.3575761 * light[1] + 0.1804375 * light[2]) / 0.95047,
            0.2126729 * light[0] + 0.7151522 * light[1] + 0.0721750 * light[2],
            (0.0193339 * light[0] + 0.1191920 * light[1] + 0.9503041 * light[2]) / 1.08883,
        ]
        let curved = xyz.map { $0 > 216.0 / 24_389 ? cbrt($0) : (24_389.0 / 27 * $0 + 16) / 116 }
        return [
            116 * curved[1] - 16, 500 * (curved[0] - curved[1]), 200 * (curved[1] - curved[2]),
        ]
    }

    static func distance(_ first: [Double], _ second: [Double]) -> Double {
        zip(first, second).map { ($0 - $1) * ($0 - $1) }.reduce(0, +).squareRoot()
    }

    /// The codes of a pixel.
    func codes(_ x: Int, _ y: Int) -> [Double] {
        let start = (y * photo.width + x) * 3
        return photo.pixels[start..<start + 3].map { Double($0) }
    }

    /// The mean linear light of a rectangle about a place.
    func light(_ x: Double, _ y: Double, half: Int = 8) -> [Double] {
        var sum = [0.0, 0.0, 0.0]
        for row in Int(y) - half...Int(y) + half {
            for column in Int(x) - half...Int(x) + half {
                for (channel, code) in codes(column, row).enumerated() {
                    sum[channel] += Self.linear(code)
                }
            }
        }
        return sum.map { $0 / Double((2 * half + 1) * (2 * half + 1)) }
    }

    func lab(_ x: Double, _ y: Double, half: Int = 8) -> [Double] {
        Self.lab(light(x, y, half: half))
    }

    /// The share of a rectangle whose pixels are not as in another picture.
    func changedShare(from other: Measured, in rect: Rect) -> Double {
        var changed = 0
        for y in rect.y..<rect.y + rect.height {
            for x in rect.x..<rect.x + rect.width
            where Self.distance(codes(x, y), other.codes(x, y)) > 30 {
                changed += 1
            }
        }
        return Double(changed) / Double(rect.width * rect.height)
    }

    /// The mean absolute difference of the codes.
    func difference(from other: Measured) -> Double {
        let sum = zip(photo.pixels, other.photo.pixels).reduce(0) {
            $0 + abs(Int($1.0) - Int($1.1))
        }
        return Double(sum) / Double(photo.pixels.count)
    }
}
