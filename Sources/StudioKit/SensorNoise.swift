import KioskCore

/// A sensor's noise of 1.6 levels: one long strip, of which each row takes another piece.
struct SensorNoise: Sendable {
    private let strip: [Int8]

    /// Noise for pictures of that width.
    init(width: Int) {
        var random = StudioRandom(seed: 0x5EED)
        strip = (0..<65_536 + width * 3).map { _ in
            Int8(max(-9, min(9, (random.gaussian() * 1.6).rounded())))
        }
    }

    /// The drawn picture as a sensor sees it.
    func exposed(_ canvas: Canvas, _ random: inout StudioRandom) -> Photo {
        let rowLength = canvas.size.width * 3
        let shifts = (0..<canvas.size.height).map { _ in Int(random.next() & 0xFFFF) }
        return Photo(size: canvas.size) { output in
            canvas.pixels.withUnsafeBufferPointer { source in
                strip.withUnsafeBufferPointer { strip in
                    for (row, shift) in shifts.enumerated() {
                        let place = row * rowLength..<(row + 1) * rowLength
                        Self.add(
                            UnsafeBufferPointer(rebasing: source[place]),
                            UnsafeBufferPointer(rebasing: strip[shift..<shift + rowLength]),
                            into: UnsafeMutableBufferPointer(rebasing: output[place]))
                    }
                }
            }
        }
    }

    private static func add(
        _ row: UnsafeBufferPointer<UInt8>, _ noise: UnsafeBufferPointer<Int8>,
        into output: UnsafeMutableBufferPointer<UInt8>
    ) {
        for index in 0..<output.count {
            let level = Int16(row[index]) &+ Int16(noise[index])
            output[index] = UInt8(truncatingIfNeeded: min(max(level, 0), 255))
        }
    }
}
