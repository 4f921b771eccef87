/// The backdrop's colour as a plane over the picture, so that a lamp's fall-off is not taken for hair.
public struct BackdropModel: Sendable {
    private let plane: ColorPlane
    /// A pixel farther from the plane than this (in RGB levels, Euclidean) is not backdrop.
    let threshold: Double

    /// A least-squares plane through the samples that agree with each other; nil where fewer than 60 % do,
    /// or where those scatter by more than 14 levels: the background is no backdrop.
    init?(_ samples: [ColorPlane.Sample]) {
        var plane = ColorPlane(medianOf: samples)
        var reach = 60.0
        for _ in 0..<5 {
            let kept = samples.filter { plane.distance(to: $0) <= reach }
            guard kept.count * 5 >= samples.count * 2 else { return nil }
            plane = ColorPlane(fitting: kept)
            reach = max(10, 3.5 * Self.scatter(kept, about: plane))
        }
        let agreeing = samples.filter { plane.distance(to: $0) <= reach }
        let scatter = Self.scatter(agreeing, about: plane)
        guard agreeing.count * 5 >= samples.count * 3, scatter <= 14 else { return nil }
        self.plane = plane
        threshold = min(max(18, 4.5 * scatter), 60)
    }

    /// Whether a pixel of those levels is not backdrop.
    func differs(_ levels: SIMD3<Double>, x: Int, y: Int) -> Bool {
        let difference = levels - plane.at(Double(x), Double(y))
        return (difference * difference).sum() > threshold * threshold
    }

    /// The backdrop's light at a place.
    func light(x: Double, y: Double) -> LinearLight {
        let color = plane.at(x, y)
        func light(_ level: Double) -> Double {
            Gamma.light[Int(min(max(level, 0), 255).rounded())]
        }
        return LinearLight(red: light(color.x), green: light(color.y), blue: light(color.z))
    }

    /// A channel's level at the first pixel of a row, and how it changes from pixel to pixel.
    func levels(row: Double, _ channel: Int) -> (first: Float, step: Float) {
        (Float(plane.at(0.5, row)[channel]), Float(plane.across[channel]))
    }

    /// Pixels beside a head, about as many in every picture: no fewer tell a plane as well as all do. None
    /// where too little is beside it.
    static func samples(_ photo: Photo, about head: HeadGeometry) -> [ColorPlane.Sample] {
        let zone = HeadZone(head: head, in: photo.size)
        guard zone.isUsable else { return [] }
        let area = zone.rows.count * zone.sides.reduce(0) { $0 + $1.count }
        let step = max(1, Int((Double(area) / 2_400).squareRoot().rounded()))
        var samples: [ColorPlane.Sample] = []
        for columns in zone.sides {
            for y in stride(from: zone.rows.lowerBound, to: zone.rows.upperBound, by: step) {
                for x in stride(from: columns.lowerBound, to: columns.upperBound, by: step) {
                    samples.append(
                        ColorPlane.Sample(
                            x: Double(x), y: Double(y), color: photo.levels(x, y)))
                }
            }
        }
        return samples
    }

    /// Percent of samples that are plainly of another colour than their median.
    static func strays(_ samples: [ColorPlane.Sample]) -> Double {
        let middle = ColorPlane(medianOf: samples)
        return 100 * Double(samples.count { middle.distance(to: $0) > 10 }) / Double(samples.count)
    }

    /// The median of the samples' distances, levels.
    private static func scatter(_ samples: [ColorPlane.Sample], about plane: ColorPlane) -> Double {
        guard !samples.isEmpty else { return .infinity }
        return samples.map { plane.distance(to: $0) }.smallest(at: samples.count / 2)
    }
}
