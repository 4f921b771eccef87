/// What a medium holds.
public struct MediumSize: Hashable, Sendable {
    /// The bytes.
    public let bytes: Int

    /// A CD of 80 minutes: 359,844 blocks of 2,048 bytes (ECMA-130, and the count that drives report).
    static let cd = 359_844 * 2_048
    /// A DVD of one layer: 2,295,104 blocks, the smaller of DVD-R and DVD+R (ECMA-337).
    static let dvd = 2_295_104 * 2_048
    /// Nothing useful goes on less.
    private static let least = 2_000_000

    /// `cd`, `dvd`, or a size in bytes: `650M`, `4.7G`, `700000000`; nil for anything else.
    public init?(parsing text: String) {
        switch text.lowercased() {
        case "cd": bytes = Self.cd
        case "dvd": bytes = Self.dvd
        case let size:
            let units: [Character: Double] = ["k": 1e3, "m": 1e6, "g": 1e9]
            let digits = size.hasSuffix("b") ? size.dropLast() : size[...]
            let unit = digits.last.flatMap { units[$0] }
            let number = Double(unit == nil ? digits : digits.dropLast())
            guard let number, let size = Int(exactly: (number * (unit ?? 1)).rounded(.down)),
                size >= Self.least
            else { return nil }
            bytes = size
        }
    }
}
