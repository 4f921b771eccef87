/// A camera's lens, by the angle between the ends of the longer side of its picture.
public struct CameraLens: Hashable, Sendable {
    /// Degrees, over 0 and under 180.
    public let angle: Double

    /// A lens of that angle; nil for none.
    public init?(angle: Double) {
        guard angle > 0, angle < 180 else { return nil }
        self.angle = angle
    }

    /// How far away something is that faces the lens in the middle of the picture, in the unit of `length`.
    ///
    /// - Parameters:
    ///   - length: how long it is.
    ///   - pixels: how long it is in a picture of that size.
    func distance(ofLength length: Double, pixels: Double, in picture: Size) -> Double {
        // tan of a half is (1 − cos) ÷ sin of the whole.
        let (sine, cosine) = Angle.sineCosine(angle)
        let focal = Double(max(picture.width, picture.height)) / 2 * sine / (1 - cosine)
        return focal * length / max(pixels, 1e-6)
    }
}
