import Foundation

/// A point of a screen, px from its upper left corner.
public struct ScreenPoint: Hashable, Sendable {
    /// Right and down.
    public let x, y: Double

    /// That point.
    public init(x: Double, y: Double) { (self.x, self.y) = (x, y) }

    /// A point at that distance in that direction: 0 is up, then clockwise, in turns.
    func at(_ distance: Double, _ turns: Double) -> ScreenPoint {
        let angle = 2 * Double.pi * turns
        return ScreenPoint(x: x + distance * sin(angle), y: y - distance * cos(angle))
    }
}

/// Shapes as triangles, three corners each, which every renderer fills.
enum ScreenShape {
    /// A ring or the part of one that begins at the top and goes clockwise.
    ///
    /// - Parameters:
    ///   - share: how much of it, 0 to 1.
    ///   - width: how broad it is, px, inwards from the place's edge.
    static func ring(in place: Rect, share: Double, width: Double) -> [ScreenPoint] {
        let (centre, radius) = (place.centre, Double(min(place.width, place.height)) / 2)
        let steps = max(1, Int((96 * min(1, max(0, share))).rounded()))
        guard share > 0 else { return [] }
        return (0..<steps).flatMap { step -> [ScreenPoint] in
            let from = share * Double(step) / Double(steps)
            let to = share * Double(step + 1) / Double(steps)
            let outer = (centre.at(radius, from), centre.at(radius, to))
            let inner = (centre.at(radius - width, from), centre.at(radius - width, to))
            return [outer.0, outer.1, inner.0, inner.0, outer.1, inner.1]
        }
    }

    /// An arrow that fills a place and points in a direction: 0 is up, then clockwise, in turns.
    static func arrow(in place: Rect, pointing turns: Double) -> [ScreenPoint] {
        let (centre, half) = (place.centre, Double(min(place.width, place.height)) / 2)
        // Tip, shoulders and shaft of an arrow that points up, in halves of its height.
        let corners = [
            (0, -1), (0.8, -0.1), (-0.8, -0.1), (-0.3, -0.1), (0.3, -0.1), (0.3, 1), (-0.3, -0.1),
            (0.3, 1), (-0.3, 1),
        ]
        return corners.map { x, y in
            let (length, angle) = (hypot(x, y), atan2(x, -y) / (2 * .pi))
            return centre.at(half * length, angle + turns)
        }
    }

    /// A line through points, of a breadth, px.
    static func line(through points: [ScreenPoint], width: Double) -> [ScreenPoint] {
        zip(points, points.dropFirst()).flatMap { from, to -> [ScreenPoint] in
            let length = max(1e-9, hypot(to.x - from.x, to.y - from.y))
            let (x, y) = ((to.x - from.x) / length, (to.y - from.y) / length)
            // A little longer at both ends, so that pieces meet.
            let (half, over) = (width / 2, width / 4)
            let corner = { (end: ScreenPoint, along: Double, across: Double) in
                ScreenPoint(
                    x: end.x + along * x - across * y, y: end.y + along * y + across * x)
            }
            let (a, b) = (corner(from, -over, half), corner(from, -over, -half))
            let (c, d) = (corner(to, over, half), corner(to, over, -half))
            return [a, b, c, c, b, d]
        }
    }

    /// Head and shoulders of who is to sit in a portrait's frame, as a line around them.
    ///
    /// - Parameters:
    ///   - frame: the portrait's frame, px.
    ///   - top: the highest hair, and the chin, in shares of the frame's height.
    static func sitter(in frame: Rect, top: Double, chin: Double) -> [ScreenPoint] {
        let height = Double(frame.height)
        let centre = ScreenPoint(
            x: frame.centre.x, y: Double(frame.y) + height * (top + chin) / 2)
        let (high, broad) = (height * (chin - top) / 2, height * (chin - top) * 0.37)
        // The head is open below, where the neck is: from there around it and back.
        let head = (0...48).map { step -> ScreenPoint in
            let angle = (0.56 + 0.88 * Double(step) / 48) * 2 * Double.pi
            return ScreenPoint(x: centre.x + broad * sin(angle), y: centre.y - high * cos(angle))
        }
        guard let first = head.first, let last = head.last else { return [] }
        let bottom = Double(frame.maxY)
        let half = Double(frame.width) * 0.44
        let shoulder = { (neck: ScreenPoint, side: Double) -> [ScreenPoint] in
            let level = neck.y + (bottom - neck.y) * 0.45
            return [
                neck, ScreenPoint(x: neck.x, y: neck.y + (bottom - neck.y) * 0.2),
                ScreenPoint(x: centre.x + side * half * 0.7, y: level),
                ScreenPoint(x: centre.x + side * half * 0.94, y: level + (bottom - level) * 0.3),
                ScreenPoint(x: centre.x + side * half, y: bottom),
            ]
        }
        let (left, right) = (first.x < last.x ? (-1.0, 1.0) : (1, -1))
        return shoulder(first, left).reversed() + head + shoulder(last, right)
    }
}

extension Rect {
    /// Its middle.
    var centre: ScreenPoint {
        ScreenPoint(x: Double(x) + Double(width) / 2, y: Double(y) + Double(height) / 2)
    }
}
