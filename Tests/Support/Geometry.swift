public import KioskCore

extension PortraitRule {
    /// The checks of a head's place alone, in the finished picture's pixels.
    public func checks(of head: HeadGeometry) -> [PortraitCheck] {
        PreparedFace(head: head, rule: self).checks.filter {
            [.hairTop, .eyes, .faceWidth, .centring].contains($0.name)
        }
    }
}

extension Photo {
    /// The picture turned about its middle, clockwise; as large as before, black where nothing was.
    public func turned(degrees: Double) -> Photo {
        let (sine, cosine) = Angle.sineCosine(degrees)
        let (cx, cy) = (Double(width - 1) / 2, Double(height - 1) / 2)
        return Photo(size: size) { output in
            for row in 0..<height {
                for column in 0..<width {
                    let (dx, dy) = (Double(column) - cx, Double(row) - cy)
                    let x = Int((cx + dx * cosine + dy * sine).rounded())
                    let y = Int((cy - dx * sine + dy * cosine).rounded())
                    guard x >= 0, y >= 0, x < width, y < height else { continue }
                    for channel in 0..<3 {
                        output[3 * (row * width + column) + channel] =
                            pixels[3 * (y * width + x) + channel]
                    }
                }
            }
        }
    }
}

extension HairTop {
    /// The hair top before whatever backdrop is about the head.
    public static func find(in photo: Photo, head: HeadGeometry) -> Double? {
        Background(photo, about: head).model.flatMap { find(in: photo, head: head, before: $0) }
    }
}
