public import KioskCore

/// How programs and cameras enlarge a picture.
public enum Enlargement: String, CaseIterable, Sendable {
    /// Linear between neighbours.
    case linear
    /// Cubic with Catmull and Rom's curve, as editors do.
    case cubic
    /// The same, its edges sharpened after it.
    case sharpened

    /// A picture reduced so that `portrait` is `columns` px wide in it, and enlarged again to `factor` times
    /// that.
    public func applied(
        to photo: Photo, portrait: Rect, columns: Int, factor: Double
    ) -> Photo {
        let share = Double(columns) / Double(portrait.width)
        let whole = Rect(x: 0, y: 0, width: photo.width, height: photo.height)
        let small = photo.cropped(
            to: whole,
            scaledTo: Size(
                width: Int(share * Double(photo.width)), height: Int(share * Double(photo.height))))
        let large = enlarged(small, by: factor)
        return self == .sharpened ? large.sharpened : large
    }

    private func enlarged(_ photo: Photo, by factor: Double) -> Photo {
        let size = Size(
            width: Int(factor * Double(photo.width)), height: Int(factor * Double(photo.height)))
        let columns = Self.taps(photo.width, size.width, isLinear: self == .linear)
        let rows = Self.taps(photo.height, size.height, isLinear: self == .linear)
        var narrow = [Double](repeating: 0, count: size.width * photo.height * 3)
        for y in 0..<photo.height {
            for x in 0..<size.width {
                for channel in 0..<3 {
                    narrow[3 * (y * size.width + x) + channel] = columns[x].reduce(0) {
                        $0 + $1.weight
                            * Double(photo.pixels[3 * (y * photo.width + $1.place) + channel])
                    }
                }
            }
        }
        return Photo(size: size) { output in
            for y in 0..<size.height {
                for index in 0..<size.width * 3 {
                    let sum = rows[y].reduce(0) {
                        $0 + $1.weight * narrow[$1.place * size.width * 3 + index]
                    }
                    output[y * size.width * 3 + index] = UInt8(min(max(sum.rounded(), 0), 255))
                }
            }
        }
    }

    /// Which source pixels make each target pixel.
    private static func taps(_ source: Int, _ target: Int, isLinear: Bool)
        -> [[(place: Int, weight: Double)]]
    {
        (0..<target).map { index in
            let place = (Double(index) + 0.5) * Double(source) / Double(target) - 0.5
            let first = Int(place.rounded(.down))
            return (first - 1...first + 2).compactMap { tap in
                let weight = Self.weight(abs(place - Double(tap)), isLinear)
                return weight == 0 ? nil : (min(max(0, tap), source - 1), weight)
            }
        }
    }

    private static func weight(_ x: Double, _ isLinear: Bool) -> Double {
        if isLinear { return max(0, 1 - x) }
        if x < 1 { return 1 - 2.5 * x * x + 1.5 * x * x * x }
        return x < 2 ? 2 - 4 * x + 2.5 * x * x - 0.5 * x * x * x : 0
    }
}

extension Photo {
    /// Each pixel farther from the mean of the 3 × 3 about it.
    fileprivate var sharpened: Photo {
        Photo(size: size) { output in
            for y in 0..<height {
                for x in 0..<width {
                    for channel in 0..<3 {
                        var sum = 0
                        for row in max(0, y - 1)...min(height - 1, y + 1) {
                            for column in max(0, x - 1)...min(width - 1, x + 1) {
                                sum += Int(pixels[3 * (row * width + column) + channel])
                            }
                        }
                        let count =
                            (min(height - 1, y + 1) - max(0, y - 1) + 1)
                            * (min(width - 1, x + 1) - max(0, x - 1) + 1)
                        let own = Int(pixels[3 * (y * width + x) + channel])
                        output[3 * (y * width + x) + channel] = UInt8(
                            min(max(2 * own - sum / count, 0), 255))
                    }
                }
            }
        }
    }
}
