/// The lamp's reflection on glasses.
enum Glare {
    /// Percent of the place of a lens that is burnt out without colour, the worse of both; nil where
    /// a lens leaves the picture.
    ///
    /// The white of an eye is less bright than this, and a catch-light smaller than half a percent.
    static func percent(in photo: Photo, _ frame: HeadFrame) -> Double? {
        let shares = [-1.0, 1.0].compactMap { share(in: photo, frame, side: $0) }
        return shares.count == 2 ? shares.max() : nil
    }

    /// A lens by the usual proportions: 0.32 face widths wide, 0.21 high.
    private static let (centre, half) = ((u: 0.228, v: 0.018), (u: 0.16, v: 0.105))
    private static let steps = 40

    private static func share(in photo: Photo, _ frame: HeadFrame, side: Double) -> Double? {
        var (burnt, count) = (0, 0)
        for row in 0..<steps {
            for column in 0..<steps {
                let (x, y) = (unit(column), unit(row))
                guard x * x * x * x + y * y * y * y <= 1 else { continue }
                let place = frame.pixel(side * centre.u + x * half.u, centre.v + y * half.v)
                guard let isBurnt = isBurnt(photo, Int(place.x), Int(place.y)) else { return nil }
                count += 1
                burnt += isBurnt ? 1 : 0
            }
        }
        return 100 * Double(burnt) / Double(max(1, count))
    }

    private static func unit(_ step: Int) -> Double { 2 * (Double(step) + 0.5) / Double(steps) - 1 }

    private static func isBurnt(_ photo: Photo, _ x: Int, _ y: Int) -> Bool? {
        guard x >= 0, y >= 0, x < photo.width, y < photo.height else { return nil }
        let index = (y * photo.width + x) * 3
        return photo.pixels[index] >= 243 && photo.pixels[index + 1] >= 243
            && photo.pixels[index + 2] >= 238
    }
}
