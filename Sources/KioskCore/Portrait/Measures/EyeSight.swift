/// One eye as its pixels show it: the iris is nearer to the pupil than landmarks are, which a tilt of three
/// degrees needs.
public struct EyeSight: Hashable, Sendable {
    /// The middle of the iris, px of the picture.
    public var pupil: Point
    /// How much darker the iris is than what is left and right of it, in levels of 255.
    public var contrast: Double
    /// The visible height of the iris as a share of its diameter: 1 wide open, 0.25 and less where
    /// nothing but lashes is dark.
    public var visible: Double

    /// The same as a share of what is bright about the eye, whatever the exposure: the white of the eye or
    /// the skin, the brighter.
    public var share: Double

    /// Under this contrast there is no iris to go by: lids closed, or glare.
    static let leastContrast = 18.0

    /// Looks for the iris about a landmark eye centre.
    ///
    /// - Parameters:
    ///   - gray: luma.
    ///   - centre: the mean of the eye's six landmarks.
    ///   - unit: the face's width by the distance of its eyes, px.
    init?(in gray: GrayImage, near centre: Point, unit: Double) {
        // The iris is 11.7 mm wide, a face 135 mm (anthropometric means): a radius of 0.043.
        let step = 0.043 * unit / Self.radius
        guard step > 0.2, let patch = LumaPatch(gray, centre, step, half: Self.half) else {
            return nil
        }
        let scores = patch.scores(Self.kernel, reach: Self.reach) { x, y in
            let (u, v) = (x * step / (0.09 * unit), y * step / (0.07 * unit))
            return 50 * (u * u + v * v)
        }
        guard let best = scores.peak() else { return nil }
        pupil = Point(x: centre.x + best.x * step, y: centre.y + best.y * step)
        contrast = best.score
        share = best.score / max(1, patch.luma(at: 0.95))
        visible = Self.height(of: (best.x, best.y), patch, contrast) / (2 * Self.radius)
    }

    /// The visible height of an iris: of what is dark; beside the pupil, which in a light iris is the darkest
    /// thing by far; and by the white of the eye, where the iris is as light as the skin. That is less
    /// than half as high as the iris.
    private static func height(
        of place: (x: Double, y: Double), _ patch: LumaPatch, _ contrast: Double
    ) -> Double {
        let dark = [0...0.7, 0.5...0.85].map {
            patch.darkHeight(about: place, radius: radius, within: $0)
        }
        guard contrast >= leastWhite else { return max(dark[0], dark[1]) }
        let white = patch.brightHeight(beside: place, radius: radius, over: contrast / 2)
        return max(dark[0], dark[1], 2.2 * white)
    }

    /// From this contrast on there is white beside the iris.
    private static let leastWhite = 60.0

    /// The iris's radius in the patch that is searched, px.
    private static let radius = 6.0
    private static let reach = 13
    private static let half = 26

    /// Plus where the iris is, minus to its left and right, each of weight one. The lids, above and
    /// below, count for nothing.
    private static let kernel: [LumaPatch.Tap] = {
        func taps(_ isIn: (Double, Double) -> Bool) -> [(x: Int, y: Int)] {
            (-10...10).flatMap { y in
                (-10...10).compactMap { x in isIn(Double(x), Double(y)) ? (x, y) : nil }
            }
        }
        func distance(_ x: Double, _ y: Double) -> Double { (x * x + y * y).squareRoot() / radius }
        let inner = taps { distance($0, $1) <= 0.85 && abs($1) <= 0.55 * radius }
        let outer = taps {
            (1.15...1.55).contains(distance($0, $1)) && abs($1) <= 0.45 * radius
        }
        return inner.map { .init(x: $0.x, y: $0.y, weight: -1 / Float(inner.count)) }
            + outer.map { .init(x: $0.x, y: $0.y, weight: 1 / Float(outer.count)) }
    }()
}
