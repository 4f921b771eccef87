import CFaces
public import KioskCore

extension FaceFinder {
    /// Where a picture's edge may cut through a face: a side, and how much of the picture is left out
    /// there.
    public struct Edge: Hashable, Sendable {
        /// Whether it is the left side.
        public let isLeft: Bool
        /// The share of the width that is left out.
        let inset: Double
        /// The score from which a face of two like halves on the mirror's line is believed. At the edge
        /// it may lack a real one's unlikeness; farther in it is seen for more than its half.
        let score: Double

        /// Both sides, each as it is and a little farther in: a face is whole with its mirror image
        /// only where the mirror stands at its middle.
        public static let all = [(0, -0.35), (0.025, 0)].flatMap { inset, score in
            [true, false].map { Edge(isLeft: $0, inset: inset, score: score) }
        }
    }

    /// Whether the picture's edge cuts through a face, which the detector misses: it looks for whole
    /// ones. The strip at the edge and its mirror image make a face whole that is cut in the middle.
    ///
    /// - Throws: `bug` where dlib fails.
    public borrowing func isFaceCut(
        at edge: Edge, of image: GrayImage
    ) throws(KioskError) -> Bool {
        let width = max(Self.leastFace, image.width * 22 / 100)
        let inset = Int(edge.inset * Double(image.width))
        guard image.width > 2 * width + inset else { return false }
        let strip = image.mirrored(at: edge.isLeft, from: inset, columns: width)
        return try boxes(in: strip, over: edge.score).contains { box in
            let aside = abs((box.left + box.right) / 2 - Double(width))
            return aside < 0.2 * (box.right - box.left)
        }
    }
}
