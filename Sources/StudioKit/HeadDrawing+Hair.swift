import KioskCore

/// Hair: shapes behind the head, and the fringe before it.
extension HeadDrawing {
    /// Every shape of hair in head places; the highest of their points is the hair top.
    var hairShapes: [[(Double, Double)]] { backHair + frontHair }

    func drawBackHair(on canvas: inout Canvas) {
        for shape in backHair {
            canvas.fill(place.points(shape), look.hairColor, to: look.hairColor.lit(0.72))
            shine(shape, on: &canvas)
        }
    }

    func drawFrontHair(on canvas: inout Canvas) {
        for shape in frontHair {
            canvas.fill(place.points(shape), look.hairColor.lit(1.06), to: look.hairColor.lit(0.85))
            shine(shape, on: &canvas)
        }
        if look.hair == .bald {
            canvas.glow(
                place.point(-0.1 - 0.1 * look.light, -0.58), (length(0.16), length(0.07)), .white,
                0.4,
                within: facePoints)
        }
    }

    private func shine(_ shape: [(Double, Double)], on canvas: inout Canvas) {
        let top = shape.map(\.1).min() ?? 0
        let light = look.hairColor.mixed(StudioColor(255, 240, 220), 0.3)
        canvas.glow(
            place.point(-0.12 - 0.15 * look.light, top + 0.14), (length(0.26), length(0.08)), light,
            0.5, within: place.points(shape))
    }

    private var top: Double { look.hairHeight }

    private var backHair: [[(Double, Double)]] {
        switch look.hair {
        case .bald, .buzz, .short, .sidePart: []
        case .bob: [Curve.closed(sides(0.57, to: 0.62) + dome(0.55, top))]
        case .long: [Curve.closed(sides(0.58, to: 1.15) + dome(0.55, top))]
        case .curly: [cloud]
        case .ponytail:
            [
                Curve.closed(dome(0.52, top) + [(-0.5, 0.15), (0.5, 0.15)]),
                Curve.closed([(0.4, -0.1), (0.6, 0.1), (0.62, 0.6), (0.5, 1.0), (0.42, 0.6)]),
            ]
        case .bun:
            [
                Curve.closed(dome(0.52, look.crown + 0.07) + [(-0.5, 0.15), (0.5, 0.15)]),
                Curve.ellipse(0, -top + 0.17, 0.2, 0.17),
            ]
        }
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

    private var frontHair: [[(Double, Double)]] {
        switch look.hair {
        case .bald: []
        case .buzz:
            [
                cap(
                    0.505, top,
                    hairline: [
                        (0.42, -0.3), (0.26, -0.44), (0, -0.47), (-0.26, -0.44), (-0.42, -0.3),
                    ])
            ]
        case .short:
            [
                cap(
                    0.53, top,
                    hairline: [
                        (0.44, -0.22), (0.3, -0.41), (0, -0.45), (-0.3, -0.41), (-0.44, -0.22),
                    ])
            ]
        case .sidePart:
            [
                cap(
                    0.54, top,
                    hairline: [
                        (0.44, -0.2), (0.34, -0.38), (0.1, -0.36), (-0.22, -0.52), (-0.43, -0.24),
                    ])
            ]
        case .bob:
            [
                cap(
                    0.56, top,
                    hairline: [
                        (0.45, 0.1), (0.4, -0.22), (0.2, -0.29), (-0.2, -0.29), (-0.4, -0.22),
                        (-0.45, 0.1),
                    ])
            ]
        case .long:
            [
                cap(
                    0.56, top,
                    hairline: [
                        (0.46, 0.2), (0.4, -0.2), (0.18, -0.46), (-0.05, -0.52), (-0.3, -0.36),
                        (-0.44, 0.2),
                    ])
            ]
        case .curly:
            [
                cap(
                    0.56, look.crown + 0.14,
                    hairline: [
                        (0.44, -0.16), (0.32, -0.38), (0.1, -0.42), (-0.1, -0.4), (-0.32, -0.39),
                        (-0.44, -0.16),
                    ])
            ]
        case .ponytail:
            [
                cap(
                    0.52, top,
                    hairline: [
                        (0.45, -0.16), (0.32, -0.42), (0, -0.5), (-0.32, -0.42), (-0.45, -0.16),
                    ])
            ]
        case .bun:
            [
                cap(
                    0.52, look.crown + 0.07,
                    hairline: [
                        (0.45, -0.16), (0.3, -0.44), (0, -0.52), (-0.3, -0.44), (-0.45, -0.16),
                    ])
            ]
        }
    }

    /// Hair over the scalp down to a hairline that runs from the picture's right to its left.
    private func cap(_ half: Double, _ top: Double, hairline: [(Double, Double)])
        -> [(Double, Double)]
    {
        Curve.open(dome(half, top)) + Curve.open(hairline)
    }
}
