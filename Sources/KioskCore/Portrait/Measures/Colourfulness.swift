/// How much colour a portrait has.
enum Colourfulness {
    /// How far its channels are apart where they are the farthest, levels: the 95th percentile of a grid of
    /// places. Skin has 40 and more in every light; a black-and-white picture has what its coding adds.
    static func levels(in photo: Photo, area: PortraitArea) -> Double {
        let spreads = (0..<steps * steps).compactMap { index in
            let x = (Double(index % steps) + 0.5) * Double(area.size.width) / Double(steps)
            let y = (Double(index / steps) + 0.5) * Double(area.size.height) / Double(steps)
            return photo.codes(at: area.pixel(x, y)).map { codes in
                let (red, green, blue) = (Int(codes.red), Int(codes.green), Int(codes.blue))
                return Double(max(red, green, blue) - min(red, green, blue))
            }
        }
        guard !spreads.isEmpty else { return 255 }
        return spreads.smallest(at: spreads.count * 95 / 100)
    }

    private static let steps = 48
}
