public import KioskCore

/// Something that a camera or an editor puts into a portrait and that has no place there. Places and sizes
/// are shares of the portrait's width, from its upper left corner.
public struct ForeignMark: Sendable {
    /// What it is, for people.
    public let name: String
    /// What is laid over a place: how much of it, and its colour; nil for nothing.
    private let ink: @Sendable (_ x: Double, _ y: Double) -> Ink?

    /// A colour that covers a share of what is under it.
    struct Ink {
        var color: (Double, Double, Double)
        var opacity = 1.0
    }

    init(_ name: String, _ ink: @escaping @Sendable (Double, Double) -> Ink?) {
        (self.name, self.ink) = (name, ink)
    }

    /// A picture with the mark in the part that becomes the portrait, its edges soft over a pixel.
    public func drawn(on photo: Photo, portrait crop: Rect) -> Photo {
        let scale = Double(crop.width)
        let fine = 3
        return Photo(size: photo.size) { output in
            for y in 0..<photo.height {
                for x in 0..<photo.width {
                    let index = 3 * (y * photo.width + x)
                    var own = (0..<3).map { Double(photo.pixels[index + $0]) }
                    var sum = [0.0, 0, 0], share = 0.0
                    for part in 0..<fine * fine {
                        let column = Double(x - crop.x) + (Double(part % fine) + 0.5) / Double(fine)
                        let row = Double(y - crop.y) + (Double(part / fine) + 0.5) / Double(fine)
                        guard let ink = ink(column / scale, row / scale) else { continue }
                        let part = ink.opacity / Double(fine * fine)
                        share += part
                        sum[0] += part * ink.color.0
                        sum[1] += part * ink.color.1
                        sum[2] += part * ink.color.2
                    }
                    for channel in 0..<3 {
                        own[channel] = own[channel] * (1 - share) + sum[channel]
                        output[index + channel] = UInt8(min(max(own[channel].rounded(), 0), 255))
                    }
                }
            }
        }
    }
}

// MARK: - The kinds

extension ForeignMark {
    /// Fifty, in the places that cameras and editors put them.
    public static let all: [ForeignMark] = dates + words + signs + lines + frames

    private static let white = (255.0, 255.0, 255.0), black = (10.0, 10.0, 10.0)
    private static let orange = (255.0, 140.0, 0.0), red = (230.0, 20.0, 20.0)
    private static let yellow = (250.0, 230.0, 40.0), green = (20.0, 220.0, 40.0)
    private static let blue = (30.0, 60.0, 200.0)

    private static let dates: [ForeignMark] = [
        text("2026-05-01", at: (0.55, 1.22), height: 0.04, orange),
        text("2026/05/01 09:31", at: (0.3, 1.24), height: 0.035, white, outline: black),
        text("2026.05.01", at: (0.04, 0.05), height: 0.04, orange),
        text("01-05-2026 14:22:07", at: (0.03, 0.03), height: 0.03, white, outline: black),
        text("12:07", at: (0.8, 0.06), height: 0.045, yellow),
        text("2026-05-01", at: (0.05, 0.4), height: 0.025, black),
        text("26 5 1", at: (0.55, 1.2), height: 0.07, red),
        text("2026-05-01 08:00:59", at: (0.1, 1.1), height: 0.03, yellow),
        text("20260501", at: (0.3, 1.15), height: 0.05, white, outline: black),
        text("9:05", at: (0.04, 0.2), height: 0.06, red),
    ]

