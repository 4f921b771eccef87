public import KioskCore

/// Reads codes from pictures: zbar and ZXing, each what the other misses.
public struct CodeReader: ~Copyable {
    private let zbar: ZBarReader

    /// Opens the readers.
    ///
    /// - Parameter lineStep: rows and columns from one of zbar's scan lines to the next, 1 or more. A finder
    ///   pattern's middle is three modules high, so 2 misses nothing that can be read at all, and costs half.
    /// - Throws: `bug` where memory is short.
    public init(lineStep: Int = 1) throws(KioskError) {
        zbar = try ZBarReader(lineStep: lineStep)
    }

    /// The codes in a picture as it is, by both readers.
    public borrowing func read(_ image: GrayImage) -> CodeReading {
        image.pixels.withUnsafeBufferPointer { read(luma: $0, image.size) }
    }

    /// The codes in the luma of a frame, read where it lies: one byte a pixel, rows from the top
    /// without padding; traps where there are fewer than width × height bytes.
    public borrowing func read(luma: UnsafeBufferPointer<UInt8>, _ size: Size) -> CodeReading {
        CodeReading([find(luma, size, .zbar), find(luma, size, .zxing)])
    }

    /// The codes in a saved picture, which waits for nobody: looks of the ladder until one reads or the budget is
    /// spent. What both readers say of the picture as it is comes first, and where they differ nothing else is asked.
    public borrowing func readThoroughly(_ gray: GrayImage) -> CodeReading {
        var reading = read(gray)
        guard reading.codes.isEmpty, !reading.isContradicted else { return reading }
        let base = CodeLadder.base(of: gray)
        for view in CodeLadder.views(for: base.size) {
            guard let picture = view.apply(to: base) else { continue }
            var more = CodeReading([find(picture, view.reader)])
            reading.isFound = reading.isFound || more.isFound
            reading.isPart = reading.isPart || more.isPart
            guard more.codes.isEmpty else {
                more.view = view
                return more
            }
        }
        return reading
    }

    /// The codes in a live frame: the plain look by ZXing and one of the rota's. Where either reads, zbar sees the
    /// frame as it is too, and where they differ nothing is read.
    public borrowing func look(
        luma: UnsafeBufferPointer<UInt8>, _ size: Size, _ rota: inout CodeRota
    ) -> CodeReading {
        let view = rota.next(for: size)
        let plain = find(luma, size, .zxing)
        let more = look(luma, size, view)
        let hasRead = more.contains { $0.code != nil }
        rota.note(view, hasRead: hasRead)
        guard hasRead || plain.contains(where: { $0.code != nil }), !view.isPlain(.zbar) else {
            return CodeReading([plain, more])
        }
        return CodeReading([plain, more, find(luma, size, .zbar)])
    }

    /// One look at a frame, its outlines in the frame's pixels.
    private borrowing func look(
        _ luma: UnsafeBufferPointer<UInt8>, _ size: Size, _ view: CodeView
    ) -> [FoundCode] {
        if view.isPlain(view.reader) { return find(luma, size, view.reader) }
        let picture = GrayImage(size: size) { pixels in
            _ = pixels.update(fromContentsOf: luma.prefix(pixels.count))
        }
        guard let prepared = view.apply(to: picture) else { return [] }
        return find(prepared, view.reader).map { view.placed($0, in: size) }
    }

    private borrowing func find(_ picture: GrayImage, _ reader: CodeView.Reader) -> [FoundCode] {
        picture.pixels.withUnsafeBufferPointer { find($0, picture.size, reader) }
    }

    private borrowing func find(
        _ luma: UnsafeBufferPointer<UInt8>, _ size: Size, _ reader: CodeView.Reader
    ) -> [FoundCode] {
        precondition(luma.count >= size.width * size.height, "the luma is whole")
        return switch reader {
        case .zbar: zbar.find(luma, size)
        case .zxing: ZXingReader.find(luma, size, isByRow: false)
        case .zxingByRow: ZXingReader.find(luma, size, isByRow: true)
        }
    }
}
