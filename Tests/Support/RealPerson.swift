public import KioskCore
public import KioskIO

/// A real person before one wall, for faults to be put in: where things are in the picture.
public struct RealPerson: Sendable {
    /// The picture.
    public let photo: Photo
    /// How much of a pixel is wall, 0 to 1, a number a pixel.
    public let wall: [Float]
    /// The middle of each iris, the picture's left first.
    public let pupils: (left: Point, right: Point)
    /// The rows of the upper and the lower lids' edges, face widths from between the pupils.
    public let lids: (upper: Double, lower: Double)
    /// The row between the lips, face widths from between the pupils.
    public let mouth: Double
    /// The face's width by the distance of its eyes, px.
    public var unit: Double { pupils.left.distance(to: pupils.right) / 0.444 }

    /// A person of a picture; nil where it holds no one face.
    ///
    /// - Parameter pupils: where they are known.
    public init?(
        _ photo: Photo, pupils: (left: Point, right: Point)? = nil, finder: borrowing FaceFinder
    ) throws {
        let (small, factor) = photo.reduced(toLongSide: FaceAnalysis.stillLongSide)
        let faces = try finder.find(in: small)
        guard let mesh = faces.first, faces.count == 1 else { return nil }
        let scale = Double(factor)
        func full(_ point: Point) -> Point { Point(x: point.x * scale, y: point.y * scale) }
        self.pupils = pupils ?? (full(mesh.leftEye), full(mesh.rightEye))
        self.photo = photo
        wall = WallMask(of: photo).shares(in: photo.size)
        let unit = self.pupils.left.distance(to: self.pupils.right) / 0.444
        let (eyes, others) = (mesh.places[159].point, mesh.places[386].point)
        let (under, otherUnder) = (mesh.places[145].point, mesh.places[374].point)
        let line = (self.pupils.left.y + self.pupils.right.y) / 2
        let lips = (mesh.places[13].point.y + mesh.places[14].point.y) / 2
        mouth = (lips * scale - line) / unit
        lids = (
            ((eyes.y + others.y) * scale / 2 - line) / unit,
            ((under.y + otherUnder.y) * scale / 2 - line) / unit
        )
    }

    /// The same person in another picture of the same place.
    public init(_ other: RealPerson, photo: Photo) {
        (self.photo, wall, pupils) = (photo, other.wall, other.pupils)
        (lids, mouth) = (other.lids, other.mouth)
    }

    /// The place of a pixel: face widths from between the pupils, across and down, the tilt taken out.
    public func place(x: Double, y: Double) -> (u: Double, v: Double) {
        let (middle, along) = axes
        let (dx, dy) = ((x - middle.x) / unit, (y - middle.y) / unit)
        return (dx * along.x + dy * along.y, dy * along.x - dx * along.y)
    }

    /// The pixel of a place.
    public func pixel(u: Double, v: Double) -> Point {
        let (middle, along) = axes
        return Point(
            x: middle.x + unit * (u * along.x - v * along.y),
            y: middle.y + unit * (u * along.y + v * along.x))
    }

    private var axes: (middle: Point, along: (x: Double, y: Double)) {
        let (left, right) = pupils
        let distance = left.distance(to: right)
        return (
            .middle(left, right), ((right.x - left.x) / distance, (right.y - left.y) / distance)
        )
    }
}

extension RealPerson {
    /// A pixel on its way through a change of light.
    public struct Spot: Sendable {
        /// Where it is, face widths.
        public let (u, v): (Double, Double)
        /// How much of it is wall.
        public let wall: Double
    }

    /// The picture with another light at each pixel.
    public func lit(_ change: (Spot, LinearLight) -> LinearLight) -> Photo {
        Photo(size: photo.size) { output in
            for y in 0..<photo.height {
                for x in 0..<photo.width {
                    let (u, v) = place(x: Double(x), y: Double(y))
                    let index = y * photo.width + x
                    let spot = Spot(u: u, v: v, wall: Double(wall[index]))
                    let light = LinearLight(
                        red: Gamma.light[Int(photo.pixels[3 * index])],
                        green: Gamma.light[Int(photo.pixels[3 * index + 1])],
                        blue: Gamma.light[Int(photo.pixels[3 * index + 2])])
                    let changed = change(spot, light)
                    output[3 * index] = Gamma.nearestCode(changed.red)
                    output[3 * index + 1] = Gamma.nearestCode(changed.green)
                    output[3 * index + 2] = Gamma.nearestCode(changed.blue)
                }
            }
        }
    }

    /// The picture whose pixels come from elsewhere in it: `source` gives the place that is shown at a place.
    public func moved(_ source: (_ u: Double, _ v: Double) -> (u: Double, v: Double)) -> Photo {
        Photo(size: photo.size) { output in
            for y in 0..<photo.height {
                for x in 0..<photo.width {
                    let (u, v) = place(x: Double(x), y: Double(y))
                    let from = source(u, v)
                    let pixel = pixel(u: from.u, v: from.v)
                    for channel in 0..<3 {
                        output[3 * (y * photo.width + x) + channel] = photo.code(pixel, channel)
                    }
                }
            }
        }
    }
}

extension Photo {
    /// A channel's code between pixels; the edge's outside.
    fileprivate func code(_ place: Point, _ channel: Int) -> UInt8 {
        let (x, y) = (
            min(max(0, place.x), Double(width - 1)), min(max(0, place.y), Double(height - 1))
        )
        let (left, top) = (min(Int(x), width - 2), min(Int(y), height - 2))
        let (across, down) = (x - Double(left), y - Double(top))
        func at(_ column: Int, _ row: Int) -> Double {
            Double(pixels[3 * (row * width + column) + channel])
        }
        let upper = at(left, top) * (1 - across) + at(left + 1, top) * across
        let lower = at(left, top + 1) * (1 - across) + at(left + 1, top + 1) * across
        return UInt8((upper * (1 - down) + lower * down).rounded())
    }
}
