import CISOFS
import Foundation
import KioskCore

/// One file of the plan as a stream that libisofs reads from, on its writer's thread.
final class ISOStream {
    private let file: HandOverFile
    private let contents: HandOverContents
    private let serial: UInt64
    private var bytes: [UInt8] = []
    private var position = 0

    private init(file: HandOverFile, contents: HandOverContents, serial: UInt64) {
        self.file = file
        self.contents = contents
        self.serial = serial
    }

    /// A libisofs stream of a file; it belongs to the caller until a node takes it over.
    ///
    /// - Parameter serial: from 1, another for each file: files of one serial would share the
    ///   first one's bytes.
    static func make(_ file: HandOverFile, contents: HandOverContents, serial: Int)
        -> UnsafeMutablePointer<IsoStream>?
    {
        guard let memory = malloc(MemoryLayout<IsoStream>.size) else { return nil }
        let stream = memory.bindMemory(to: IsoStream.self, capacity: 1)
        let owner = ISOStream(file: file, contents: contents, serial: UInt64(serial))
        stream.initialize(
            to: IsoStream(
                class: callbacks, refcount: 1, data: Unmanaged.passRetained(owner).toOpaque()))
        return stream
    }

    private static func owner(_ stream: UnsafeMutablePointer<IsoStream>?) -> ISOStream? {
        guard let data = stream?.pointee.data else { return nil }
        return Unmanaged<ISOStream>.fromOpaque(data).takeUnretainedValue()
    }

    private func open() -> Int32 {
        guard let bytes = contents.bytes(of: file) else { return Self.readError }
        self.bytes = bytes
        position = 0
        return 1
    }

    private func read(into target: UnsafeMutableRawPointer?, _ count: Int) -> Int32 {
        let taken = min(count, bytes.count - position)
        guard taken > 0, let target else { return 0 }
        bytes.withUnsafeBytes { source in
            if let base = source.baseAddress { memcpy(target, base + position, taken) }
        }
        position += taken
        return Int32(taken)
    }

    /// ISO_FILE_READ_ERROR of libisofs.h, whose macro Swift cannot import.
    private static let readError = Int32(bitPattern: 0xE830_FF79)

    /// The one table of callbacks, for ever: libisofs keeps a pointer to it, so it is allocated
    /// once, never written again and never freed.
    nonisolated(unsafe) private static let callbacks: UnsafeMutablePointer<IsoStreamIface> = {
        let table = UnsafeMutablePointer<IsoStreamIface>.allocate(capacity: 1)
        var interface = IsoStreamIface()
        interface.version = 4
        interface.type = (CChar(bitPattern: 0x75), 0x73, 0x65, 0x72)  // "user"
        interface.open = { ISOStream.owner($0)?.open() ?? ISOStream.readError }
        interface.close = { stream in
            ISOStream.owner(stream)?.bytes = []
            return 1
        }
        interface.get_size = { off_t(ISOStream.owner($0)?.file.byteCount ?? 0) }
        interface.read = { ISOStream.owner($0)?.read(into: $1, $2) ?? ISOStream.readError }
        interface.is_repeatable = { _ in 1 }
        interface.get_id = { stream, fileSystem, device, inode in
            fileSystem?.pointee = 0
            device?.pointee = 0
            inode?.pointee = ino_t(ISOStream.owner(stream)?.serial ?? 0)
        }
        interface.free = { stream in
            guard let data = stream?.pointee.data else { return }
            Unmanaged<ISOStream>.fromOpaque(data).release()
        }
        interface.update_size = { _ in 1 }
        interface.get_input_stream = { _, _ in nil }
        interface.cmp_ino = { first, second in
            let (one, two) = (
                ISOStream.owner(first)?.serial ?? 0, ISOStream.owner(second)?.serial ?? 0
            )
            return one < two ? -1 : (one > two ? 1 : 0)
        }
        interface.clone_stream = { _, _, _ in 0 }
        table.initialize(to: interface)
        return table
    }()
}
