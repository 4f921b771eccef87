/// What does not belong into a portrait, though nobody holds it: dates, words and logos in the camera's
/// picture, frames about it.
public struct ForeignMarks: Sendable {
    /// How many are before the backdrop; nil where there is none.
    public let onBackdrop: Int?
    /// Whether a straight line or a frame is there.
    public let hasLine: Bool
    /// Letters in the longest row under the face, on clothes or over them; 0 where there is none.
    public let letters: Int

    /// Marks of a finished portrait.
    public init(_ photo: Photo, head: HeadGeometry, background: Background) {
        let marks = background.model.map { BackdropMarks(photo, head, $0) }
        onBackdrop = marks?.count
        let shoulders = Int(head.eyeLine + 0.85 * head.faceWidth)
        hasLine = marks?.hasLine ?? false || FrameLines.isThere(in: photo, shoulders: shoulders)
        letters = LetterRow.longest(in: photo, under: head)
    }
}
