import KioskCore

/// The wall behind a person: what hangs together with the picture's upper edge without a step in its colour,
/// down each column to the hair or the clothes, and from the picture's sides as far down as they are wall.
struct WallMask {
    private static let factor = 3
    /// A step of so many levels ends the wall, where three places in a row are beyond it.
    private static let (step, run) = (9, 3)

    private let photo: Photo
    private let (width, height): (Int, Int)
    private var isWall: [Bool]

    init(of photo: Photo) {
        self.photo = photo
        (width, height) = (photo.width / Self.factor, photo.height / Self.factor)
        isWall = Array(repeating: false, count: width * height)
        for x in 0..<width { follow((0..<height).map { (x, $0) }) }
        let sides = (0..<height).map { (isWall[$0 * width + 1], isWall[$0 * width + width - 2]) }
        for (y, side) in sides.enumerated() {
            if side.0 { follow((0..<width).map { ($0, y) }) }
            if side.1 { follow((0..<width).reversed().map { ($0, y) }) }
        }
    }

    /// Marks a line of places up to the first step; the colour is followed slowly.
    private mutating func follow(_ places: [(x: Int, y: Int)]) {
        guard let first = places.first else { return }
        var known = color(first) &* 8
        var others: [Int] = []
        for place in places {
            let index = place.y * width + place.x
            let difference = color(place) &* 8 &- known
            guard abs(difference) < Int32(8 * Self.step) else {
                others.append(index)
                if others.count == Self.run { break }
                continue
            }
            for index in others + [index] { isWall[index] = true }
            others = []
            known = known &+ difference / 8
        }
    }

    private func color(_ place: (x: Int, y: Int)) -> SIMD3<Int32> {
        let index = 3 * (place.y * photo.width + place.x) * Self.factor
        return SIMD3(
            Int32(photo.pixels[index]), Int32(photo.pixels[index + 1]),
            Int32(photo.pixels[index + 2]))
    }

    /// How much of each pixel is wall, 0 to 1: the share of the places about it, so that edges are soft.
    func shares(in size: Size) -> [Float] {
        var shares = [Float](repeating: 0, count: size.width * size.height)
        for y in 0..<size.height {
            for x in 0..<size.width {
                let places = [(0, 0), (-2, 0), (2, 0), (0, -2), (0, 2)].count { dx, dy in
                    let column = min(max(0, (x + dx) / Self.factor), width - 1)
                    let row = min(max(0, (y + dy) / Self.factor), height - 1)
                    return isWall[row * width + column]
                }
                shares[y * size.width + x] = Float(places) / 5
            }
        }
        return shares
    }
}

/// The largest difference of a channel.
private func abs(_ difference: SIMD3<Int32>) -> Int32 {
    max(Swift.abs(difference.x), Swift.abs(difference.y), Swift.abs(difference.z))
}
