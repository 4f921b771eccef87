import Foundation

/// A sound as a number: a tone that begins and ends softly.
public struct Tone: Hashable, Sendable {
    /// Hz; 0 for noise, as of a shutter.
    public let frequency: Double
    /// Seconds.
    public let duration: Double

    /// That tone.
    public init(_ frequency: Double, _ duration: Double) {
        (self.frequency, self.duration) = (frequency, duration)
    }

    /// How long it rises and falls, seconds: a tone that begins at once cracks.
    private static let edge = 0.006

    /// Its samples, one channel, -32,768 to 32,767.
    ///
    /// - Parameters:
    ///   - rate: samples a second.
    ///   - volume: 0 to 1.
    public func samples(rate: Int, volume: Double) -> [Int16] {
        let count = Int(duration * Double(rate))
        var noise: UInt32 = 0x2545_F491
        return (0..<count).map { index in
            let time = Double(index) / Double(rate)
            noise = noise &* 1_664_525 &+ 1_013_904_223
            let wave =
                frequency > 0
                ? sin(2 * .pi * frequency * time) : Double(noise >> 16) / 32_768 - 1
            let soft = min(1, time / Self.edge, (duration - time) / Self.edge)
            // As the ear hears: half the number is a good deal less than half as loud.
            return Int16(wave * soft * volume * volume * 32_000)
        }
    }
}
