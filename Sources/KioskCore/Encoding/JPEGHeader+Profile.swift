extension JPEGHeader {
    /// The ICC profile in a JPEG's segments, put together (ICC.1, annex B.4); nil where there is none
    /// or a part of it is missing.
    public static func profile(in bytes: [UInt8]) -> [UInt8]? {
        bytes.withUnsafeBytes { profile(in: $0) }
    }

    /// The same of bytes on loan. Nothing is allocated where there is none.
    public static func profile(in bytes: UnsafeRawBufferPointer) -> [UInt8]? {
        var parts: [UInt8: Range<Int>]?
        var count: UInt8 = 0
        var segments = JPEGSegments()
        while let segment = segments.next(in: bytes) {
            let body = segment.body
            guard segment.marker == 0xE2, isProfile(bytes, body) else { continue }
            let place = body.lowerBound + name.utf8CodeUnitCount
            count = bytes[place + 1]
            parts = parts ?? [:]
            parts?[bytes[place]] = place + 2..<body.upperBound
        }
        guard let parts, count > 0 else { return nil }
        let found = (1...count).map { parts[$0] }
        return found.contains(nil) ? nil : found.flatMap { $0.map { Array(bytes[$0]) } ?? [] }
    }

    private static let name: StaticString = "ICC_PROFILE\0"

    private static func isProfile(_ bytes: UnsafeRawBufferPointer, _ body: Range<Int>) -> Bool {
        let length = name.utf8CodeUnitCount
        guard body.count > length + 2 else { return false }
        return (0..<length).allSatisfy { bytes[body.lowerBound + $0] == name.utf8Start[$0] }
    }
}
