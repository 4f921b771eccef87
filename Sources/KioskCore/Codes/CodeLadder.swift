/// The looks at a saved picture that none of the readers reads as it is.
public enum CodeLadder {
    /// What may be spent on a picture: pixels of plain looks by ZXing for each of its own, and those that a small
    /// picture gets anyway.
    static let budget = (share: 38, least: 24_000_000)
    /// The longer side of the largest picture that is prepared, px: of a phone's 24 million pixels no code needs all.
    static let longSide = 2000

    /// What the looks are of: the picture, or a smaller one.
    public static func base(of picture: GrayImage) -> GrayImage {
        picture.resampled(toLongSide: min(longSide, max(picture.width, picture.height)))
    }

    /// The looks, by what is wrong with the picture; ZXing's first, which cost an eighth.
    private static let all: [CodeView] = [
        // Smaller: noise and moiré average out.
        CodeView(.reduced(500), by: .zxing),
        CodeView(.own, by: .zxingByRow),
        CodeView(.reduced(1000), by: .zxingByRow),
        CodeView(.reduced(640), by: .zxingByRow),
        // Dark mode.
        CodeView(.own, .inverted, by: .zxing),
        CodeView(.reduced(1000), .inverted, by: .zxing),
        // Blur and small modules.
        CodeView(.own, .sharpened, by: .zxingByRow),
        CodeView(.enlarged(2), .sharpened, by: .zxingByRow),
        CodeView(.enlarged(3), .sharpened, by: .zxingByRow),
        CodeView(.reduced(640), .sharpened, by: .zxingByRow),
        CodeView(.enlarged(2), by: .zxing),
        CodeView(.enlarged(3), .sharpened, by: .zxing),
        // Screens and paper in too much light.
        CodeView(.own, .darkened, by: .zxing),
        CodeView(.reduced(640), .darkened, by: .zxing),
        CodeView(.own, .thickened, by: .zxing),
        CodeView(.reduced(640), .thickened, by: .zxingByRow),
        // Glare and shadow.
        CodeView(.own, .divided, by: .zxing),
        CodeView(.own, .smoothed, by: .zxingByRow),
        CodeView(.own, .bordered, by: .zxing),
        CodeView(.own, .turned, by: .zxingByRow),
        // Seen from beside or below.
        CodeView(.widened(1000), by: .zxing),
        CodeView(.heightened(1000), by: .zxing),
        // The other reader.
        CodeView(.reduced(1000), by: .zbar),
        CodeView(.reduced(640), by: .zbar),
        CodeView(.reduced(1000), .darkened, by: .zbar),
        CodeView(.reduced(1000), .inverted, by: .zbar),
        CodeView(.reduced(1000), .sharpened, by: .zbar),
        CodeView(.own, .divided, by: .zbar),
        CodeView(.own, .darkened, by: .zbar),
        CodeView(.own, .inverted, by: .zbar),
        CodeView(.reduced(1000), .inverted, .darkened, by: .zbar),
        CodeView(.own, .inverted, .darkened, by: .zbar),
        CodeView(.enlarged(2), by: .zbar),
        CodeView(.own, .sharpened, by: .zbar),
        CodeView(.enlarged(2), .darkened, by: .zbar),
        CodeView(.own, .darkened, .turned, by: .zbar),
        CodeView(.enlarged(3), .thickened, by: .zxingByRow),
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
