/// The clothes at the shoulders.
enum Clothes {
    /// How far the clothes' colour is from the backdrop's, ΔE*ab, the nearer of both shoulders; nil
    /// where the portrait ends above them.
    ///
    /// The authority looks for dark edges between person and backdrop; clothes of the backdrop's
    /// colour have none.
    static func distance(
        in photo: Photo, area: PortraitArea, head: HeadGeometry, backdrop: LabColor
    ) -> Double? {
        let unit = max(1, head.faceWidth)
        let bottom = area.y + Double(area.size.height) / area.scale
        let row = min(head.eyeLine + 1.5 * unit, bottom - 0.05 * unit)
        guard row > head.eyeLine + 1.28 * unit else { return nil }
        let distances = [-1.0, 1.0].compactMap { side in
            middle(photo, Point(x: head.middle + side * 0.7 * unit, y: row), reach: 0.06 * unit)
                .map(backdrop.distance)
        }
        return distances.min()
    }

    /// The middle colour of a square, channel by channel.
    private static func middle(_ photo: Photo, _ centre: Point, reach: Double) -> LabColor? {
        var colors: [LabColor] = []
        for dy in stride(from: -1.0, through: 1, by: 0.5) {
            for dx in stride(from: -1.0, through: 1, by: 0.5) {
                let place = Point(x: centre.x + dx * reach, y: centre.y + dy * reach)
                guard let light = photo.light(at: place) else { return nil }
                colors.append(LabColor(red: light.red, green: light.green, blue: light.blue))
            }
        }
        func median(_ value: (LabColor) -> Double) -> Double {
            colors.map(value).sorted()[colors.count / 2]
        }
        return LabColor(
            lightness: median { $0.lightness }, a: median { $0.a }, b: median { $0.b })
    }
}
