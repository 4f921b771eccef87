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
        /// Twice as wide, of a picture that many pixels on its longer side or less: codes seen from beside.
        case widened(Int)
        /// Twice as high, likewise: codes seen from below.
        case heightened(Int)
    }

    /// What is done to the picture.
    public enum Treatment: Hashable, Sendable {
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
    /// What is done, in that order.
    public let treatments: [Treatment]
    /// Who reads.
    public let reader: Reader

    /// A look.
    public init(_ scale: Scale, _ treatments: Treatment..., by reader: Reader) {
        (self.scale, self.treatments, self.reader) = (scale, treatments, reader)
    }

    /// The longest side of an enlarged picture, px.
    static let largest = 2600
    /// The width of a white border, px.
    private static let border = 40

    /// Columns and rows of the scaled picture; nil where this look is none for a picture of that size.
    public func size(of picture: Size) -> Size? {
        let long = max(picture.width, picture.height)
        switch scale {
        case .own: return picture
        case .reduced(let side): return side < long ? Self.within(side, picture) : nil
        case .enlarged(let times):
            guard long * times <= Self.largest else { return nil }
            return Size(width: picture.width * times, height: picture.height * times)
        case .widened(let side):
            let own = Self.within(side, picture)
            return Size(width: 2 * own.width, height: own.height)
        case .heightened(let side):
            let own = Self.within(side, picture)
            return Size(width: own.width, height: 2 * own.height)
        }
    }

    /// A size no longer than that.
    private static func within(_ side: Int, _ picture: Size) -> Size {
        let long = max(picture.width, picture.height)
        guard long > side else { return picture }
        return Size(
            width: max(1, picture.width * side / long),
            height: max(1, picture.height * side / long))
    }

    /// What the look costs: pixels of a plain look by ZXing.
    public func cost(of picture: Size) -> Int {
        guard let size = size(of: picture) else { return 0 }
        return size.width * size.height * (reader == .zbar ? 8 : 1)
    }

    /// Whether this is that reader's look at the picture as it came.
    public func isPlain(_ reader: Reader) -> Bool {
        self == CodeView(.own, by: reader)
    }

    /// A code that was found in the prepared picture, its outline in that of the picture's own size; without one
    /// where it was turned.
    public func placed(_ found: FoundCode, in picture: Size) -> FoundCode {
        guard !treatments.contains(.turned), let size = size(of: picture) else {
            return FoundCode(found.content, outline: [])
        }
        let across = Double(picture.width) / Double(size.width)
        let down = Double(picture.height) / Double(size.height)
        let border = treatments.contains(.bordered) ? Double(Self.border) : 0
        return FoundCode(
            found.content,
            outline: found.outline.map {
                Point(x: ($0.x - border) * across, y: ($0.y - border) * down)
            })
    }

    /// Over how many pixels an edge is soft, about: an enlarged picture has no more detail than it had.
    private var softness: Int {
        if case .enlarged(let times) = scale { times + 1 } else { 2 }
    }

    /// The prepared picture; nil where this look is none for it.
    public func apply(to picture: GrayImage) -> GrayImage? {
        guard let size = size(of: picture.size) else { return nil }
        return treatments.reduce(picture.resampled(to: size)) { prepared($0, $1) }
    }

    private func prepared(_ picture: GrayImage, _ treatment: Treatment) -> GrayImage {
        switch treatment {
        case .inverted: picture.inverted()
        case .darkened: picture.darkened()
        case .divided: picture.divided(reach: 8, margin: 4)
        case .thickened: picture.thickened()
        case .sharpened: picture.sharpened(reach: softness)
        case .smoothed: picture.smoothed()
        case .bordered: picture.bordered(Self.border)
        case .turned: picture.turnedByAnEighth()
        }
    }
}
