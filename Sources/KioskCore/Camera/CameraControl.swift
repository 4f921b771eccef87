/// A control of a camera, as its driver describes it.
public struct CameraControl: Hashable, Sendable {
    /// What values it takes.
    public enum Kind: Hashable, Sendable {
        /// A whole number of the range.
        case number
        /// 0 or 1.
        case flag
        /// One of the items, by its place.
        case menu([Int: String])
        /// Anything that is not set by a number: buttons, bit masks, texts.
        case other
    }

    /// The driver's number for it (`V4L2_CID_*`).
    public var id: UInt32
    /// Its name as the driver writes it: `Exposure Time, Absolute`.
    public var title: String
    /// What values it takes.
    public var kind: Kind
    /// The least and the largest value.
    public var range: ClosedRange<Int>
    /// The distance between two values.
    public var step: Int
    /// The driver's default.
    public var fallback: Int
    /// The value it has; nil where it cannot be read.
    public var value: Int?
    /// Whether it can only be read.
    public var isReadOnly: Bool

    /// A control.
    public init(
        id: UInt32, title: String, kind: Kind, range: ClosedRange<Int>, step: Int = 1,
        fallback: Int = 0, value: Int? = nil, isReadOnly: Bool = false
    ) {
        self.id = id
        self.title = title
        self.kind = kind
        self.range = range
        self.step = step
        self.fallback = fallback
        self.value = value
        self.isReadOnly = isReadOnly
    }

    /// The name that kiosk.conf uses: the short one where the control has one, else the driver's
    /// in small letters, everything else than letters and digits one `_`.
    public var name: String { Self.shortNames[id] ?? longName }

    /// The driver's name in that form.
    public var longName: String {
        let words = title.lowercased().split { !$0.isLetter && !$0.isNumber }
        return words.joined(separator: "_")
    }

    /// Short names by the driver's number (videodev2.h, v4l2-controls.h): drivers and kernels
    /// write the long ones differently.
    private static let shortNames: [UInt32: String] = [
        0x0098_0900: "brightness", 0x0098_0901: "contrast", 0x0098_0902: "saturation",
        0x0098_0903: "hue", 0x0098_0910: "gamma", 0x0098_0913: "gain",
        0x0098_0918: "power_line_frequency", 0x0098_091A: "white_balance",
        0x0098_091B: "sharpness", 0x0098_091C: "backlight_compensation",
        0x009A_0902: "exposure", 0x009A_090A: "focus", 0x009A_090D: "zoom",
    ]

    /// What the control takes, for people.
    public var allowed: String {
        switch kind {
        case .number:
            step > 1
                ? "\(range.lowerBound) … \(range.upperBound), /\(step)"
                : "\(range.lowerBound) … \(range.upperBound)"
        case .flag: "true | false"
        case .menu(let items):
            items.sorted { $0.key < $1.key }.map { "\($0.key) \"\($0.value)\"" }
                .joined(separator: " | ")
        case .other: "—"
        }
    }
}

/// A control that switches another one between the driver's choice and ours.
struct AutomaticControl: Sendable {
    /// Its number.
    let id: UInt32
    /// Its value where the other one is ours.
    let manual: Int
    /// Its values where the other one is the driver's, the usual one first.
    let automatic: [Int]

    /// The switches by the control they belong to (v4l2-controls.h): exposure's is a menu, whose
    /// item 1 is manual and 3 keeps the aperture; the others are flags.
    static let byControl: [UInt32: AutomaticControl] = [
        0x009A_0902: AutomaticControl(id: 0x009A_0901, manual: 1, automatic: [3, 0, 2]),
        0x0098_091A: AutomaticControl(id: 0x0098_090C, manual: 0, automatic: [1]),
        0x0098_0913: AutomaticControl(id: 0x0098_0912, manual: 0, automatic: [1]),
        0x009A_090A: AutomaticControl(id: 0x009A_090C, manual: 0, automatic: [1]),
        0x0098_0903: AutomaticControl(id: 0x0098_0919, manual: 0, automatic: [1]),
    ]

    static let byID: [UInt32: AutomaticControl] = Dictionary(
        uniqueKeysWithValues: byControl.values.map { ($0.id, $0) })
}
