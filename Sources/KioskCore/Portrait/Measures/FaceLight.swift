/// How light lies on a face, from one walk over its skin.
struct FaceLight: Hashable, Sendable {
    /// Percent of the skin that is burnt out: luma of 247 and more (OFIQ's over-exposure prevention,
    /// ISO/IEC 29794-5).
    let burnt: Double
    /// Percent of the skin that is black: luma of 25 and less (OFIQ's under-exposure prevention).
    let black: Double
    /// How much less light the darker half of the face has than the brighter, percent.
    let unevenness: Double
    /// The spread of the face's luma: from its 2nd to its 98th percentile, levels.
    let contrast: Double
    /// The skin's mean light, linear, 0 to 1 a channel.
    let skin: (red: Double, green: Double, blue: Double)

    static func == (left: FaceLight, right: FaceLight) -> Bool { left.burnt == right.burnt }
    func hash(into hasher: inout Hasher) { hasher.combine(burnt) }

    /// nil where the face leaves the picture.
    init?(in photo: Photo, _ frame: HeadFrame) {
        var walk = Walk()
        for row in 0..<Self.rows {
            let v = Self.top + (Self.bottom - Self.top) * (Double(row) + 0.5) / Double(Self.rows)
            for column in 0..<Self.columns {
                let share = (Double(column) + 0.5) / Double(Self.columns)
                let u = (2 * share - 1) * Self.half(at: v)
                guard walk.see(photo, frame.pixel(u, v), u: u, v: v) else { return nil }
            }
        }
        burnt = walk.share { $0 >= Self.burntLevel }
        black = walk.share { $0 <= 25 }
        contrast = Double(walk.level(at: 0.98) - walk.level(at: 0.02))
        let (left, right) = (walk.left / walk.leftCount, walk.right / walk.rightCount)
        unevenness = 100 * (1 - min(left, right) / max(left, right, 1e-6))
        let count = walk.skinCount
        skin = (walk.red / count, walk.green / count, walk.blue / count)
    }

    private static let burntLevel = 247
    private static let (rows, columns) = (72, 60)
    private static let (top, bottom) = (-0.26, 0.72)

    /// The half width of the face at a height, face widths.
    private static func half(at v: Double) -> Double { v < 0.3 ? 0.42 : 0.42 - 0.5 * (v - 0.3) }

    private struct Walk {
        var histogram = [Int](repeating: 0, count: 256)
        var count = 0
        var (red, green, blue, skinCount) = (0.0, 0.0, 0.0, 0.0)
        var (left, leftCount, right, rightCount) = (0.0, 0.0, 0.0, 0.0)

        mutating func see(_ photo: Photo, _ place: Point, u: Double, v: Double) -> Bool {
            let (x, y) = (Int(place.x), Int(place.y))
            guard x >= 0, y >= 0, x < photo.width, y < photo.height else { return false }
            let index = (y * photo.width + x) * 3
            let (r, g, b) = (
                Int(photo.pixels[index]), Int(photo.pixels[index + 1]), Int(photo.pixels[index + 2])
            )
            histogram[(77 * r + 150 * g + 29 * b + 128) >> 8] += 1
            count += 1
            if (0.08...0.38).contains(abs(u)), (0.12...0.56).contains(v) { seeCheek(r, g, b, u) }
            return true
        }

        private mutating func seeCheek(_ r: Int, _ g: Int, _ b: Int, _ u: Double) {
            let light = (Gamma.light(r), Gamma.light(g), Gamma.light(b))
            let luminance = 0.2126 * light.0 + 0.7152 * light.1 + 0.0722 * light.2
            red += light.0
            green += light.1
            blue += light.2
            skinCount += 1
            if u < 0 {
                left += luminance
                leftCount += 1
            } else {
                right += luminance
                rightCount += 1
            }
        }

        func share(_ isIn: (Int) -> Bool) -> Double {
            let sum = histogram.indices.reduce(0) { $0 + (isIn($1) ? histogram[$1] : 0) }
            return 100 * Double(sum) / Double(max(1, count))
        }

        func level(at share: Double) -> Int {
            var rest = Int(share * Double(count))
            for (level, number) in histogram.enumerated() {
                rest -= number
                if rest < 0 { return level }
            }
            return 255
        }
    }
}
