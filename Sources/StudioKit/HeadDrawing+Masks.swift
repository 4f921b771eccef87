import KioskCore

/// Which pixels are the student's, and which the face's.
extension HeadDrawing {
    /// How much of each pixel the student covers, 0 to 255: what is drawn over black and over
    /// white differs by the rest.
    func coverage(in size: Size) -> [UInt8] {
        let count = size.width * size.height
        var black = Canvas(size: size, pixels: [UInt8](repeating: 0, count: count * 3))
        var white = Canvas(size: size, pixels: [UInt8](repeating: 255, count: count * 3))
        _ = draw(on: &black)
        _ = draw(on: &white)
        return (0..<count).map { pixel in
            255 - (white.pixels[pixel * 3 + 1] &- black.pixels[pixel * 3 + 1])
        }
    }

    /// 255 inside the face's outline, from the hairline to the chin.
    func faceMask(in size: Size) -> [UInt8] {
        let count = size.width * size.height
        var mask = Canvas(size: size, pixels: [UInt8](repeating: 0, count: count * 3))
        mask.fill(facePoints, StudioColor(255, 255, 255))
        for shape in frontHair { mask.fill(points(shape), StudioColor(0, 0, 0)) }
        return (0..<count).map { mask.pixels[$0 * 3] }
    }
}
