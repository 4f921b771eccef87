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

    /// The head of a face, its hair top still unknown: the eyes' middles, the chin, the outline's extremes.
    public init(mesh: FaceMesh) {
        let cheeks = mesh.cheeks
        self.init(
            hairTop: nil, leftEye: mesh.leftEye, rightEye: mesh.rightEye, chin: mesh.chin,
            faceLeft: cheeks.lowerBound, faceRight: cheeks.upperBound)
    }

    /// The square that a mesh model is shown to find the points of this head.
    public var meshSquare: TurnedSquare {
        let direction = Point(x: rightEye.x - leftEye.x, y: rightEye.y - leftEye.y)
        let eyes = Point.middle(leftEye, rightEye)
        // As the mean face's own square lies to its eyes and chin.
        let middle = Point(
            x: eyes.x + 0.242 * (chin.x - eyes.x), y: eyes.y + 0.242 * (chin.y - eyes.y))
        return TurnedSquare(
            middle: middle, side: 2.13 * eyes.distance(to: chin), along: direction)
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

    /// The same head, its columns and rows elsewhere.
    public func mapped(x: (Double) -> Double, y: (Double) -> Double) -> HeadGeometry {
        HeadGeometry(
            hairTop: hairTop.map(y),
            leftEye: Point(x: x(leftEye.x), y: y(leftEye.y)),
            rightEye: Point(x: x(rightEye.x), y: y(rightEye.y)),
            chin: Point(x: x(chin.x), y: y(chin.y)),
            faceLeft: x(faceLeft), faceRight: x(faceRight))
    }
}
