/// Which looks a live frame gets. Each gets the plain one by ZXing, which is the cheapest and reads nearly all; beside
/// it they take turns, so that the preview never waits and a hard code is read within a second or two.
public struct CodeRota: Sendable {
    /// zbar's plain look comes every third frame, the others as often as they help for their cost. On the average the
    /// turns and ZXing's plain looks come to less than 0.6 of zbar's alone (`kiosk-bench codes`).
    private static let turns: [CodeView] = [
        CodeView(.own, .none, .zbar),
        CodeView(.reduced(640), .none, .zxing),
        CodeView(.own, .none, .zxingByRow),
        CodeView(.own, .none, .zbar),
        CodeView(.own, .darkened, .zxing),
        CodeView(.own, .inverted, .zxing),
        CodeView(.own, .none, .zbar),
        CodeView(.reduced(640), .none, .zxingByRow),
        CodeView(.own, .divided, .zxing),
        CodeView(.own, .none, .zbar),
        CodeView(.own, .sharpened, .zxing),
        CodeView(.enlarged(2), .none, .zxing),
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
