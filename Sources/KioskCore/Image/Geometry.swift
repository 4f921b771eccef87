/// Width and height of a picture, in whole pixels.
public struct Size: Hashable, Sendable, Codable, CustomStringConvertible {
    /// Columns.
    public var width: Int
    /// Rows.
    public var height: Int

    /// A size of `width` columns and `height` rows.
    public init(width: Int, height: Int) {
        self.width = width
        self.height = height
    }

    /// `1280x720`, as the command line writes it.
    public var description: String { "\(width)x\(height)" }

    /// The size written as `1280x720`; nil for anything else or a side under 1.
    public init?(parsing text: String) {
        let parts = text.split(separator: "x", omittingEmptySubsequences: false)
        guard parts.count == 2, let width = Int(parts[0]), let height = Int(parts[1]),
            width > 0, height > 0
        else { return nil }
        self.init(width: width, height: height)
    }
}

/// A position in a picture: x to the right, y down, in pixels; (0, 0) is the upper left corner.
public struct Point: Hashable, Sendable, Codable {
    /// Pixels to the right of the left edge.
    public var x: Double
    /// Pixels below the upper edge.
    public var y: Double

    /// The point (x, y).
    public init(x: Double, y: Double) {
        self.x = x
        self.y = y
    }

    /// The point half-way between two.
    public static func middle(_ first: Point, _ second: Point) -> Point {
        Point(x: (first.x + second.x) / 2, y: (first.y + second.y) / 2)
    }
}

/// A rectangle of whole pixels inside a picture.
public struct Rect: Hashable, Sendable, Codable {
    /// The left edge.
    public var x: Int
    /// The upper edge.
    public var y: Int
    /// Columns.
    public var width: Int
    /// Rows.
    public var height: Int

    /// The rectangle with its upper left corner at (x, y).
    public init(x: Int, y: Int, width: Int, height: Int) {
        self.x = x
        self.y = y
        self.width = width
        self.height = height
    }

    /// Columns and rows.
    public var size: Size { Size(width: width, height: height) }

    /// Whether every pixel of the rectangle lies in a picture of that size.
    public func fits(in size: Size) -> Bool {
        x >= 0 && y >= 0 && width > 0 && height > 0
            && x + width <= size.width && y + height <= size.height
    }
}
