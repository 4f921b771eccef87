/// How a camera hangs: by how many degrees its picture is turned clockwise to stand upright.
///
/// Turning moves pixels and changes none. It happens once, when a frame is decoded; the camera's
/// bytes stay as they are.
public enum CameraMount: Int, Hashable, Sendable, CaseIterable, Codable {
    case upright = 0
    case quarter = 90
    case half = 180
    case threeQuarters = 270

    /// Columns and rows of a picture of that size when it stands upright.
    public func turned(_ size: Size) -> Size {
        switch self {
        case .upright, .half: size
        case .quarter, .threeQuarters: Size(width: size.height, height: size.width)
        }
    }

    /// Whether columns become rows.
    public var isSideways: Bool { self == .quarter || self == .threeQuarters }

    /// Moves the pixels of a picture of that size, `bytes` (1 or 3) bytes each and without padding,
    /// to where they stand upright.
    func turn(
        _ source: UnsafeBufferPointer<UInt8>, _ size: Size, bytes: Int,
        into target: UnsafeMutableBufferPointer<UInt8>
    ) {
        precondition(source.count == size.width * size.height * bytes, "the picture is whole")
        precondition(target.count == source.count, "the same pixels")
        guard let from = source.baseAddress, let to = target.baseAddress else { return }
        let path = Path(self, size)
        if bytes == 3 {
            Self.follow(path, turned(size)) { at, pixel in
                let (read, write) = (from + 3 &* pixel, to + 3 &* at)
                write[0] = read[0]
                write[1] = read[1]
                write[2] = read[2]
            }
        } else {
            Self.follow(path, turned(size)) { at, pixel in to[at] = from[pixel] }
        }
    }

    /// Visits the upright picture's pixels tile by tile, so that neither picture's rows leave the
    /// cache before they are used up.
    @inline(__always)
    private static func follow(_ path: Path, _ size: Size, _ move: (Int, Int) -> Void) {
        let tile = 32
        for top in Swift.stride(from: 0, to: size.height, by: tile) {
            for left in Swift.stride(from: 0, to: size.width, by: tile) {
                let right = min(left &+ tile, size.width)
                for y in top..<min(top &+ tile, size.height) {
                    var pixel = path.start &+ y &* path.down &+ left &* path.right
                    for x in left..<right {
                        move(y &* size.width &+ x, pixel)
                        pixel &+= path.right
                    }
                }
            }
        }
    }

    /// Where the upright picture's pixels stand in the camera's, in pixels: that of the upper left
    /// corner, and the steps to the right and down.
    private struct Path {
        let start: Int
        let right: Int
        let down: Int

        init(_ mount: CameraMount, _ size: Size) {
            let (width, height) = (size.width, size.height)
            (start, right, down) =
                switch mount {
                case .upright: (0, 1, width)
                case .quarter: ((height - 1) * width, -width, 1)
                case .half: (height * width - 1, -1, -width)
                case .threeQuarters: (width - 1, width, -1)
                }
        }
    }
}

extension Photo {
    /// Replaces the picture by a camera's, turned upright.
    public mutating func refill(turning photo: Photo, by mount: CameraMount) {
        refill(size: mount.turned(photo.size)) { target in
            photo.pixels.withUnsafeBufferPointer {
                mount.turn($0, photo.size, bytes: 3, into: target)
            }
        }
    }
}

extension GrayImage {
    /// Replaces the picture by a camera's, turned upright.
    public mutating func refill(turning gray: GrayImage, by mount: CameraMount) {
        refill(size: mount.turned(gray.size)) { target in
            gray.pixels.withUnsafeBufferPointer {
                mount.turn($0, gray.size, bytes: 1, into: target)
            }
        }
    }
}
