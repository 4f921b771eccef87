/// A face as the finder saw it: a box and, where the landmark file is in use, 68 points.
public struct DetectedFace: Hashable, Sendable {
    /// The box's left edge, px.
    public var left: Double
    /// The box's upper edge, px.
    public var top: Double
    /// The box's right edge, px.
    public var right: Double
    /// The box's lower edge, px.
    public var bottom: Double
    /// The detector's score; higher is surer.
    public var score: Double
    /// The landmarks; nil where they are turned off.
    public var landmarks: FaceLandmarks?

    /// A face in that box.
    public init(
        left: Double, top: Double, right: Double, bottom: Double, score: Double,
        landmarks: FaceLandmarks?
    ) {
        self.left = left
        self.top = top
        self.right = right
        self.bottom = bottom
        self.score = score
        self.landmarks = landmarks
    }
}
