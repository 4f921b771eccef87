import StudioKit

/// Repeatable random numbers for tests.
public struct Dice: RandomNumberGenerator {
    private var random: StudioRandom

    /// The numbers of a seed.
    public init(_ seed: UInt64) { random = StudioRandom(seed: seed) }

    /// The next 64 bits.
    public mutating func next() -> UInt64 { random.next() }

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
