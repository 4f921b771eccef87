/// How light lies on a face, from one walk over its skin.
struct FaceLight: Hashable, Sendable {
    /// Percent of the skin that is burnt out: luma of 250 and more (OFIQ's over-exposure prevention,
    /// ISO/IEC 29794-5, counts alike from 247).
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
            for column in 0..<columns {
                let share = (Double(column) + 0.5) / Double(columns)
                let u = (2 * share - 1) * Self.half(at: v)
                guard walk.see(photo, frame.pixel(u, v), u: u, v: v) else { return nil }
            }
        }
        walk.seeForehead(photo, frame)
        burnt = walk.burntShare
        // The forehead, a ninth of the skin, is black where hair lies over it: only the rest is
        // counted.
        black = 8 / 9.0 * walk.share { $0 <= 25 }
        contrast = Double(walk.level(at: 0.98) - walk.level(at: 0.02))
        let (left, right) = (walk.left / walk.leftCount, walk.right / walk.rightCount)
        unevenness = 100 * (1 - min(left, right) / max(left, right, 1e-6))
        let count = walk.skinCount
        skin = (walk.red / count, walk.green / count, walk.blue / count)
    }

    private static let rows = 72
    private static let (top, bottom) = (-0.3, 0.74)

    /// The half width of the face at a height, face widths: a jaw's mean outline, a little inside.
    private static func half(at v: Double) -> Double {
        for (upper, lower) in zip(outline, outline.dropFirst()) where v <= lower.v {
            let share = max(0, (v - upper.v) / (lower.v - upper.v))
            return upper.u + share * (lower.u - upper.u)
        }
        return 0.14
    }

    private static let outline = [
        (u: 0.42, v: -0.3), (u: 0.46, v: 0), (u: 0.455, v: 0.28), (u: 0.39, v: 0.53),
        (u: 0.25, v: 0.69), (u: 0.14, v: 0.75),
    ]

    private struct Walk {
        var histogram = [Int](repeating: 0, count: 256)
        var count = 0
        var (red, green, blue, skinCount) = (0.0, 0.0, 0.0, 0.0)
        var (left, leftCount, right, rightCount) = (0.0, 0.0, 0.0, 0.0)

        mutating func see(_ photo: Photo, _ place: Point, u: Double, v: Double) -> Bool {
            guard let (r, g, b) = photo.codes(at: place) else { return false }
            histogram[(77 * r + 150 * g + 29 * b + 128) >> 8] += 1
            count += 1
            if (0.08...0.38).contains(abs(u)), (0.12...0.56).contains(v) { seeCheek(r, g, b, u) }
            return true
        }

        private var (bright, forehead) = (0, 0)

        /// The forehead up to where hair may begin: what is much darker than the face is hair.
        mutating func seeForehead(_ photo: Photo, _ frame: HeadFrame) {
            let skin = level(at: 0.5) * 6 / 10
            for row in 0..<12 {
                let v = -0.46 + 0.16 * (Double(row) + 0.5) / 12
                for column in 0..<columns {
                    let u = (2 * (Double(column) + 0.5) / Double(columns) - 1) * 0.38
                    let place = frame.pixel(u, v)
                    guard let luma = photo.luma(at: place), luma >= skin else { continue }
                    forehead += 1
                    if luma >= burntLevel { bright += 1 }
                }
            }
        }

        /// Percent of face and forehead that is burnt out.
        var burntShare: Double {
            let face = histogram[burntLevel...].reduce(0, +)
            return 100 * Double(face + bright) / Double(max(1, count + forehead))
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

        /// Percent of the face with such a luma.
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

private let burntLevel = 250
private let columns = 60

extension Photo {
    /// R, G and B of a pixel; nil outside the picture.
    fileprivate func codes(at place: Point) -> (Int, Int, Int)? {
        let (x, y) = (Int(place.x), Int(place.y))
        guard place.x >= 0, place.y >= 0, x < width, y < height else { return nil }
        let index = (y * width + x) * 3
        return (Int(pixels[index]), Int(pixels[index + 1]), Int(pixels[index + 2]))
    }

    fileprivate func luma(at place: Point) -> Int? {
        codes(at: place).map { (77 * $0.0 + 150 * $0.1 + 29 * $0.2 + 128) >> 8 }
    }
}
