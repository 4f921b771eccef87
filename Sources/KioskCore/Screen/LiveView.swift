/// Where the camera's picture stands on a screen, and how much of it.
public struct LiveView: Hashable, Sendable {
    /// Where it stands, px of the screen.
    public let place: Rect
    /// What of it is shown, px of the camera's picture.
    public let source: Rect
    /// Whether it is shown as a mirror would.
    public let isMirrored: Bool

    /// The whole picture, as large as it fits.
    public init(fitting picture: Size, into place: Rect, isMirrored: Bool) {
        self.place = place.fitting(picture)
        source = Rect(x: 0, y: 0, width: picture.width, height: picture.height)
        self.isMirrored = isMirrored
    }

    /// The middle of the picture, so much of it that it fills the place.
    public init(filling place: Rect, with picture: Size, isMirrored: Bool) {
        self.place = place
        let whole = Rect(x: 0, y: 0, width: picture.width, height: picture.height)
        source = whole.fitting(Size(width: place.width, height: place.height))
        self.isMirrored = isMirrored
    }

    /// A part of the camera's picture where it is on the screen.
    public func onScreen(_ part: Rect) -> Rect {
        let scale = Double(place.width) / Double(max(1, source.width))
        let left = isMirrored ? source.maxX - part.maxX : part.x - source.x
        return Rect(
            x: place.x + Int((Double(left) * scale).rounded()),
            y: place.y + Int((Double(part.y - source.y) * scale).rounded()),
            width: Int((Double(part.width) * scale).rounded()),
            height: Int((Double(part.height) * scale).rounded()))
    }
}
