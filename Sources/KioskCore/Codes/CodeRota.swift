/// Which looks a live frame gets: the plain one by ZXing, which is the cheapest, and one more in turn, so that no frame
/// waits for all of them.
public struct CodeRota: Sendable {
    /// zbar's plain look comes every fourth frame, each of the others every twelfth. What they cost on the average beside
    /// zbar alone is told by `kiosk-bench codes`.
    private static let turns: [CodeView] = [
        CodeView(.own, by: .zbar),
        CodeView(.reduced(640), by: .zxing),
        CodeView(.own, by: .zxingByRow),
        CodeView(.own, .darkened, by: .zxing),
        CodeView(.own, by: .zbar),
        CodeView(.own, .inverted, by: .zxing),
        CodeView(.reduced(640), by: .zxingByRow),
        CodeView(.own, .divided, by: .zxing),
        CodeView(.own, by: .zbar),
        CodeView(.own, .sharpened, by: .zxing),
        CodeView(.reduced(500), by: .zxing),
        CodeView(.own, .thickened, by: .zxing),
    ]

    private var turn = 0
    private var lucky: CodeView?

    /// A rota that has seen nothing.
    public init() {}

    /// The look that a frame of that size gets beside the plain one: the one that read the frame before, else the next
    /// in turn.
    public mutating func next(for size: Size) -> CodeView {
        if let lucky { return lucky }
        repeat { turn = (turn + 1) % Self.turns.count } while Self.turns[turn].size(of: size) == nil
        return Self.turns[turn]
    }

    /// Tells whether that look read a code.
    public mutating func note(_ view: CodeView, hasRead: Bool) { lucky = hasRead ? view : nil }
}
