/// Where the portrait is in the picture that is looked at.
struct PortraitArea: Hashable, Sendable {
    /// The portrait's upper left corner, px of the picture.
    var x: Double
    var y: Double
    /// Portrait px for each px of the picture.
    var scale: Double
    /// The portrait's size, its own px.
    var size: Size

    /// The pixel of a place in the portrait.
    func pixel(_ x: Double, _ y: Double) -> Point {
        Point(x: self.x + x / scale, y: self.y + y / scale)
    }
}
