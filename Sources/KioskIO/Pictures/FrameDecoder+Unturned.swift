import KioskCore

/// The pictures as the camera's bytes lie, before they are turned upright.
extension FrameDecoder {
    static func reduce(
        _ frame: borrowing Frame, _ longSide: Int, _ codec: borrowing JPEGCodec,
        _ scratch: inout FrameScratch, into photo: inout Photo
    ) throws(KioskError) -> Int {
        let layout = frame.layout
        if layout.format.isMotionJPEG {
            let reduction = JPEGCodec.Reduction(layout.size, toLongSide: longSide)
            try codec.decode(frame.bytes, name: "frame", reduction: reduction, into: &photo)
            try check(photo.size, reduction, layout)
            profile(of: frame.bytes)?.convert(&photo)
            return Int(reduction.rawValue)
        }
        guard let format = RawFormat(layout.format) else {
            try scratch.convert(frame, into: &photo)
            let reduced = photo.reduced(toLongSide: longSide)
            photo = reduced.photo
            return reduced.factor
        }
        let blocks = Blocks(layout, toLongSide: longSide)
        try rows(of: frame, format) { rows in
            photo.refill(size: blocks.size) { pixels in
                if blocks.factor == 1 {
                    rows.photo(layout.encoding, into: pixels)
                } else {
                    rows.reducedPhoto(blocks, layout.encoding, into: pixels)
                }
            }
        }
        return blocks.factor
    }

    static func reduceGray(
        _ frame: borrowing Frame, _ longSide: Int, _ codec: borrowing JPEGCodec,
        _ scratch: inout FrameScratch, into gray: inout GrayImage
    ) throws(KioskError) -> Int {
        let layout = frame.layout
        if layout.format.isMotionJPEG {
            let reduction = JPEGCodec.Reduction(layout.size, toLongSide: longSide)
            try codec.decodeGray(frame.bytes, name: "frame", reduction: reduction, into: &gray)
            try check(gray.size, reduction, layout)
            return Int(reduction.rawValue)
        }
        let blocks = Blocks(layout, toLongSide: longSide)
        guard let format = RawFormat(layout.format) else {
            try convert(frame, &scratch) {
                $0.reduced(toLongSide: longSide).photo.gray(into: &gray)
            }
            return blocks.factor
        }
        try rows(of: frame, format) { rows in
            gray.refill(size: blocks.size) { pixels in
                if blocks.factor == 1 {
                    rows.gray(into: pixels)
                } else {
                    rows.reducedGray(blocks, into: pixels)
                }
            }
        }
        return blocks.factor
    }

    /// A JPEG says its size itself, and may be another one than the frame's: all that counts on that would be wrong.
    private static func check(
        _ decoded: Size, _ reduction: JPEGCodec.Reduction, _ layout: FrameLayout
    ) throws(KioskError) {
        let factor = Int(reduction.rawValue)
        let expected = Size(
            width: (layout.size.width + factor - 1) / factor,
            height: (layout.size.height + factor - 1) / factor)
        guard decoded == expected else {
            throw KioskError(.pictureDamaged, "frame", detail: "\(decoded), not \(expected)")
        }
    }

    /// The colours of a frame that libv4lconvert converts, in the scratch's own picture.
    private static func convert(
        _ frame: borrowing Frame, _ scratch: inout FrameScratch, _ use: (Photo) -> Void
    ) throws(KioskError) {
        var photo = Photo()
        swap(&photo, &scratch.photo)
        defer { swap(&photo, &scratch.photo) }
        try scratch.convert(frame, into: &photo)
        use(photo)
    }

    private static func rows(
        of frame: borrowing Frame, _ format: RawFormat, _ body: (inout RawRows) -> Void
    ) throws(KioskError) {
        try RawRows.of(
            frame.bytes.assumingMemoryBound(to: UInt8.self), frame.layout, format, body)
    }
}
