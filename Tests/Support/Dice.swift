/// Repeatable random numbers for tests (SplitMix64).
public struct Dice: RandomNumberGenerator {
    private var state: UInt64

    /// The numbers of a seed.
    public init(_ seed: UInt64) { state = seed }

    /// The next 64 bits.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// Bytes with a few of them changed, cut out or doubled.
    public mutating func damaged(_ bytes: [UInt8]) -> [UInt8] {
        var copy = bytes
        for _ in 0..<Int.random(in: 1...6, using: &self) where !copy.isEmpty {
            let place = Int.random(in: copy.indices, using: &self)
            switch UInt8.random(in: 0...3, using: &self) {
            case 0: copy[place] = UInt8.random(in: 0...255, using: &self)
            case 1: copy[place] ^= 1 << UInt8.random(in: 0...7, using: &self)
            case 2:
                let end = min(copy.count, place + Int.random(in: 1...9, using: &self))
                copy.removeSubrange(place..<end)
            default: copy.insert(contentsOf: copy[place..<min(copy.count, place + 5)], at: place)
            }
        }
        return copy
    }
}
