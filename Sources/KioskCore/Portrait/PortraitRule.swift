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
    /// Whether who always wears glasses keeps them on.
    public var glasses = Glasses.allowed

    /// What is asked of who wears glasses.
    public enum Glasses: String, CaseIterable, Sendable {
        /// They stay on, clear and without glare (教毕指〔2017〕99号 allows it to usual wearers).
        case allowed
        /// They come off: some crews have them taken off by everybody.
        case off
    }

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

        /// Its light.
        var light: LinearLight {
            LinearLight(
                red: Gamma.light(ofCode: Double(red)), green: Gamma.light(ofCode: Double(green)),
                blue: Gamma.light(ofCode: Double(blue)))
        }
    }

    /// The rules the program knows by itself.
    public static let builtIn: [PortraitRule] = [
        chsi, chsiWhite, chsiGrey, window30to40, window30to60, window50to100, idCard,
    ]

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

    /// For receivers that take 30–40 KB.
    public static let window30to40 = chsi.window(30...40)

    /// For receivers that take 30–60 KB (open education).
    public static let window30to60 = chsi.window(30...60)

    /// For receivers that take 50–100 KB.
    public static let window50to100 = chsi.window(50...100)

    /// The photograph of a Chinese resident's identity card (GA 461-2004).
    ///
    /// The standard's: 358×441 px at 350 dpi, white backdrop, face width 207 ± 14 px, hair top 7–21
    /// px below the upper edge, eyes at least 207 px above the lower edge (at most 234 px below the
    /// upper), quality factor 70, files of 14–20 KB in general. Ours: eyes at least 130 px below the
    /// upper edge (flat hair begins 0.6 face widths above the eyes: 7 + 0.6 × 207 px), the centring
    /// range of `chsi` for "centred", 70 as the least factor rather than the only one, and the 14–20
    /// KB as a window: 19 real portraits reach it with factors from 73 to 87.
    public static let idCard = chsiWhite.changed {
        $0.name = "id-card"
        $0.size = Size(width: 358, height: 441)
        $0.dpi = 350
        $0.hairTop = 7...21
        $0.eyes = 130...234
        $0.faceWidth = 193...221
        $0.centring = 161...197
        $0.bytes = 14_336...20_000
        $0.leastQuality = 70
    }

    /// The same rule for a file of so many KB, in bytes that satisfy both readings of the unit.
    private func window(_ kilobytes: ClosedRange<Int>) -> PortraitRule {
        changed {
            $0.name = "window-\(kilobytes.lowerBound)-\(kilobytes.upperBound)"
            $0.bytes = kilobytes.lowerBound * 1024...kilobytes.upperBound * 1000
        }
    }

    /// A copy that the closure has changed.
    public func changed(_ change: (inout PortraitRule) -> Void) -> PortraitRule {
        var copy = self
        change(&copy)
        return copy
    }
}
