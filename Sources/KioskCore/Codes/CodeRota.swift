/// Which looks a live frame gets: the plain one by ZXing, which is the cheapest, and one more in turn, so that no frame
/// waits for all of them.
public struct CodeRota: Sendable {
    /// zbar's plain look comes every fourth frame, each of the others every twelfth. What they cost on the average beside
    /// zbar alone is told by `kiosk-bench codes`.
    private static let turns: [CodeView] = [
        CodeView(.own, .none, .zbar),
        CodeView(.reduced(640), .none, .zxing),
        CodeView(.own, .none, .zxingByRow),
        CodeView(.own, .darkened, .zxing),
        CodeView(.own, .none, .zbar),
        CodeView(.own, .inverted, .zxing),
        CodeView(.reduced(640), .none, .zxingByRow),
        CodeView(.own, .divided, .zxing),
        CodeView(.own, .none, .zbar),
        CodeView(.own, .sharpened, .zxing),
        CodeView(.reduced(500), .none, .zxing),
        CodeView(.own, .thickened, .zxing),
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
