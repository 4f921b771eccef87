extension Photo {
    /// The picture turned upright by its file's Exif orientation (1 to 8), as every viewer does
    /// before anything is shown. It is how a saved picture is read, not a change to a portrait:
    /// camera frames carry no such tag and never come here.
    public init(upright photo: Photo, exifOrientation: Int) {
        guard (2...8).contains(exifOrientation) else {
            self = photo
            return
        }
        let turned = exifOrientation >= 5
        let size =
            turned ? Size(width: photo.height, height: photo.width) : photo.size
        self.init(size: size) { output in
            var target = 0
            for y in 0..<size.height {
                for x in 0..<size.width {
                    let (column, row) = Self.source(x, y, size, exifOrientation)
                    let from = (row * photo.width + column) * 3
                    for channel in 0..<3 { output[target + channel] = photo.pixels[from + channel] }
                    target += 3
                }
            }
        }
    }

    /// Where pixel (x, y) of the upright picture stands in the stored one (Exif 2.3, 4.6.4).
    private static func source(_ x: Int, _ y: Int, _ size: Size, _ orientation: Int) -> (Int, Int) {
        let (right, bottom) = (size.width - 1 - x, size.height - 1 - y)
        return switch orientation {
        case 2: (right, y)
        case 3: (right, bottom)
        case 4: (x, bottom)
        case 5: (y, x)
        case 6: (y, right)
        case 7: (bottom, right)
        default: (bottom, x)
        }
    }
}
