@testable import KioskCore

/// Values for tests.
enum Sample {
    /// A stored portrait with that code and number.
    static func portrait(
        _ sequence: Int = 1, code: [UInt8] = Array("code".utf8), number: String? = nil,
        isVoided: Bool = false, digest: Character = "a"
    ) -> StoredPortrait {
        StoredPortrait(
            sequence: sequence, code: code, codeDigest: String(repeating: digest, count: 64),
            fields: CodeFields(parsing: code), idNumber: number.flatMap { IDNumber($0) },
            takenAt: ShotTime(unixMilliseconds: 1_795_476_307_000 + Int64(sequence) * 1000, utcOffset: 28_800),
            byteCount: 50_000, quality: 90, sha256: String(repeating: "0", count: 64), attempts: 1,
            verdict: .pass, isVoided: isVoided)
    }

    /// A head in a 1280×720 picture, its eyes at (640, 300).
    static func head(hair: Double? = 120, width: Double = 240, middle: Double = 640, eyes: Double = 300)
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

    /// A stand-in for a checksum: 64 digits that change with every byte (FNV-1a).
    static func sum(_ bytes: [UInt8]) -> String {
        let hash = bytes.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 64 - digits.count) + digits
    }
}

/// Repeatable random bytes for fuzzing (SplitMix64).
struct Dice: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A text with a few of its bytes changed, cut out or doubled.
    mutating func damaged(_ bytes: [UInt8]) -> [UInt8] {
        var copy = bytes
        for _ in 0..<Int.random(in: 1...6, using: &self) where !copy.isEmpty {
            let place = Int.random(in: copy.indices, using: &self)
            switch UInt8.random(in: 0...3, using: &self) {
            case 0: copy[place] = UInt8.random(in: 0...255, using: &self)
            case 1: copy[place] ^= 1 << UInt8.random(in: 0...7, using: &self)
            case 2: copy.removeSubrange(place..<min(copy.count, place + Int.random(in: 1...9, using: &self)))
            default: copy.insert(contentsOf: copy[place..<min(copy.count, place + 5)], at: place)
            }
        }
        return copy
    }
}
