/// One look at a picture for codes: at what size, how prepared, and by which reader.
public struct CodeView: Hashable, Sendable {
    /// A library that reads codes, and how it tells light from dark.
    public enum Reader: Hashable, Sendable {
        /// zbar: finds codes whose edges are soft or uneven; eight times the work of the others.
        case zbar
        /// ZXing, by each pixel's neighbourhood: for uneven light.
        case zxing
        /// ZXing, by one level a row: for blur and small modules.
        case zxingByRow
    }

    /// The size of the picture.
    public enum Scale: Hashable, Sendable {
        /// As it came.
        case own
        /// That many pixels on its longer side; smaller pictures are left out.
        case reduced(Int)
        /// So many times as large; left out where that were more than `CodeView.largest`.
        case enlarged(Int)
    }

    /// What is done to the picture.
    public enum Treatment: Hashable, Sendable {
        /// Nothing.
        case none
        /// Light for dark: codes of dark mode.
        case inverted
        /// Light tones drawn apart: over-exposed screens.
        case darkened
        /// Black and white by the mean of each pixel's neighbourhood: uneven light.
        case divided
        /// Dark parts grown by a pixel: modules that light has eaten away.
        case thickened
        /// Edges drawn apart: blur.
        case sharpened
        /// Fine patterns averaged away: moiré, noise.
        case smoothed
        /// A white border: a quiet zone that was cut off.
        case bordered
        /// Turned by an eighth: both readers find codes by rows and columns.
        case turned
    }

    /// The size.
    public let scale: Scale
    /// What is done.
    public let treatment: Treatment
    /// Who reads.
    public let reader: Reader

    /// A look.
    public init(_ scale: Scale, _ treatment: Treatment, _ reader: Reader) {
        (self.scale, self.treatment, self.reader) = (scale, treatment, reader)
    }

    /// The longest side of an enlarged picture, px.
    static let largest = 2600
    /// The width of a white border, px.
    private static let border = 40

    /// Columns and rows of the prepared picture; nil where this look is none for a picture of that size.
    public func size(of picture: Size) -> Size? {
        let long = max(picture.width, picture.height)
        switch scale {
        case .own: return picture
        case .reduced(let side):
            guard side < long else { return nil }
            return Size(
                width: max(1, picture.width * side / long),
                height: max(1, picture.height * side / long))
        case .enlarged(let times):
            guard long * times <= Self.largest else { return nil }
            return Size(width: picture.width * times, height: picture.height * times)
        }
    }

    /// What the look costs: pixels of a plain look by ZXing.
    public func cost(of picture: Size) -> Int {
        guard let size = size(of: picture) else { return 0 }
        return size.width * size.height * (reader == .zbar ? 8 : 1)
    }

    /// Whether this is that reader's look at the picture as it came.
    public func isPlain(_ reader: Reader) -> Bool {
        self == CodeView(.own, .none, reader)
    }

    /// A code that was found in the prepared picture, its outline in that of the picture's own size; without one
    /// where it was turned.
    public func placed(_ found: FoundCode, in picture: Size) -> FoundCode {
        guard treatment != .turned, let size = size(of: picture) else {
            return FoundCode(found.content, outline: [])
        }
        let factor = Double(picture.width) / Double(size.width)
        let border = treatment == .bordered ? Double(Self.border) : 0
        return FoundCode(
            found.content,
            outline: found.outline.map {
                Point(x: ($0.x - border) * factor, y: ($0.y - border) * factor)
            })
    }

    /// Over how many pixels an edge is soft, about: an enlarged picture has no more detail than it had.
    private var softness: Int {
        if case .enlarged(let times) = scale { times + 1 } else { 2 }
    }

    /// The prepared picture; nil where this look is none for it.
    public func apply(to picture: GrayImage) -> GrayImage? {
        guard let size = size(of: picture.size) else { return nil }
        let sized = picture.resampled(toLongSide: max(size.width, size.height))
        return switch treatment {
        case .none: sized
        case .inverted: sized.inverted()
        case .darkened: sized.darkened()
        case .divided: sized.divided(reach: 8, margin: 4)
        case .thickened: sized.thickened()
        case .sharpened: sized.sharpened(reach: softness)
        case .smoothed: sized.smoothed()
        case .bordered: sized.bordered(Self.border)
        case .turned: sized.turnedByAnEighth()
        }
    }
}
