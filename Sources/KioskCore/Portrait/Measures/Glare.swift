/// The lamp's reflection on glasses.
enum Glare {
    /// Percent of a lens that is burnt out without colour, the worse of both; nil where a lens leaves
    /// the picture. What the rim hides of a reflection is counted with what is seen.
    ///
    /// Between the lids only what is whiter than the white of an eye counts.
    static func percent(in photo: Photo, _ frame: HeadFrame) -> Double? {
        let shares = [-1.0, 1.0].compactMap { share(in: photo, frame, side: $0) }
        guard shares.count == 2, let seen = shares.max() else { return nil }
        return seen > 0.5 ? seen + Self.hidden : seen
    }

    /// The glass is less than the place that is looked at, whose corners are round.
    private static let glass = 0.69
    /// The rim hides about this much of a reflection that begins at it, percent.
    private static let hidden = 1.5

    /// A lens by the usual proportions: 0.32 face widths wide, 0.21 high.
    private static let (centre, half) = ((u: 0.228, v: 0.018), (u: 0.16, v: 0.105))
    private static let steps = 40

    private static func share(in photo: Photo, _ frame: HeadFrame, side: Double) -> Double? {
        var (burnt, count) = (0, 0)
        for row in 0..<steps {
            for column in 0..<steps {
                let (x, y) = (unit(column), unit(row))
                guard x * x * x * x + y * y * y * y <= 1 else { continue }
                let (u, v) = (centre.u + x * half.u, centre.v + y * half.v)
                let isEye = abs(u - 0.222) < 0.1 && (-0.05...0.04).contains(v)
                let place = frame.pixel(side * u, v)
                guard let isBurnt = isBurnt(photo, place, over: isEye ? 248 : 225) else {
                    return nil
                }
                count += 1
                burnt += isBurnt ? 1 : 0
            }
        }
        return 100 * Double(burnt) / (glass * Double(max(1, count)))
    }

    private static func unit(_ step: Int) -> Double { 2 * (Double(step) + 0.5) / Double(steps) - 1 }

    private static func isBurnt(_ photo: Photo, _ place: Point, over level: UInt8) -> Bool? {
        photo.codes(at: place).map { codes in
            codes.red >= level && codes.green >= level && codes.blue >= level - 4
        }
    }
}
