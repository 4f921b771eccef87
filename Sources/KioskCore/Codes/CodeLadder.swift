/// The looks at a saved picture that none of the readers reads as it is.
public enum CodeLadder {
    /// What may be spent on a picture: pixels of plain looks by ZXing for each of its own, and those that a small
    /// picture gets anyway.
    static let budget = (share: 60, least: 24_000_000)
    /// The longer side of the largest picture that is prepared, px: of a phone's 24 million pixels no code needs all.
    static let longSide = 2000

    /// What the looks are of: the picture, or a smaller one.
    public static func base(of picture: GrayImage) -> GrayImage {
        picture.resampled(toLongSide: min(longSide, max(picture.width, picture.height)))
    }

    /// The looks, by what is wrong with the picture; ZXing's first, which cost an eighth.
    private static let all: [CodeView] = [
        // Smaller: noise and moiré average out.
        CodeView(.reduced(500), .none, .zxing),
        CodeView(.own, .none, .zxingByRow),
        CodeView(.reduced(1000), .none, .zxingByRow),
        CodeView(.reduced(640), .none, .zxingByRow),
        // Dark mode.
        CodeView(.own, .inverted, .zxing),
        CodeView(.reduced(1000), .inverted, .zxing),
        // Blur and small modules.
        CodeView(.own, .sharpened, .zxingByRow),
        CodeView(.enlarged(2), .sharpened, .zxingByRow),
        CodeView(.enlarged(3), .sharpened, .zxingByRow),
        CodeView(.reduced(640), .sharpened, .zxingByRow),
        CodeView(.enlarged(2), .none, .zxing),
        CodeView(.enlarged(3), .sharpened, .zxing),
        // Screens and paper in too much light.
        CodeView(.own, .darkened, .zxing),
        CodeView(.reduced(640), .darkened, .zxing),
        CodeView(.own, .thickened, .zxing),
        CodeView(.reduced(640), .thickened, .zxingByRow),
        // Glare and shadow.
        CodeView(.own, .divided, .zxing),
        CodeView(.own, .smoothed, .zxingByRow),
        CodeView(.own, .bordered, .zxing),
        CodeView(.own, .turned, .zxingByRow),
        // The other reader.
        CodeView(.reduced(1000), .none, .zbar),
        CodeView(.reduced(640), .none, .zbar),
        CodeView(.reduced(1000), .darkened, .zbar),
        CodeView(.reduced(1000), .inverted, .zbar),
        CodeView(.reduced(1000), .sharpened, .zbar),
        CodeView(.own, .divided, .zbar),
        CodeView(.own, .darkened, .zbar),
        CodeView(.own, .inverted, .zbar),
        CodeView(.enlarged(2), .none, .zbar),
        CodeView(.own, .sharpened, .zbar),
    ]

    /// The looks for a base of that size, in their order, as many as the budget allows.
    public static func views(for size: Size) -> [CodeView] {
        var left = max(budget.least, budget.share * size.width * size.height)
        return all.filter { view in
            guard view.size(of: size) != nil else { return false }
            left -= view.cost(of: size)
            return left >= 0
        }
    }
}
