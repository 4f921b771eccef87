/// How light lies on a face.
struct FaceLight: Hashable, Sendable {
    /// Percent of the skin that is burnt out: luma of 250 and more (OFIQ's over-exposure prevention,
    /// ISO/IEC 29794-5, counts alike from 247).
    let burnt: Double
    /// Percent of the skin that is black: luma of 25 and less (OFIQ's under-exposure prevention).
    let black: Double
    /// How much is missing to a face that is lit, percent: by its brightest parts, the eyes' whites and the
    /// shine on the skin, which differ less between people than skins do. 0 from a luma of 95 on: of 15 people
    /// in one studio's light they come to 103 in the darkest face and to 150 and more in the others.
    let dimness: Double
    /// The spread of the face's luma: from its 2nd to its 98th percentile, levels.
    let contrast: Double
    /// How much less light the darker half of the face has than the brighter, percent.
    let unevenness: Double

    /// nil where the face leaves the picture.
    init?(in photo: Photo, _ frame: HeadFrame) {
        guard let face = Self.face(photo, frame), let (left, right) = Self.cheeks(photo, frame)
        else { return nil }
        let forehead = Self.forehead(photo, frame, over: face[face.count / 2] / 10 * 6)
        burnt = Self.percent(of: face + forehead) { $0 >= 250 }
        // The forehead, a ninth of the skin, is black where hair lies over it: only the rest is
        // counted.
        black = 8 / 9.0 * Self.percent(of: face) { $0 <= 25 }
        let (dark, bright) = (face[face.count * 2 / 100], face[face.count * 98 / 100])
        contrast = Double(bright - dark)
        dimness = 100 * max(0, 1 - Double(bright) / 95)
        unevenness = 100 * (1 - min(left, right) / max(left, right, 1e-6))
    }

    /// The luma of the face from under the hair to the chin, in order; nil where it leaves the picture.
    private static func face(_ photo: Photo, _ frame: HeadFrame) -> [UInt8]? {
        let rows = steps(72, in: -0.3...0.74)
        let codes = rows.flatMap { v in
            steps(60, in: -half(at: v)...half(at: v)).map { photo.codes(at: frame.pixel($0, v)) }
        }
        let seen = codes.compactMap(\.self)
        return seen.count == codes.count ? seen.map(luma).sorted() : nil
    }

    /// The luma of the forehead up to where hair may begin; what is not over `skin` is hair.
    private static func forehead(_ photo: Photo, _ frame: HeadFrame, over skin: UInt8) -> [UInt8] {
        steps(12, in: -0.46 ... -0.3).flatMap { v in
            steps(60, in: -0.38...0.38).compactMap { u in
                photo.codes(at: frame.pixel(u, v)).map(luma).flatMap { $0 > skin ? $0 : nil }
            }
        }
    }

    /// The luminance that three tenths of each cheek have more of: hair over a third of it darkens it little. nil
    /// where one leaves the picture.
    private static func cheeks(_ photo: Photo, _ frame: HeadFrame) -> (Double, Double)? {
        func cheek(_ side: Double) -> Double? {
            let lights = steps(30, in: 0.12...0.56).flatMap { v in
                steps(20, in: 0.08...0.38).map { photo.light(at: frame.pixel(side * $0, v)) }
            }
            let seen = lights.compactMap(\.self)
            guard seen.count == lights.count else { return nil }
            return seen.map(\.luminance).smallest(at: seen.count * 7 / 10)
        }
        guard let left = cheek(-1), let right = cheek(1) else { return nil }
        return (left, right)
    }

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

    /// The middles of so many equal parts of a range.
    private static func steps(_ count: Int, in range: ClosedRange<Double>) -> [Double] {
        let width = range.upperBound - range.lowerBound
        return (0..<count).map { range.lowerBound + width * (Double($0) + 0.5) / Double(count) }
    }

    private static func percent(of lumas: [UInt8], _ isIn: (UInt8) -> Bool) -> Double {
        100 * Double(lumas.count(where: isIn)) / Double(max(1, lumas.count))
    }
}
