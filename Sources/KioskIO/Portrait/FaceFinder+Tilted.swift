public import KioskCore

extension FaceFinder {
    /// Faces tilted too far for the detector, which knows upright ones: those it is sure of in the
    /// picture turned by 28° to either side, without those that are known already. A large picture is
    /// searched at half its size.
    ///
    /// - Throws: `bug` where dlib fails.
    public borrowing func findTilted(
        _ image: GrayImage, besides known: [DetectedFace]
    ) throws(KioskError) -> [DetectedFace] {
        guard max(image.width, image.height) > 960 else {
            return try findTilted(in: image, besides: known)
        }
        let small = known.map { $0.scaled(by: 0.5) }
        return try findTilted(in: image.halved(), besides: small).map { $0.scaled(by: 2) }
    }

    private borrowing func findTilted(
        in image: GrayImage, besides known: [DetectedFace]
    ) throws(KioskError) -> [DetectedFace] {
        var faces: [DetectedFace] = []
        for sine in [-0.469, 0.469] {
            let cosine = 0.883
            let turned = image.turned(sine: sine, cosine: cosine)
            for face in try find(turned) where face.score > Self.sureWhenTilted {
                let back = face.mapped {
                    image.place(ofTurned: $0, sine: sine, cosine: cosine)
                }
                let isNew = (known + faces).allSatisfy { !$0.isSame(as: back) }
                if isNew { faces.append(back) }
            }
        }
        return faces
    }

    /// Most pictures are turned for nothing, so that only sure faces are believed.
    private static let sureWhenTilted = 0.3
}

extension DetectedFace {
    /// Whether two boxes are of one face: the middle of one lies in the inner half of the other.
    fileprivate func isSame(as other: DetectedFace) -> Bool {
        let reach = 0.35 * max(right - left, other.right - other.left)
        return abs((left + right) - (other.left + other.right)) / 2 < reach
            && abs((top + bottom) - (other.top + other.bottom)) / 2 < reach
    }

    /// The face in another picture; the box stays upright about its middle.
    fileprivate func mapped(_ place: (Point) -> Point) -> DetectedFace {
        let middle = place(Point(x: (left + right) / 2, y: (top + bottom) / 2))
        let half = (right - left) / 2
        return DetectedFace(
            left: middle.x - half, top: middle.y - half, right: middle.x + half,
            bottom: middle.y + half, score: score, landmarks: landmarks?.mapped(place))
    }

    /// The face in the picture made larger by a factor.
    fileprivate func scaled(by factor: Double) -> DetectedFace {
        DetectedFace(
            left: left * factor, top: top * factor, right: right * factor,
            bottom: bottom * factor, score: score,
            landmarks: landmarks?.mapped { Point(x: $0.x * factor, y: $0.y * factor) })
    }
}
