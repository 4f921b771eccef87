@testable import KioskCore

/// Values for tests.
enum Sample {
    /// A stored portrait with that code and number.
    static func portrait(
        _ sequence: Int = 1, code: [UInt8] = Array("code".utf8), number: String? = nil,
        isVoided: Bool = false, digest: Character = "a", of className: String? = nil,
        byteCount: Int = 50_000
    ) -> StoredPortrait {
        StoredPortrait(
            sequence: sequence, code: code, codeDigest: String(repeating: digest, count: 64),
            fields: CodeFields(parsing: code), idNumber: number.flatMap { IDNumber($0) },
            takenAt: ShotTime(
                unixMilliseconds: 1_795_476_307_000 + Int64(sequence) * 1000, utcOffset: 28_800),
            byteCount: byteCount, quality: 90, sha256: String(repeating: "0", count: 64),
            attempts: 1,
            verdict: .pass, voidedBecause: isVoided ? "replaced by 2" : nil,
            className: className)
    }

    /// A head in a 1280×720 picture, its eyes at (640, 300).
    static func head(
        hair: Double? = 120, width: Double = 240, middle: Double = 640, eyes: Double = 300
    )
        -> HeadGeometry
    {
        HeadGeometry(
            hairTop: hair, leftEye: Point(x: middle - 0.22 * width, y: eyes),
            rightEye: Point(x: middle + 0.22 * width, y: eyes),
            chin: Point(x: middle, y: eyes + 0.8 * width), faceLeft: middle - width / 2,
            faceRight: middle + width / 2)
    }

    /// A code of those bytes.
    static func code(_ text: String) -> CaptureCode {
        CaptureCode(bytes: Array(text.utf8), reader: "zbar")
    }

    /// Every scalar that acts instead of being seen.
    static let acting = (0...0x10FFFF).compactMap(Unicode.Scalar.init).filter(acts)

    /// Whether a scalar acts instead of being seen: a control or format character, the end of a line or paragraph.
    static func acts(_ scalar: Unicode.Scalar) -> Bool {
        [.control, .format, .lineSeparator, .paragraphSeparator].contains(
            scalar.properties.generalCategory)
    }

    /// A stand-in for a checksum: 64 digits that change with every byte (FNV-1a).
    static func sum(_ bytes: [UInt8]) -> String {
        let hash = bytes.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
            ($0 ^ UInt64($1)) &* 0x100_0000_01B3
        }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 64 - digits.count) + digits
    }
}
