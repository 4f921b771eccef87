/// Where the parts of a head are, in pixels of one picture.
public struct HeadGeometry: Hashable, Sendable {
    /// The row of the hair's (or the bald head's) highest point; nil where the background does not
    /// let it be seen.
    public var hairTop: Double?
    /// The middle of the eye on the picture's left.
    public var leftEye: Point
    /// The middle of the eye on the picture's right.
    public var rightEye: Point
    /// The lowest point of the chin.
    public var chin: Point
    /// The column of the cheek on the picture's left.
    public var faceLeft: Double
    /// The column of the cheek on the picture's right.
    public var faceRight: Double

    /// A head of those points.
    public init(
        hairTop: Double?, leftEye: Point, rightEye: Point, chin: Point, faceLeft: Double,
        faceRight: Double
    ) {
        self.hairTop = hairTop
        self.leftEye = leftEye
        self.rightEye = rightEye
        self.chin = chin
        self.faceLeft = faceLeft
        self.faceRight = faceRight
    }

    /// The head of a detected face, its hair top still unknown.
    ///
    /// With landmarks: eyes are the means of points 36–41 and 42–47, the chin is point 8, the
    /// cheeks are the jaw line's extremes (points 0–16). Without: proportions of the box, measured
    /// on the detector's own boxes; they carry no claim to be exact.
    public init(face: DetectedFace) {
        guard let landmarks = face.landmarks else {
            self = Self.fromBox(face)
            return
        }
        self.init(landmarks: landmarks)
    }

    /// The head of a face's landmarks, its hair top still unknown.
    public init(landmarks: FaceLandmarks) {
        let jaw = landmarks.points[0...16].map(\.x)
        self.init(
            hairTop: nil, leftEye: landmarks.leftEye, rightEye: landmarks.rightEye,
            chin: landmarks[8], faceLeft: jaw.min() ?? 0, faceRight: jaw.max() ?? 0)
    }

    private static func fromBox(_ face: DetectedFace) -> HeadGeometry {
        let width = face.right - face.left
        func at(_ x: Double, _ y: Double) -> Point {
            Point(x: face.left + x * width, y: face.top + y * width)
        }
        return HeadGeometry(
            hairTop: nil, leftEye: at(0.29, 0.29), rightEye: at(0.71, 0.29), chin: at(0.5, 1.02),
            faceLeft: at(0.04, 0).x, faceRight: at(0.96, 0).x)
    }

    /// The row of the eye line: half-way between the eyes.
    public var eyeLine: Double { (leftEye.y + rightEye.y) / 2 }
    /// Cheek to cheek, px.
    public var faceWidth: Double { faceRight - faceLeft }
    /// The column half-way between the cheeks.
    public var middle: Double { (faceLeft + faceRight) / 2 }

    /// The hair top, or where the proportions of an adult head put it: as far above the eye line
    /// as 1.05 times the chin is below it (the eyes halve the head, and hair adds to it).
    public var hairTopOrEstimate: Double {
        hairTop ?? eyeLine - 1.05 * (chin.y - eyeLine)
    }

    /// The same head in a picture that is `factor` times as large.
    public func scaled(by factor: Double) -> HeadGeometry {
        mapped {
            $0 * factor
        } y: {
            $0 * factor
        }
    }

    /// The same head in the picture made of `crop` by scaling it to `size`.
    public func mapped(from crop: Rect, to size: Size) -> HeadGeometry {
        let across = Double(size.width) / Double(crop.width)
        let down = Double(size.height) / Double(crop.height)
        return mapped {
            ($0 - Double(crop.x)) * across
        } y: {
            ($0 - Double(crop.y)) * down
        }
    }

    func mapped(x: (Double) -> Double, y: (Double) -> Double) -> HeadGeometry {
        HeadGeometry(
            hairTop: hairTop.map(y),
            leftEye: Point(x: x(leftEye.x), y: y(leftEye.y)),
            rightEye: Point(x: x(rightEye.x), y: y(rightEye.y)),
            chin: Point(x: x(chin.x), y: y(chin.y)),
            faceLeft: x(faceLeft), faceRight: x(faceRight))
    }
}
