/// The quality factor that a file's luminance table belongs to.
///
/// Factors are those of the Independent JPEG Group: the table of ITU-T T.81, K.1, times 5000/q percent
/// under 50 and 200 − 2q percent from there on. Another encoder's table gets the factor whose table is
/// as coarse in sum.
enum JPEGQuality {
    /// The factor, 1 to 100; nil without a table of 8-bit steps for the luminance.
    static func of(tables body: ArraySlice<UInt8>) -> Int? {
        guard let first = body.first, first == 0, body.count >= 65 else { return nil }
        let sum = body.dropFirst().prefix(64).reduce(0) { $0 + Int($1) }
        return (1...100).min { abs(coarseness($0) - sum) < abs(coarseness($1) - sum) }
    }

    private static func coarseness(_ quality: Int) -> Int {
        let percent = quality < 50 ? 5_000 / quality : 200 - 2 * quality
        return luminance.reduce(0) { $0 + min(max(($1 * percent + 50) / 100, 1), 255) }
    }

    /// ITU-T T.81, table K.1.
    private static let luminance = [
        16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55,
        14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29, 51, 87, 80, 62,
        18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92,
        49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99,
    ]
}
