public import KioskCore

extension FaceFinder {
    /// Where a picture's edge may cut through a face: a side, and how much of the picture is left out
    /// there.
    public struct Edge: Hashable, Sendable {
        /// Whether it is the left side.
        public let isLeft: Bool
        /// The share of the width that is left out.
        let inset: Double

        /// Both sides, each as it is and a little farther in: a face is whole with its mirror image
        /// only where the mirror stands at its middle.
        public static let all = [0, 0.025].flatMap { inset in
            [true, false].map { Edge(isLeft: $0, inset: inset) }
        }
    }

    /// Whether the picture's edge cuts through a face, which a detector of whole ones misses. The strip at
    /// the edge and its mirror image make a face whole that is cut in the middle.
    ///
    /// - Throws: `bug` where a network fails.
    public borrowing func isFaceCut(
        at edge: Edge, of photo: Photo
    ) throws(KioskError) -> Bool {
        let width = photo.width * 22 / 100
        let inset = Int(edge.inset * Double(photo.width))
        guard photo.width > 2 * width + inset, width > 8 else { return false }
        let strip = photo.mirrored(at: edge.isLeft, from: inset, columns: width)
        for box in try edgeDetector.find(in: strip, least: Self.leastAtEdge) {
            let aside = abs(box.middle.x - Double(width))
            guard aside < 0.2 * box.width else { continue }
            let presence = try presence(of: box, in: strip)
            if box.score + presence >= Self.believedAtEdge { return true }
        }
        return false
    }

    /// A fifth of a face and its mirror image make a narrow one, of which either model may be unsure, but
    /// not both. Where nobody was, in 150 pictures, the most that both said together was 0.62.
    private static let (leastAtEdge, believedAtEdge) = (0.3, 0.9)
}
