import KioskCore

/// Outlines as points close enough that they look round.
enum Curve {
    /// A smooth closed curve through points (Catmull & Rom, 1974), `steps` points a piece.
    static func closed(_ points: [(Double, Double)], steps: Int = 6) -> [(Double, Double)] {
        let count = points.count
        return (0..<count).flatMap { index in
            (0..<steps).map { step in
                between(
                    points[(index + count - 1) % count], points[index], points[(index + 1) % count],
                    points[(index + 2) % count], Double(step) / Double(steps))
            }
        }
    }

    /// A smooth open curve through points.
    static func open(_ points: [(Double, Double)], steps: Int = 6) -> [(Double, Double)] {
        guard let first = points.first, let last = points.last else { return [] }
        let padded = [first] + points + [last]
        let inner = (1..<padded.count - 2).flatMap { index in
            (0..<steps).map { step in
                between(
                    padded[index - 1], padded[index], padded[index + 1], padded[index + 2],
                    Double(step) / Double(steps))
            }
        }
        return inner + [last]
    }

    /// An ellipse.
    static func ellipse(_ x: Double, _ y: Double, _ rx: Double, _ ry: Double, points: Int = 40)
        -> [(Double, Double)]
    {
        // A chord polygon by repeated rotation: one square root, no sine of any library.
        let corner = closed(
            [
                (0, -1), (0.707, -0.707), (1, 0), (0.707, 0.707), (0, 1), (-0.707, 0.707), (-1, 0),
                (-0.707, -0.707),
            ],
            steps: max(1, points / 8))
        return corner.map { across, down in
            let length = (across * across + down * down).squareRoot()
            return (x + rx * across / length, y + ry * down / length)
        }
    }

    private static func between(
        _ a: (Double, Double), _ b: (Double, Double), _ c: (Double, Double), _ d: (Double, Double),
        _ t: Double
    ) -> (Double, Double) {
        func mix(_ a: Double, _ b: Double, _ c: Double, _ d: Double) -> Double {
            let square = t * t
            return 0.5
                * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * square
                    + (3 * b - a - 3 * c + d) * square * t)
        }
        return (mix(a.0, b.0, c.0, d.0), mix(a.1, b.1, c.1, d.1))
    }
}
