/// How a stored portrait was made of its original, and what came of it: enough to do it again.
public struct PortraitRecipe: Hashable, Sendable {
    /// The rule's name.
    public var rule: String
    /// The crop, in whole pixels of the upright original.
    public var crop: Rect
    /// The stored file, its quality and its subsampling.
    public var jpeg: JPEG
    /// The file's SHA-256 as it was stored beside it, 64 lower-case hex digits.
    public var fileDigest: String
    /// What the crop was scaled to, and its pixels; nil for portraits of sessions before version 4.
    public var scaling: Scaling?
    /// How the original's colours were brought to sRGB; nil where they were taken as they are.
    public var colours: ColourConversion?

    /// What a crop was scaled to.
    public struct Scaling: Hashable, Sendable {
        /// Columns and rows of the rule then.
        public var size: Size
        /// Its resolution tag, dots per inch.
        public var dpi: Int
        /// SHA-256 of the R G B bytes before encoding, 64 lower-case hex digits.
        public var pixelDigest: String

        /// A scaling to that size.
        public init(size: Size, dpi: Int, pixelDigest: String) {
            self.size = size
            self.dpi = dpi
            self.pixelDigest = pixelDigest
        }
    }

    /// A recipe.
    public init(
        rule: String, crop: Rect, jpeg: JPEG, fileDigest: String, scaling: Scaling?,
        colours: ColourConversion?
    ) {
        self.rule = rule
        self.crop = crop
        self.jpeg = jpeg
        self.fileDigest = fileDigest
        self.scaling = scaling
        self.colours = colours
    }
}
