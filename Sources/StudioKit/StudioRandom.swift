/// SplitMix64 (Steele, Lea & Flood, 2014): the same numbers from the same seed on every machine.
public struct StudioRandom: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// The numbers of a seed.
    public init(seed: UInt64) { state = seed }

    /// The numbers of one thing among many: of a day's n-th student, of a frame.
    public init(seed: UInt64, stream: UInt64) {
        var mixer = StudioRandom(seed: seed &+ stream &* 0xD1B5_4A32_D192_ED03)
        state = mixer.next()
    }

    /// The next 64 bits.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number between two others, evenly.
    public mutating func uniform(_ low: Double, _ high: Double) -> Double {
        low + (high - low) * Double(next() >> 11) / Double(1 << 53)
    }

    /// A whole number from 0 up to and without `count`.
    public mutating func below(_ count: Int) -> Int { Int(next() % UInt64(count)) }

    /// Roughly normal with mean 0 and deviation 1: the sum of twelve even ones (Irwin–Hall), which
    /// needs no logarithm and so is the same everywhere.
    public mutating func gaussian() -> Double {
        (0..<12).reduce(-6.0) { sum, _ in sum + uniform(0, 1) }
    }

    /// One of several.
    public mutating func choose<Element>(_ elements: [Element]) -> Element {
        elements[below(elements.count)]
    }
}
