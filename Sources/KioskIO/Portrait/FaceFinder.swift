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
        guard image.width >= Self.leastFace, image.height >= Self.leastFace else { return [] }
        var boxes = [cfaces_box](repeating: cfaces_box(), count: 16)
        var count: Int32 = 0
        let status = cfaces_find(
            finder, image.pixels, Int32(image.width), Int32(image.height), Int32(image.width),
            Self.doubtful, &boxes, Int32(boxes.count), &count)
        guard status == CFACES_OK else { throw KioskError(.bug, "dlib") }
        var faces: [DetectedFace] = []
        for box in Self.believed(boxes.prefix(Int(count))) {
            faces.append(try face(in: box, image))
        }
        return faces
    }

    /// The score at which the detector is sure, and the one at which there is something to it.
    ///
    /// It was trained on faces lighter than some: a dark one with a gray beard reached −0.2 where
    /// others have 1 to 2. Where the detector is sure of somebody, only sure ones count. In 174
    /// pictures of codes it is sure of a face in two; between the two scores are seven more.
    private static let (sure, doubtful) = (0.0, -0.25)

    private static func believed(_ boxes: ArraySlice<cfaces_box>) -> [cfaces_box] {
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

    /// A side of a picture.
    public enum Edge: CaseIterable, Sendable {
        case left, right
    }

    /// Whether the picture's edge cuts through a face, which the detector misses: it looks for whole
    /// ones. The strip at the edge and its mirror image make a face whole that is cut in the middle.
    ///
    /// - Throws: `bug` where dlib fails.
    public borrowing func isFaceCut(
        at edge: Edge, of image: GrayImage
    ) throws(KioskError) -> Bool {
        let width = max(Self.leastFace, image.width * 22 / 100)
        guard image.width > 2 * width, image.height >= Self.leastFace else { return false }
        let strip = image.mirrored(at: edge == .left, columns: width)
        var boxes = [cfaces_box](repeating: cfaces_box(), count: 16)
        var count: Int32 = 0
        let status = cfaces_find(
            finder, strip.pixels, Int32(strip.width), Int32(strip.height), Int32(strip.width),
            Self.onLine, &boxes, Int32(boxes.count), &count)
        guard status == CFACES_OK else { throw KioskError(.bug, "dlib") }
        return boxes.prefix(Int(count)).contains { box in
            let size = box.right - box.left
            let aside = abs((box.left + box.right) / 2 - Double(width)) / size
            return aside < 0.2 ? box.score >= Self.onLine : aside < 0.3 && box.score >= Self.beside
        }
    }

    /// The scores from which a face of two like halves is believed. One that is cut in the middle lies
    /// on the mirror's line; one that is cut at an ear is found twice, near it on both sides. Pairs
    /// farther away are something else (−0.35 for a cat).
    private static let (onLine, beside) = (-0.5, -0.3)

    /// Boxes about the found one whose landmarks are averaged.
    private static let boxes: Int32 = 3

    private borrowing func face(
        in box: cfaces_box, _ image: GrayImage
    ) throws(KioskError) -> DetectedFace {
        DetectedFace(
            left: box.left, top: box.top, right: box.right, bottom: box.bottom, score: box.score,
            landmarks: try landmarks(in: box, image))
    }

    private borrowing func landmarks(
        in box: cfaces_box, _ image: GrayImage
    ) throws(KioskError) -> FaceLandmarks? {
        var points = [cfaces_point](repeating: cfaces_point(), count: Int(CFACES_POINTS))
        let status = cfaces_landmarks(
            finder, image.pixels, Int32(image.width), Int32(image.height), Int32(image.width), box,
            Self.boxes, &points)
        guard status == CFACES_OK || status == CFACES_NO_MODEL else {
            throw KioskError(.bug, "dlib")
        }
        return status == CFACES_OK
            ? FaceLandmarks(points.map { Point(x: $0.x, y: $0.y) }) : nil
    }
}
