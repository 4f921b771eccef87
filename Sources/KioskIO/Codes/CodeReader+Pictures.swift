public import KioskCore

extension CodeReader {
    /// The codes in a saved picture. A picture waits for nobody, so the sizes and the negative are
    /// tried until one gives a code: zbar reads some pictures only when they are smaller (moiré,
    /// large modules), larger (small modules) or inverted (dark mode).
    public borrowing func readThoroughly(_ photo: Photo) -> [CaptureCode] {
        let gray = photo.gray()
        for view in PictureView.ladder(for: gray.size) {
            let codes = read(view.apply(to: gray))
            if !codes.isEmpty { return codes }
        }
        return []
    }
}

/// One way of looking at a picture: a size and, where wanted, the negative.
struct PictureView: Hashable {
    /// The longer side after scaling.
    let longSide: Int
    let isInverted: Bool

    /// The views to try, most promising first.
    static func ladder(for size: Size) -> [PictureView] {
        let own = max(size.width, size.height)
        let sides = [own, 1000, 640, own * 2, 400].filter { $0 <= max(2200, own) }
        let tried = sides.reduce(into: [Int]()) { if !$0.contains($1) { $0.append($1) } }
        return [false, true].flatMap { inverted in
            tried.map { PictureView(longSide: $0, isInverted: inverted) }
        }
    }

    func apply(to gray: GrayImage) -> GrayImage {
        let sized = gray.resampled(toLongSide: longSide)
        return isInverted ? sized.inverted() : sized
    }
}
