import Foundation
public import KioskCore

/// Rings that grow finer from the middle outwards, up to half a period a pixel at the middle of each
/// side: what a reduction cannot show must become the even grey of its light.
public struct ZonePlate {
    /// The plate; light, not codes, is a cosine.
    public let photo: Photo
    private let side: Int

    /// A plate of that many pixels a side.
    public init(side: Int) {
        self.side = side
        photo = Photo(size: Size(width: side, height: side)) { pixels in
            for index in 0..<side * side {
                let x = Double(index % side) - Double(side) / 2
                let y = Double(index / side) - Double(side) / 2
                let light = 0.5 + 0.5 * cos(.pi * (x * x + y * y) / Double(side))
                for channel in 0..<3 { pixels[3 * index + channel] = Self.code(light) }
            }
        }
    }

    /// The mean and the deviation (RMS), in codes, of what is at least 15 % too fine for a reduced
    /// plate's pixels.
    public func rest(in reduced: Photo) -> (mean: Double, deviation: Double) {
        let scale = Double(side) / Double(reduced.width)
        let finest = 1.15 * Double(side) / 2 / scale
        var levels: [Double] = []
        for index in 0..<reduced.width * reduced.height {
            let x = (Double(index % reduced.width) + 0.5) * scale - Double(side) / 2
            let y = (Double(index / reduced.width) + 0.5) * scale - Double(side) / 2
            let radius = (x * x + y * y).squareRoot()
            guard radius > finest, radius < Double(side) / 2 else { continue }
            levels.append(Double(reduced.pixels[3 * index]))
        }
        let mean = levels.reduce(0, +) / Double(levels.count)
        let square = levels.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        return (mean, (square / Double(levels.count)).squareRoot())
    }

    private static func code(_ light: Double) -> UInt8 {
        let level = light <= 0.0031308 ? 12.92 * light : 1.055 * pow(light, 1 / 2.4) - 0.055
        return UInt8((255 * max(0, level)).rounded())
    }
}
