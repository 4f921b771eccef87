/// Finds the single JPEGs in a stream of them.
///
/// Some cameras and converters leave the end marker out: a picture ends there, or where the next one
/// begins. Bytes between pictures are passed over.
public enum MotionJPEG {
    /// More bytes than any camera's picture has: so many without one in them are no Motion-JPEG.
    public static let longestPicture = 16 << 20

    /// Where each JPEG begins and ends.
    ///
    /// - Parameter isEnd: whether nothing follows these bytes. Then a last picture without its end
    ///   marker reaches to the end of the bytes; else it is left out, its rest may still come.
    public static func frames(in bytes: UnsafeRawBufferPointer, isEnd: Bool) -> [Range<Int>] {
        var frames: [Range<Int>] = []
        var position = 0
        while let frame = frame(in: bytes, from: position, isEnd: isEnd) {
            frames.append(frame)
            position = frame.upperBound
        }
        return frames
    }

    /// Where the first JPEG from a position on begins and ends; nil where there is none yet.
    public static func frame(
        in bytes: UnsafeRawBufferPointer, from position: Int, isEnd: Bool
    ) -> Range<Int>? {
        guard let start = begin(in: bytes, from: position) else { return nil }
        if let end = end(from: start, in: bytes) { return start..<end }
        return isEnd ? start..<bytes.count : nil
    }

    /// Where the marker FF D8 begins, from a position on.
    private static func begin(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
        var position = start
        while position + 1 < bytes.count {
            if bytes[position] == 0xFF, bytes[position + 1] == 0xD8 { return position }
            position += 1
        }
        return nil
    }

    /// The position after the end marker of the JPEG at `start`, or that of the next one's begin;
    /// nil where neither is there. Segments with a length are skipped whole: a thumbnail in them has
    /// markers of its own.
    private static func end(from start: Int, in bytes: UnsafeRawBufferPointer) -> Int? {
        var position = start + 2
        var isInScan = false
        while position + 1 < bytes.count {
            let marker = bytes[position + 1]
            guard bytes[position] == 0xFF, marker != 0xFF else {
                position += 1
                continue
            }
            if marker == 0xD9 { return position + 2 }
            if marker == 0xD8 { return position }
            let hasLength = isInScan ? between.contains(marker) : !alone.contains(marker)
            guard hasLength else {
                position += 2
                continue
            }
            guard position + 3 < bytes.count else { return nil }
            position += 2 + max(2, Int(bytes[position + 2]) << 8 | Int(bytes[position + 3]))
            if marker == 0xDA { isInScan = true }
        }
        return nil
    }

    /// Markers without a length, and the zero behind an FF that is data.
    private static let alone = JPEGSegments.alone.union([0x00])
    /// Segments that stand between two scans: DHT, SOS, DQT, DNL, DRI and comments.
    private static let between: Set<UInt8> = [0xC4, 0xDA, 0xDB, 0xDC, 0xDD, 0xFE]
}
