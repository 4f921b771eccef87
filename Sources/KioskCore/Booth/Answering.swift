/// A digit that was pressed while something is asked.
///
/// It answers when it stays alone: the operator who types an ID number with both eyes on the card,
/// or a card reader, sends a digit first too.
struct Answering: Hashable, Sendable {
    /// The digit; nil where more followed, which then were no answer.
    let digit: Character?
    /// When it, or the last one after it, was pressed.
    let at: FrameTime

    /// So long a digit stays alone, seconds: a card reader's keys are 20 ms apart, a person's on
    /// the number pad 150 to 250.
    static let pause = 0.4
}
