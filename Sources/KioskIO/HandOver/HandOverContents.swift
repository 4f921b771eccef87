import KioskCore
import Synchronization

/// Hands the files' bytes to a writer, on whatever thread it asks from, and keeps the first error that came up there:
/// libisofs fills a file that cannot be read with zeros and says nothing.
final class HandOverContents: Sendable {
    private let read: @Sendable (HandOverFile) throws(KioskError) -> [UInt8]
    private let state = Mutex<(error: KioskError?, files: Int)>((nil, 0))

    /// The contents of a plan.
    init(_ plan: HandOverPlan, _ source: some HandOverSource) {
        read = { file throws(KioskError) in try plan.bytes(of: file, from: source) }
    }

    /// The first error so far.
    var error: KioskError? { state.withLock { $0.error } }

    /// How many files were handed out.
    var files: Int { state.withLock { $0.files } }

    /// A file's bytes.
    ///
    /// - Throws: what reading them throws; `session.damaged` where they are fewer or more than the plan says.
    func handOut(_ file: HandOverFile) throws(KioskError) -> [UInt8] {
        let bytes = try read(file)
        guard bytes.count == file.byteCount else {
            throw KioskError(.sessionDamaged, file.label, detail: "length")
        }
        state.withLock { $0.files += 1 }
        return bytes
    }

    /// A file's bytes, or nil with the error kept.
    func bytes(of file: HandOverFile) -> [UInt8]? {
        do throws(KioskError) {
            return try handOut(file)
        } catch {
            state.withLock { $0.error = $0.error ?? error }
            return nil
        }
    }
}
