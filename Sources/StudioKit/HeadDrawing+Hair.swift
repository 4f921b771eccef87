import KioskCore

/// A shape of hair in head places.
struct HairShape {
    /// Its outside, seen against what is behind it.
    var rim: [(Double, Double)]
    /// What the rim belongs to.
    var surface = HeadSurface.hairRim
    /// Its end on the forehead and beside the face.
    var hairline: [(Double, Double)] = []
}

/// Hair: shapes behind the head, and the fringe before it.
extension HeadDrawing {
    /// Every shape of hair; the highest of their points is the hair top.
    var hairShapes: [HairShape] { backHair + frontHair }

    func points(_ shape: HairShape) -> [Point] {
        place.points(shape.rim, on: shape.surface) + place.points(shape.hairline, on: .hair)
    }

    func drawBackHair(on canvas: inout Canvas) {
        if place.turn.yaw != 0 { drawBackOfHead(on: &canvas) }
        for shape in backHair {
            canvas.fill(points(shape), look.hairColor, to: look.hairColor.lit(0.72))
            shine(shape, on: &canvas)
        }
    }

    /// What a turned head shows behind the ear, and beside the far temple under its hair.
    private func drawBackOfHead(on canvas: inout Canvas) {
        let isBald = look.hair == .bald
        let color = isBald ? look.skin.lit(0.86) : look.hairColor.lit(0.9)
        let skull = Curve.open(dome(0.49, look.crown))
        let nape = Curve.open([(0.49, -0.1), (0.42, 0.42), (-0.42, 0.42), (-0.49, -0.1)])
        let outline =
            place.points(skull, on: isBald ? .nape : .hairRim) + place.points(nape, on: .nape)
        canvas.fill(outline, color, to: color.lit(0.8))
    }

    func drawFrontHair(on canvas: inout Canvas) {
        for shape in frontHair {
            canvas.fill(points(shape), look.hairColor.lit(1.06), to: look.hairColor.lit(0.85))
            shine(shape, on: &canvas)
        }
        if look.hair == .bald {
            glow(
                on: &canvas, (-0.1 - 0.1 * look.light, -0.58), (0.16, 0.07), .white,
                0.4,
                within: facePoints)
        }
    }

    private func shine(_ shape: HairShape, on canvas: inout Canvas) {
        let top = (shape.rim + shape.hairline).map(\.1).min() ?? 0
        let light = look.hairColor.mixed(StudioColor(255, 240, 220), 0.3)
        glow(
            on: &canvas, (-0.12 - 0.15 * look.light, top + 0.14), (0.26, 0.08), light,
            0.5, within: points(shape))
    }

    private var top: Double { look.hairHeight }

    private var backHair: [HairShape] {
        switch look.hair {
        case .bald, .buzz, .short, .sidePart: buns
        case .bob: [HairShape(rim: Curve.closed(sides(0.57, to: 0.62) + dome(0.55, top)))] + buns
        case .long: [HairShape(rim: Curve.closed(sides(0.58, to: 1.15) + dome(0.55, top)))] + buns
        case .curly: [HairShape(rim: cloud)] + buns
        case .ponytail: [tiedHair(top), tail] + buns
        case .bun: [tiedHair(look.crown + 0.07)] + buns
        }
    }

    /// The bun that the hair has, or the one that is asked for: large enough to begin in the hair.
    private var buns: [HairShape] {
        guard let height = look.bunHeight else {
            return look.hair == .bun ? [bun(top: top, half: 0.17)] : []
        }
        return [bun(top: look.crown + height, half: max(0.17, (height + 0.04) / 2))]
    }

    private func bun(top: Double, half: Double) -> HairShape {
        HairShape(
            rim: Curve.ellipse(0, -top + half, half + 0.03, half), surface: .plane(-0.15))
    }

    private func tiedHair(_ top: Double) -> HairShape {
        HairShape(rim: Curve.closed(dome(0.52, top) + [(-0.5, 0.15), (0.5, 0.15)]))
    }

