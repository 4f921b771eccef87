import Foundation
import KioskCore

/// What stands at the end of an image or archive of ours: the XXH3 sum of everything before it. By it a changed bit is
/// found wherever it is, in a directory or a table too, whichever version of which library wrote the output.
struct OutputSeal {
    /// What stands before the sum.
    static let label = Array("kiosk XXH3-128 ".utf8)
    /// Its length, bytes.
    static let length = label.count + 32

    private let sum: XXH3

    /// A seal of nothing yet.
    ///
    /// - Throws: `bug` where there is no memory.
    init() throws(KioskError) { sum = try XXH3() }

    /// Adds bytes of the output.
    func add(_ bytes: some ContiguousBytes) { bytes.withUnsafeBytes { sum.add($0) } }

    /// The seal of what was added.
    func finished() -> [UInt8] { Self.label + Array(sum.hex().utf8) }

    /// Whether bytes are meant as a seal, one of which some bits may have changed. Outputs of earlier versions and of
    /// other programs have none.
    static func isMeant(_ bytes: [UInt8]) -> Bool {
        zip(bytes, label).count { $0 == $1 } > label.count / 2
    }

    /// Whether a file's first bytes are those of its seal.
    ///
    /// - Parameter tick: is called now and then, and throws where the work is not to go on.
    /// - Throws: `stopped.*`, and what `tick` throws.
    static func isRight(
        _ seal: [UInt8], of length: Int, in file: OpenFile, tick: () throws(KioskError) -> Void
    ) throws(KioskError) -> Bool {
        let own = try OutputSeal()
        var place = 0
        while place < length {
            try Interruption.check()
            try tick()
            let bytes = file.bytes(at: place, count: min(part, length - place))
            guard !bytes.isEmpty else { return false }
            own.add(bytes)
            place += bytes.count
        }
        return own.finished() == seal
    }

    private static let part = 1 << 20
}