    private static let words: [ForeignMark] = [
        text("PROOF", at: (0.25, 0.05), height: 0.08, white),
        text("SAMPLE", at: (0.02, 0.3), height: 0.03, red),
        text("PROOF", at: (0.03, 0.35), height: 0.04, white, opacity: 0.5),
        text("COPY", at: (0.02, 0.02), height: 0.1, black, opacity: 0.3),
        text("STUDIO KB", at: (0.5, 1.24), height: 0.045, white, outline: black),
        text("REC", at: (0.85, 0.03), height: 0.035, red),
        text("CAM 1", at: (0.04, 0.04), height: 0.03, green),
        text("BEAUTY", at: (0.3, 1.2), height: 0.09, yellow),
        text("NO 07", at: (0.4, 1.1), height: 0.06, white, outline: black),
        text("PHOTO BY ANNA", at: (0.03, 0.08), height: 0.022, black, opacity: 0.7),
        text("VOID", at: (0.1, 0.1), height: 0.05, blue, turned: 30),
        text("PROOF", at: (0.05, 0.55), height: 0.05, white, opacity: 0.4, turned: -40),
    ]

    private static let signs: [ForeignMark] = [
        ring("ring at the upper right", (0.88, 0.15), 0.05, 0.012, red),
        ring("seal at the upper left", (0.12, 0.15), 0.08, 0.008, red),
        ring("faint ring", (0.9, 0.35), 0.05, 0.01, white, opacity: 0.4),
        disc("red dot", (0.93, 0.06), 0.012, red), disc("logo's disc", (0.1, 0.1), 0.04, blue),
        disc("white disc", (0.9, 0.12), 0.03, white, opacity: 0.8),
        disc("small black dot", (0.06, 0.3), 0.006, black),
        box("battery", (0.86, 0.04), (0.08, 0.03), 0.005, white),
        box("filled square", (0.05, 0.05), (0.05, 0.05), 1, green),
        box("label", (0.04, 0.45), (0.09, 0.04), 0.004, black),
        star("star", (0.1, 0.12), 0.05, yellow), star("small star", (0.92, 0.2), 0.025, red),
        cross("cross hair", (0.14, 0.2), 0.05, 0.005, green),
    ]

    private static let lines: [ForeignMark] = [
        line("thirds, white", white, 0.004) { x, y in
            let third = 1 / 3.0
            let (across, down) = (min(abs(x - third), abs(x - 2 * third)), y * 0.75)
            return min(across, min(abs(down - third), abs(down - 2 * third)) / 0.75)
        },
        line("line under the top", black, 0.005) { _, y in abs(y - 0.06) },
        line("line at the left", white, 0.004) { x, _ in abs(x - 0.07) },
        line("line across, faint", white, 0.006, opacity: 0.5) { _, y in abs(y - 0.3) },
        line("middle cross", green, 0.003) { x, y in min(abs(x - 0.5), abs(y - 0.2)) },
        line("focus box", green, 0.006) { x, y in
            let far = max(abs(x - 0.5) - 0.38, abs(y - 0.5) - 0.4)
            return abs(far)
        },
    ]

    private static let frames: [ForeignMark] = [
        frame("white frame", 0.03, white), frame("black frame", 0.02, black),
        frame("thin red frame", 0.006, red), frame("golden frame", 0.05, (190, 150, 60)),
        frame("frame of half shade", 0.04, black, opacity: 0.5),
        ForeignMark("bar at the top") { _, y in y < 0.05 ? Ink(color: black) : nil },
        ForeignMark("bar at the bottom") { _, y in y > 1.27 ? Ink(color: white) : nil },
        ForeignMark("bars at the sides") { x, _ in
            x < 0.03 || x > 0.97 ? Ink(color: black) : nil
        },
        ForeignMark("round corners") { x, y in
            let (across, down) = (max(0, abs(x - 0.5) - 0.42), max(0, abs(y - 2 / 3.0) - 0.5867))
            return across * across + down * down > 0.0064 ? Ink(color: white) : nil
        },
    ]
}

// MARK: - Shapes

extension ForeignMark {
    private typealias Color = (Double, Double, Double)

