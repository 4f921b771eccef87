/// What a portrait has to be, in the authority's own pixels: those of the finished picture.
public struct PortraitRule: Hashable, Sendable {
    /// The name people choose it by: `chsi`.
    public var name: String
    /// Columns and rows of the finished picture.
    public var size: Size
    /// The resolution tag, dots per inch.
    public var dpi: Int
    /// Hair top to upper edge, px.
    public var hairTop: ClosedRange<Double>
    /// Eye line to upper edge, px.
    public var eyes: ClosedRange<Double>
    /// Cheek to cheek, px.
    public var faceWidth: ClosedRange<Double>
    /// The face's middle from the left edge, px.
    public var centring: ClosedRange<Double>
    /// The file's length, bytes.
    public var bytes: ClosedRange<Int>
    /// The least JPEG quality factor.
    public var leastQuality: Int
    /// The backdrop's colour.
    public var backdrop: Backdrop

    /// A colour of the backdrop, 0 to 255 a channel.
    public struct Backdrop: Hashable, Sendable {
        /// Red.
        public var red: Int
        /// Green.
        public var green: Int
        /// Blue.
        public var blue: Int

        /// The colour (red, green, blue).
        public init(red: Int, green: Int, blue: Int) {
            self.red = red
            self.green = green
            self.blue = blue
        }
    }

    /// The rules the program knows by itself.
    public static let builtIn: [PortraitRule] = [chsi, chsiWhite, chsiGrey, window30to60]

    /// Notice 教毕指〔2017〕99号 with its light blue backdrop.
    ///
    /// "20 KB–100 KB" may be meant in units of 1000 or 1024: 20,480–100,000 bytes satisfies both.
    /// The centring range is ISO/IEC 19794-5's (45–55 % of the width), since the notice has no
    /// number for "centred".
    public static let chsi = PortraitRule(
        name: "chsi", size: Size(width: 480, height: 640), dpi: 300,
        hairTop: 50...110, eyes: 200...300, faceWidth: 180...300, centring: 216...264,
        bytes: 20_480...100_000, leastQuality: 60,
        backdrop: Backdrop(red: 100, green: 197, blue: 255))

    /// The notice's white backdrop.
    public static let chsiWhite = chsi.changed {
        $0.name = "chsi-white"
        $0.backdrop = Backdrop(red: 255, green: 255, blue: 255)
    }

    /// The notice's light grey backdrop.
    public static let chsiGrey = chsi.changed {
        $0.name = "chsi-grey"
        $0.backdrop = Backdrop(red: 240, green: 240, blue: 240)
    }

    /// For receivers that take 30–60 KB (open education).
    public static let window30to60 = chsi.changed {
        $0.name = "window-30-60"
        $0.bytes = 30_720...60_000
    }

    /// A copy that the closure has changed.
    public func changed(_ change: (inout PortraitRule) -> Void) -> PortraitRule {
        var copy = self
        change(&copy)
        return copy
    }
}
