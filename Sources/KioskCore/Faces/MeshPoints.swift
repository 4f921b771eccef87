/// The points of a face mesh that something is measured by, by their numbers in MediaPipe's mesh of 468: the
/// one table. Left and right are the picture's.
enum MeshPoints {
    /// The rims of the eyes: outer corner, two on the upper lid, inner corner, two on the lower lid; and the
    /// same from the inner corner on for the other eye.
    static let leftEye = [33, 160, 158, 133, 153, 144]
    static let rightEye = [362, 385, 387, 263, 373, 380]
    /// The corners of each eye, and the outer ones of both.
    static let leftCorners = (left: 33, right: 133)
    static let rightCorners = (left: 362, right: 263)
    static let outerCorners = (left: 33, right: 263)
    /// The lowest point of the chin's front.
    static let chin = 152
    /// The face's outline, from the forehead's middle clockwise.
    static let outline = [
        10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377,
        152, 148, 176, 149, 150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109,
    ]
    /// The outer edge of the lips, from the left corner to the right one, above and below.
    static let upperLip = [61, 185, 40, 39, 37, 0, 267, 269, 270, 409, 291]
    static let lowerLip = [61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291]
    /// Where the inner edge of the upper lip begins to be level, left and right.
    static let innerLip = (left: 81, right: 311)
}
