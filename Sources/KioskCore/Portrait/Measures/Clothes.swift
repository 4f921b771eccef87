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
        let row = min(head.eyeLine + 1.5 * unit, bottom - 0.08 * unit)
        guard row > head.eyeLine + 1.28 * unit else { return nil }
        let distances = [-1.0, 1.0].compactMap { side -> Double? in
            let shoulder = Point(x: head.middle + side * 0.7 * unit, y: row)
            return photo.color(about: shoulder, half: 0.06 * unit, count: 5)
                .map(backdrop.distance)
        }
        return distances.min()
    }
}
