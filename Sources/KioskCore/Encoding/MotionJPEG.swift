/// Finds the single JPEGs in a stream of them.
public enum MotionJPEG {
    /// Where each JPEG begins and ends. A last one without its end marker is left out: it is half
    /// a picture. Bytes between JPEGs are passed over.
    public static func frames(in bytes: UnsafeRawBufferPointer) -> [Range<Int>] {
        var frames: [Range<Int>] = []
        var position = 0
        while let frame = frame(in: bytes, from: position) {
            frames.append(frame)
            position = frame.upperBound
        }
        return frames
    }

    /// Where the first whole JPEG from a position on begins and ends; nil where there is none yet.
    public static func frame(in bytes: UnsafeRawBufferPointer, from position: Int) -> Range<Int>? {
        guard let start = find(0xD8, from: position, in: bytes),
            let end = end(from: start, in: bytes)
        else { return nil }
        return start..<end
    }

    /// Where the marker FF `code` begins, from a position on.
    private static func find(_ code: UInt8, from start: Int, in bytes: UnsafeRawBufferPointer)
        -> Int?
    {
        var position = start
        while position + 1 < bytes.count {
            if bytes[position] == 0xFF, bytes[position + 1] == code { return position }
            position += 1
        }
        return nil
    }

    /// The position after the end marker of the JPEG at `start`. Segments with a length are
    /// skipped whole: a thumbnail in them has markers of its own.
    private static func end(from start: Int, in bytes: UnsafeRawBufferPointer) -> Int? {
        var position = start + 2
        while position + 4 <= bytes.count, bytes[position] == 0xFF {
            let marker = bytes[position + 1]
            if marker == 0xD9 { return position + 2 }
            let length = Int(bytes[position + 2]) << 8 | Int(bytes[position + 3])
            position += 2 + length
            if marker == 0xDA { break }
        }
        // In the scan, FF is followed by 00 or a restart marker until the end marker.
        return find(0xD9, from: position, in: bytes).map { $0 + 2 }
    }
}
