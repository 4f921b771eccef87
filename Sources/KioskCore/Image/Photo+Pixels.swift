extension Photo {
    /// R, G and B of the pixel that a place lies in; nil outside the picture.
    func codes(at place: Point) -> (red: UInt8, green: UInt8, blue: UInt8)? {
        guard place.x >= 0, place.y >= 0, place.x < Double(width), place.y < Double(height) else {
            return nil
        }
        let index = (Int(place.y) * width + Int(place.x)) * 3
        return (pixels[index], pixels[index + 1], pixels[index + 2])
    }

    /// R, G and B of a pixel inside the picture, levels.
    func levels(_ x: Int, _ y: Int) -> SIMD3<Double> {
        let index = (y * width + x) * 3
        return SIMD3(Double(pixels[index]), Double(pixels[index + 1]), Double(pixels[index + 2]))
    }

    /// The light of that pixel; nil outside the picture.
    func light(at place: Point) -> LinearLight? {
        codes(at: place).map { LinearLight(codes: $0) }
    }

    /// The mean light of `count` × `count` pixels evenly over a square of half that side, which takes
    /// the sensor's noise away; nil where it leaves the picture.
    func light(about place: Point, half: Double, count: Int) -> LinearLight? {
        var sum = LinearLight.dark
        for step in 0..<count * count {
            guard let light = light(at: place.inSquare(half, count, step)) else { return nil }
            sum = sum + light
        }
        return sum.times(1 / Double(count * count))
    }

    /// The middle colour of the same pixels; nil where the square leaves the picture.
    func color(about place: Point, half: Double, count: Int) -> LabColor? {
        let lights = (0..<count * count).compactMap { light(at: place.inSquare(half, count, $0)) }
        return lights.count == count * count ? .median(lights.map(LabColor.init)) : nil
    }
}

extension Point {
    /// One of `count` × `count` points evenly over a square about this one.
    fileprivate func inSquare(_ half: Double, _ count: Int, _ step: Int) -> Point {
        func offset(_ index: Int) -> Double {
            half * (2 * Double(index) / Double(max(1, count - 1)) - 1)
        }
        return Point(x: x + offset(step % count), y: y + offset(step / count))
    }
}

/// The luma of codes by ITU-R BT.601 (0.299 R + 0.587 G + 0.114 B), full range, rounded.
func luma(_ codes: (red: UInt8, green: UInt8, blue: UInt8)) -> UInt8 {
    let red = 77 * UInt32(codes.red)
    let green = 150 * UInt32(codes.green)
    let blue = 29 * UInt32(codes.blue)
    return UInt8((red + green + blue + 128) >> 8)
}
