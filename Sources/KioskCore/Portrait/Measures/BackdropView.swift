/// The backdrop of a portrait as a grid of cells: its colour, its evenness, and what stands before it
/// that is not the student.
struct BackdropView: Sendable {
    /// The colour in the middle of the order of all cells, by lightness.
    let color: LabColor
    /// The light of a place of it without edges; nil where there is none.
    let light: LinearLight?
    /// How much lighter the lightest part of the backdrop is than the darkest, L*: the 97th less the
    /// 3rd percentile of cells.
    let unevenness: Double
    /// Whether the darkest part lies beside the head, as a shadow of it does.
    let isDarkBesideHead: Bool
    /// Percent of the portrait that is neither backdrop nor student.
    let objects: Double
    /// A place of the backdrop without edges, in px of the picture.
    let flat: Point?

    /// - Parameters:
    ///   - area: the portrait's place in the picture, px.
    ///   - head: in px of the picture.
    /// - Returns: nil where too little backdrop is in view.
    init?(_ photo: Photo, area: PortraitArea, head: HeadGeometry, model: BackdropModel) {
        let grid = BackdropGrid(photo, area, head, model)
        let cells = grid.backdrop
        guard cells.count >= 60 else { return nil }
        let sorted = cells.sorted { $0.color.lightness < $1.color.lightness }
        color = .median(cells.map(\.color))
        let flat = grid.flat
        self.flat = flat
        light = flat.flatMap { photo.light(about: $0, half: 4, count: 9) }
        let (low, high) = (sorted[sorted.count * 3 / 100], sorted[sorted.count * 97 / 100])
        unevenness = high.color.lightness - low.color.lightness
        let dark = sorted.prefix(max(1, sorted.count * 3 / 100))
        let beside = dark.count { abs($0.u) < 1.05 && $0.v > -0.7 }
        isDarkBesideHead = beside * 3 >= dark.count * 2
        objects = grid.objects
    }
}
