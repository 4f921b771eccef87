/// A place or a direction in space, or from the middle of a head: to the right, up, to the camera.
struct SpacePoint: Hashable, Sendable {
    var (x, y, z): (Double, Double, Double)

    init(x: Double, y: Double, z: Double) { (self.x, self.y, self.z) = (x, y, z) }

    static func - (left: SpacePoint, right: SpacePoint) -> SpacePoint {
        SpacePoint(x: left.x - right.x, y: left.y - right.y, z: left.z - right.z)
    }

    /// The middle of some.
    static func middle(of points: [SpacePoint]) -> SpacePoint {
        let count = Double(max(1, points.count))
        return SpacePoint(
            x: points.reduce(0) { $0 + $1.x } / count, y: points.reduce(0) { $0 + $1.y } / count,
            z: points.reduce(0) { $0 + $1.z } / count)
    }
}

/// A rotation in space, as a quaternion of length one: its scalar part first.
struct Rotation: Hashable, Sendable {
    private let parts: [Double]

    /// The rotation after which `model` is most like `points`, both seen from their middles: the squares of
    /// the distances add up to least (orthogonal Procrustes; Horn, "Closed-form solution of absolute
    /// orientation using unit quaternions", 1987). No scale changes it.
    init(of model: [SpacePoint], to points: [SpacePoint]) {
        let (from, to) = (SpacePoint.middle(of: model), SpacePoint.middle(of: points))
        var sums = [Double](repeating: 0, count: 9)
        for (one, other) in zip(model, points) {
            let (a, b) = (one - from, other - to)
            for (row, left) in [a.x, a.y, a.z].enumerated() {
                sums[3 * row] += left * b.x
                sums[3 * row + 1] += left * b.y
                sums[3 * row + 2] += left * b.z
            }
        }
        parts = SymmetricMatrix(Self.horn(sums)).largestVector
    }

    /// Horn's matrix of the nine sums of products: its surest direction is the quaternion.
    private static func horn(_ s: [Double]) -> [[Double]] {
        let (xx, xy, xz) = (s[0], s[1], s[2])
        let (yx, yy, yz) = (s[3], s[4], s[5])
        let (zx, zy, zz) = (s[6], s[7], s[8])
        return [
            [xx + yy + zz, yz - zy, zx - xz, xy - yx],
            [yz - zy, xx - yy - zz, xy + yx, zx + xz],
            [zx - xz, xy + yx, yy - xx - zz, yz + zy],
            [xy - yx, zx + xz, yz + zy, zz - xx - yy],
        ]
    }

    /// Where the direction to the camera points afterwards.
    var ahead: SpacePoint {
        let (w, x, y, z) = (parts[0], parts[1], parts[2], parts[3])
        return SpacePoint(
            x: 2 * (x * z + w * y), y: 2 * (y * z - w * x), z: w * w - x * x - y * y + z * z)
    }
}

/// A symmetric matrix of a few rows, for its eigenvectors (Jacobi's method: each pair of rows is turned until
/// nothing is left off the diagonal).
private struct SymmetricMatrix {
    private var rows: [[Double]]
    private var vectors: [[Double]]

    init(_ rows: [[Double]]) {
        self.rows = rows
        vectors = rows.indices.map { row in rows.indices.map { $0 == row ? 1 : 0 } }
        for _ in 0..<24 {
            for first in rows.indices {
                for second in rows.indices where second > first { turn(first, second) }
            }
        }
    }

    /// The eigenvector of the largest eigenvalue.
    var largestVector: [Double] {
        let largest = rows.indices.max { rows[$0][$0] < rows[$1][$1] } ?? 0
        return vectors.map { $0[largest] }
    }

    private mutating func turn(_ first: Int, _ second: Int) {
        let off = rows[first][second]
        guard off != 0 else { return }
        let slope = (rows[second][second] - rows[first][first]) / (2 * off)
        let sign = slope < 0 ? -1.0 : 1.0
        let tangent = sign / (abs(slope) + (slope * slope + 1).squareRoot())
        let cosine = 1 / (tangent * tangent + 1).squareRoot()
        let sine = tangent * cosine
        for row in rows.indices {
            Self.mix(&rows[row], first, second, sine, cosine)
            Self.mix(&vectors[row], first, second, sine, cosine)
        }
        for column in rows.indices {
            let (one, other) = (rows[first][column], rows[second][column])
            rows[first][column] = cosine * one - sine * other
            rows[second][column] = sine * one + cosine * other
        }
    }

    private static func mix(
        _ row: inout [Double], _ first: Int, _ second: Int, _ sine: Double, _ cosine: Double
    ) {
        let (one, other) = (row[first], row[second])
        row[first] = cosine * one - sine * other
        row[second] = sine * one + cosine * other
    }
}