    private static func text(
        _ text: String, at place: (Double, Double), height: Double, _ color: Color,
        outline: Color? = nil, opacity: Double = 1, turned degrees: Double = 0
    ) -> ForeignMark {
        let (sine, cosine) = Angle.sineCosine(degrees)
        let rows = text.map { BitmapFont.rows($0).map(Array.init) }
        let dot = height / 7
        @Sendable func isInk(_ x: Double, _ y: Double) -> Bool {
            let (dx, dy) = (x - place.0, y - place.1)
            let column = ((dx * cosine + dy * sine) / dot).rounded(.down)
            let row = ((dy * cosine - dx * sine) / dot).rounded(.down)
            guard row >= 0, row < 7, column >= 0, column < Double(6 * rows.count) else {
                return false
            }
            let (letter, part) = (Int(column) / 6, Int(column) % 6)
            return part < 5 && rows[letter][Int(row)][part] == "#"
        }
        let about = [-0.5, 0, 0.5].flatMap { x in [-0.5, 0, 0.5].map { (x * dot, $0 * dot) } }
        return ForeignMark("\(text) at \(place.0), \(place.1)") { x, y in
            if isInk(x, y) { return Ink(color: color, opacity: opacity) }
            guard let outline, about.contains(where: { isInk(x + $0.0, y + $0.1) }) else {
                return nil
            }
            return Ink(color: outline, opacity: opacity)
        }
    }

    private static func line(
        _ name: String, _ color: Color, _ width: Double, opacity: Double = 1,
        _ far: @escaping @Sendable (Double, Double) -> Double
    ) -> ForeignMark {
        ForeignMark(name) { far($0, $1) < width / 2 ? Ink(color: color, opacity: opacity) : nil }
    }

    private static func ring(
        _ name: String, _ middle: (Double, Double), _ radius: Double, _ width: Double,
        _ color: Color, opacity: Double = 1
    ) -> ForeignMark {
        line(name, color, width, opacity: opacity) { x, y in
            abs(length(x - middle.0, y - middle.1) - radius)
        }
    }

    private static func disc(
        _ name: String, _ middle: (Double, Double), _ radius: Double, _ color: Color,
        opacity: Double = 1
    ) -> ForeignMark {
        line(name, color, 2 * radius, opacity: opacity) { x, y in
            length(x - middle.0, y - middle.1)
        }
    }

    private static func box(
        _ name: String, _ corner: (Double, Double), _ size: (Double, Double), _ width: Double,
        _ color: Color
    ) -> ForeignMark {
        ForeignMark(name) { x, y in
            let (dx, dy) = (x - corner.0, y - corner.1)
            guard dx >= 0, dy >= 0, dx <= size.0, dy <= size.1 else { return nil }
            return min(dx, dy, size.0 - dx, size.1 - dy) < width ? Ink(color: color) : nil
        }
    }

    private static func star(
        _ name: String, _ middle: (Double, Double), _ radius: Double, _ color: Color
    ) -> ForeignMark {
        ForeignMark(name) { x, y in
            let (dx, dy) = (abs(x - middle.0) / radius, abs(y - middle.1) / radius)
            return dx < 1 && dy < 1 && dx.squareRoot() + dy.squareRoot() < 1.1
                ? Ink(color: color) : nil
        }
    }

    private static func cross(
        _ name: String, _ middle: (Double, Double), _ radius: Double, _ width: Double,
        _ color: Color
    ) -> ForeignMark {
        line(name, color, width) { x, y in
            let (dx, dy) = (abs(x - middle.0), abs(y - middle.1))
            return max(dx, dy) < radius ? min(dx, dy) : 1
        }
    }

    private static func frame(
        _ name: String, _ width: Double, _ color: Color, opacity: Double = 1
    ) -> ForeignMark {
        ForeignMark(name) { x, y in
            min(x, y, 1 - x, 4 / 3.0 - y) < width ? Ink(color: color, opacity: opacity) : nil
        }
    }
}

private func length(_ x: Double, _ y: Double) -> Double { (x * x + y * y).squareRoot() }
