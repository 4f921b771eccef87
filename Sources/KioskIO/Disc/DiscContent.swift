public import KioskCore
import Synchronization

/// Hands the files' bytes to the writer's thread and keeps the first error that came up there:
/// libisofs fills a file that cannot be read with zeros and says nothing.
public final class DiscContent: Sendable {
    /// Gives a file's bytes.
    public typealias Source = @Sendable (DiscFile) throws(KioskError) -> [UInt8]

    private let source: Source
    private let firstError = Mutex<KioskError?>(nil)

    init(source: @escaping Source) { self.source = source }

    /// The first error so far.
    var error: KioskError? { firstError.withLock { $0 } }

    /// A file's bytes, or nil with the error kept. A length other than the plan's is an error too.
    func bytes(of file: DiscFile) -> [UInt8]? {
        do throws(KioskError) {
            let bytes = try Self.bytes(of: file, source)
            guard bytes.count == file.byteCount else {
                throw KioskError(.sessionDamaged, file.label, detail: "length")
            }
            return bytes
        } catch {
            firstError.withLock { $0 = $0 ?? error }
            return nil
        }
    }

    static func bytes(of file: DiscFile, _ source: Source) throws(KioskError) -> [UInt8] {
        if case .generated(let bytes) = file.content { return bytes }
        return try source(file)
    }
}
