/// The backdrop's colour as a plane over the picture: colour = base + x·across + y·down for each
/// channel, so that a lamp's fall-off is not taken for hair.
public struct BackdropModel: Sendable {
    private let red: Plane
    private let green: Plane
    private let blue: Plane
    /// A pixel farther from the plane than this (in RGB levels, Euclidean) is not backdrop.
    let threshold: Double

    /// What one channel should be at a place.
    struct Plane: Sendable {
        var base: Double
        var across: Double
        var down: Double

        func at(_ x: Double, _ y: Double) -> Double { base + across * x + down * y }
    }

    struct Sample {
        var x: Double
        var y: Double
        var red: Double
        var green: Double
        var blue: Double
    }

    /// The backdrop about a head, in px of the picture; nil where the background is none.
    public init?(_ photo: Photo, about head: HeadGeometry) {
        let zone = HeadZone(head: head, in: photo.size)
        guard zone.isUsable else { return nil }
        self.init(photo: photo, zone: zone)
    }

    /// A least-squares plane through the samples beside the head that agree with each other; nil
    /// where fewer than 60 % do, or where those scatter by more than 14 levels: the background is
    /// no backdrop.
    init?(photo: Photo, zone: HeadZone) {
        let samples = Self.samples(photo, zone)
        guard samples.count >= 40 else { return nil }
        var planes = Self.medians(samples)
        var reach = 60.0
        var kept = samples
        for _ in 0..<5 {
            kept = samples.filter { Self.distance($0, planes) <= reach }
            guard kept.count * 5 >= samples.count * 2 else { return nil }
            planes = (
                Self.fit(kept) { $0.red }, Self.fit(kept) { $0.green }, Self.fit(kept) { $0.blue }
            )
            let typical = Self.median(kept.map { Self.distance($0, planes) })
            reach = max(10, 3.5 * typical)
        }
        let agreeing = samples.filter { Self.distance($0, planes) <= reach }
        let scatter = Self.median(agreeing.map { Self.distance($0, planes) })
        guard agreeing.count * 5 >= samples.count * 3, scatter <= 14 else { return nil }
        (red, green, blue) = planes
        threshold = min(max(18, 4.5 * scatter), 60)
    }

    /// Whether a pixel is not backdrop.
    func differs(red r: UInt8, green g: UInt8, blue b: UInt8, x: Int, y: Int) -> Bool {
        let (x, y) = (Double(x), Double(y))
        let (dr, dg, db) = (
            Double(r) - red.at(x, y), Double(g) - green.at(x, y), Double(b) - blue.at(x, y)
        )
        return dr * dr + dg * dg + db * db > threshold * threshold
    }

    /// The backdrop's light at a place.
    func light(x: Double, y: Double) -> LinearLight {
        func light(_ plane: Plane) -> Double {
            Gamma.light[Int(min(max(plane.at(x, y), 0), 255).rounded())]
        }
        return LinearLight(red: light(red), green: light(green), blue: light(blue))
    }

    private static func samples(_ photo: Photo, _ zone: HeadZone) -> [Sample] {
        let step = max(1, zone.rows.count / 48)
        return zone.sides.flatMap { columns in
            stride(from: zone.rows.lowerBound, to: zone.rows.upperBound, by: step).flatMap { y in
                stride(from: columns.lowerBound, to: columns.upperBound, by: step).map { x in
                    sample(photo, x, y)
                }
            }
        }
    }

    private static func sample(_ photo: Photo, _ x: Int, _ y: Int) -> Sample {
        let index = (y * photo.width + x) * 3
        return Sample(
            x: Double(x), y: Double(y), red: Double(photo.pixels[index]),
            green: Double(photo.pixels[index + 1]), blue: Double(photo.pixels[index + 2]))
    }

    private static func medians(_ samples: [Sample]) -> (Plane, Plane, Plane) {
        func flat(_ channel: (Sample) -> Double) -> Plane {
            Plane(base: median(samples.map(channel)), across: 0, down: 0)
        }
        return (flat { $0.red }, flat { $0.green }, flat { $0.blue })
    }

    private static func distance(_ sample: Sample, _ planes: (Plane, Plane, Plane)) -> Double {
        let red = sample.red - planes.0.at(sample.x, sample.y)
        let green = sample.green - planes.1.at(sample.x, sample.y)
        let blue = sample.blue - planes.2.at(sample.x, sample.y)
        return (red * red + green * green + blue * blue).squareRoot()
    }

    /// The plane with the least sum of squares, by the normal equations about the samples' middle.
    private static func fit(_ samples: [Sample], _ channel: (Sample) -> Double) -> Plane {
        let count = Double(samples.count)
        let meanX = samples.reduce(0) { $0 + $1.x } / count
        let meanY = samples.reduce(0) { $0 + $1.y } / count
        let mean = samples.reduce(0) { $0 + channel($1) } / count
        var (xx, xy, yy, xv, yv) = (0.0, 0.0, 0.0, 0.0, 0.0)
        for sample in samples {
            let (x, y, v) = (sample.x - meanX, sample.y - meanY, channel(sample) - mean)
            xx += x * x
            xy += x * y
            yy += y * y
            xv += x * v
            yv += y * v
        }
        let determinant = xx * yy - xy * xy
        guard determinant > 1e-6 else { return Plane(base: mean, across: 0, down: 0) }
        let across = (xv * yy - yv * xy) / determinant
        let down = (yv * xx - xv * xy) / determinant
        return Plane(base: mean - across * meanX - down * meanY, across: across, down: down)
    }

    private static func median(_ values: [Double]) -> Double {
        values.isEmpty ? .infinity : values.smallest(at: values.count / 2)
    }
}
