import Foundation
public import KioskCore

/// The bytes of a hand-over as sessions keep them.
public struct SessionsSource: HandOverSource {
    private let stores: [SessionName: SessionStore]

    /// Those sessions, open for reading.
    public init(_ stores: [SessionStore]) {
        self.stores = Dictionary(stores.map { ($0.name, $0) }) { first, _ in first }
    }

    /// A portrait's file.
    public func portrait(_ id: PortraitID) throws(KioskError) -> [UInt8] {
        try store(of: id).jpeg(id.sequence)
    }

    /// A JPEG as the camera delivered it, byte by byte; any other picture, and one that viewers cannot show, as PNG.
    public func original(_ id: PortraitID) throws(KioskError) -> (bytes: [UInt8], suffix: String) {
        let frame = try store(of: id).original(id.sequence)
        if JPEGHeader.isSelfContained(frame.bytes) { return (frame.bytes, ".jpg") }
        let photo = try FrameDecoder.photo(of: frame, codec: try JPEGCodec())
        return (try PNG.encode(photo), ".png")
    }

    /// A portrait's small picture; made now where the session has none.
    public func thumbnail(_ id: PortraitID) throws(KioskError) -> [UInt8] {
        try store(of: id).thumbnail(id.sequence)
    }

    /// A table as a workbook of one sheet.
    public func workbook(_ table: HandOverTable, at time: ShotTime) throws(KioskError) -> [UInt8] {
        try Workbook.bytes(of: table, at: time)
    }

    /// The SHA-256 of bytes as 64 lower-case hex digits.
    public func sha256(_ bytes: [UInt8]) -> String { SHA256.hex(bytes) }

    private func store(of id: PortraitID) throws(KioskError) -> SessionStore {
        guard let store = stores[id.session] else {
            throw KioskError(.sessionMissing, "\(id.session)")
        }
        return store
    }
}
