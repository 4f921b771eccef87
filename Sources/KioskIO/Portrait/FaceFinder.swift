import CFaces
public import KioskCore

/// dlib's frontal face detector and 68-point landmarks. Not for use by two threads at once.
///
/// The detector is a histogram-of-gradients one with a window of 80 × 80 px (King, "Max-Margin
/// Object Detection", 2015); the landmarks are an ensemble of regression trees (Kazemi & Sullivan,
/// 2014).
public struct FaceFinder: ~Copyable {
    private let finder: OpaquePointer

    /// The least width of a face that is found, px of the searched picture.
    public static let leastFace = 80

    /// Opens the detector and, where given, the landmark file.
    ///
    /// - Throws: `face.model` where the file is missing or not the 68-point one.
    public init(landmarkFile: String?) throws(KioskError) {
        var opened: OpaquePointer?
        let status = cfaces_open(landmarkFile, &opened)
        guard status == CFACES_OK, let opened else {
            let detail = status == CFACES_NO_MODEL ? "not there" : "not the 68-point file"
            throw KioskError(.faceModel, landmarkFile ?? "", detail: detail)
        }
        finder = opened
    }

    deinit { cfaces_close(finder) }

    /// The upright faces in a picture, surest first, with landmarks where a file was given.
    ///
    /// - Throws: `bug` where dlib fails.
    public borrowing func find(_ image: GrayImage) throws(KioskError) -> [DetectedFace] {
        var faces: [DetectedFace] = []
        for box in Self.believed(try boxes(in: image, over: Self.doubtful)) {
            faces.append(
                DetectedFace(
                    left: box.left, top: box.top, right: box.right, bottom: box.bottom,
                    score: box.score, landmarks: try landmarks(in: box, image)))
        }
        return faces
    }

    /// The detector's boxes over a score, surest first, sixteen at most.
    borrowing func boxes(in image: GrayImage, over score: Double) throws(KioskError)
        -> [cfaces_box]
    {
        guard image.width >= Self.leastFace, image.height >= Self.leastFace else { return [] }
        var boxes = [cfaces_box](repeating: cfaces_box(), count: 16)
        var count: Int32 = 0
        let status = cfaces_find(
            finder, image.pixels, Int32(image.width), Int32(image.height), Int32(image.width),
            score, &boxes, Int32(boxes.count), &count)
        guard status == CFACES_OK else { throw KioskError(.bug, "dlib") }
        return Array(boxes.prefix(Int(count)))
    }

    /// The score at which the detector is sure, and the one at which there is something to it.
    ///
    /// It was trained on faces lighter than some: a dark one with a gray beard reached −0.2 where
    /// others have 1 to 2. Where the detector is sure of somebody, only sure ones count. Eight of 172
    /// pictures of codes have a face for it then, all too small for a portrait.
    private static let (sure, doubtful) = (0.0, -0.25)

    private static func believed(_ boxes: [cfaces_box]) -> [cfaces_box] {
        let sure = boxes.filter { $0.score >= Self.sure }
        return sure.isEmpty ? boxes.max { $0.score < $1.score }.map { [$0] } ?? [] : sure
    }

    /// The landmarks of a face whose head is known; nil where they are turned off.
    ///
    /// - Throws: `bug` where dlib fails.
    public borrowing func landmarks(
        of head: HeadGeometry, in image: GrayImage
    ) throws(KioskError) -> FaceLandmarks? {
        // The detector's box by the proportions that `HeadGeometry` takes from it.
        let side = head.leftEye.distance(to: head.rightEye) / 0.42
        let left = (head.leftEye.x + head.rightEye.x - side) / 2
        let top = head.eyeLine - 0.29 * side
        let box = cfaces_box(
            left: left, top: top, right: left + side, bottom: top + side, score: 0)
        return try landmarks(in: box, image)
    }

    /// Boxes about the found one whose landmarks are averaged.
    private static let averaged: Int32 = 3

    private borrowing func landmarks(
        in box: cfaces_box, _ image: GrayImage
    ) throws(KioskError) -> FaceLandmarks? {
        var points = [cfaces_point](repeating: cfaces_point(), count: Int(CFACES_POINTS))
        let status = cfaces_landmarks(
            finder, image.pixels, Int32(image.width), Int32(image.height), Int32(image.width), box,
            Self.averaged, &points)
        guard status == CFACES_OK || status == CFACES_NO_MODEL else {
            throw KioskError(.bug, "dlib")
        }
        return status == CFACES_OK
            ? FaceLandmarks(points.map { Point(x: $0.x, y: $0.y) }) : nil
    }
}