    private var tail: HairShape {
        HairShape(
            rim: Curve.closed([(0.4, -0.1), (0.6, 0.1), (0.62, 0.6), (0.5, 1.0), (0.42, 0.6)]),
            surface: .plane(-0.3))
    }

    /// The upper half of a head of hair, from the picture's left to its right.
    private func dome(_ half: Double, _ top: Double) -> [(Double, Double)] {
        [
            (-half, -0.1), (-half * 0.96, -0.36), (-half * 0.8, -0.62 * top / 0.85),
            (-half * 0.44, -top * 0.955), (0, -top), (half * 0.44, -top * 0.955),
            (half * 0.8, -0.62 * top / 0.85), (half * 0.96, -0.36), (half, -0.1),
        ]
    }

    private func sides(_ half: Double, to bottom: Double) -> [(Double, Double)] {
        [
            (half, 0.3), (half * 0.98, bottom * 0.75), (half * 0.8, bottom),
            (half * 0.45, bottom * 0.9),
            (-half * 0.45, bottom * 0.9), (-half * 0.8, bottom), (-half * 0.98, bottom * 0.75),
            (-half, 0.3),
        ]
    }

    /// A round head of curls with a wavy rim.
    private var cloud: [(Double, Double)] {
        let rim = Curve.ellipse(0, -top + 0.68, 0.72, 0.68, points: 32)
        return Curve.closed(
            rim.enumerated().map { index, place in
                let swell = index % 2 == 0 ? 1.0 : 0.965
                let (u, v) = (place.0 * swell, (place.1 + top - 0.68) * swell - top + 0.68)
                return (u, v)
            }, steps: 3)
    }

    /// Hair over the scalp and on the forehead.
    var frontHair: [HairShape] {
        let (half, top): (Double, Double) =
            switch look.hair {
            case .bald: (0.5, look.crown)
            case .buzz: (0.505, top)
            case .short: (0.53, top)
            case .sidePart: (0.54, top)
            case .bob, .long: (0.56, top)
            case .curly: (0.56, look.crown + 0.14)
            case .ponytail: (0.52, top)
            case .bun: (0.52, look.crown + 0.07)
            }
        guard !hairline.isEmpty else { return [] }
        return [HairShape(rim: Curve.open(dome(half, top)), hairline: Curve.open(hairline))]
    }

    /// Where hair ends on the forehead, from the picture's right to its left.
    private var hairline: [(Double, Double)] {
        switch look.hair {
        case .bald: []
        case .buzz: [(0.42, -0.3), (0.26, -0.44), (0, -0.47), (-0.26, -0.44), (-0.42, -0.3)]
        case .short: [(0.44, -0.22), (0.3, -0.41), (0, -0.45), (-0.3, -0.41), (-0.44, -0.22)]
        case .sidePart:
            [(0.44, -0.2), (0.34, -0.38), (0.1, -0.36), (-0.22, -0.52), (-0.43, -0.24)]
        case .bob:
            [
                (0.45, 0.1), (0.4, -0.22), (0.2, -0.29), (-0.2, -0.29), (-0.4, -0.22), (-0.45, 0.1),
            ]
        case .long:
            [
                (0.46, 0.2), (0.4, -0.2), (0.18, -0.46), (-0.05, -0.52), (-0.3, -0.36),
                (-0.44, 0.2),
            ]
        case .curly:
            [
                (0.44, -0.16), (0.32, -0.38), (0.1, -0.42), (-0.1, -0.4), (-0.32, -0.39),
                (-0.44, -0.16),
            ]
        case .ponytail: [(0.45, -0.16), (0.32, -0.42), (0, -0.5), (-0.32, -0.42), (-0.45, -0.16)]
        case .bun: [(0.45, -0.16), (0.3, -0.44), (0, -0.52), (-0.3, -0.44), (-0.45, -0.16)]
        }
    }
}
