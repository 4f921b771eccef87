extension JPEGHeader {
    /// The ICC profile in a JPEG's segments, put together (ICC.1, annex B.4); nil where there is none
    /// or a part of it is missing.
    public static func profile(in bytes: [UInt8]) -> [UInt8]? {
        let begin = Array("ICC_PROFILE\0".utf8)
        var parts: [UInt8: Range<Int>] = [:]
        var count: UInt8 = 0
        var segments = JPEGSegments(bytes)
        while segments.isJPEG, let segment = segments.next() {
            let body = segment.body
            guard segment.marker == 0xE2, body.count > begin.count + 2,
                bytes[body].starts(with: begin)
            else { continue }
            let place = body.lowerBound + begin.count
            count = bytes[place + 1]
            parts[bytes[place]] = place + 2..<body.upperBound
        }
        guard count > 0 else { return nil }
        let found = (1...count).map { parts[$0] }
        return found.contains(nil) ? nil : found.flatMap { $0.map { Array(bytes[$0]) } ?? [] }
    }
}
