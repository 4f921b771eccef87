public import KioskCore
import StudioKit

/// A fault that is put into a real picture in five known grades, and what a careful person says of each.
public struct Degradation: Sendable {
    /// What a careful person says of a grade. Grades and sayings were named before anything was measured and
    /// are not moved to suit what is.
    public enum Said: Sendable {
        /// No fault.
        case fine
        /// Some say so and some do not.
        case either
        /// A fault.
        case fault
    }

    /// The fault, for people.
    public let name: String
    /// The check that has to see it.
    public let check: CheckName
    /// Its sizes, the least first.
    public let grades: [Double]
    /// What is said of each.
    public let said: [Said]
    /// Whether the check's value falls with the grade.
    public let isFalling: Bool
    /// The picture with that much of it.
    public let apply: @Sendable (RealPerson, Double) -> Photo

    init(
        _ name: String, _ check: CheckName, _ grades: [Double], _ said: [Said],
        isFalling: Bool = false, _ apply: @escaping @Sendable (RealPerson, Double) -> Photo
    ) {
        (self.name, self.check, self.grades, self.said) = (name, check, grades, said)
        (self.isFalling, self.apply) = (isFalling, apply)
    }

    /// Every one.
    public static let all: [Degradation] = light + held + features + room
}

// MARK: - Light

extension Degradation {
    private static let light: [Degradation] = [
        // The grade is what the lighter parts of the face come to, of what a picture can hold.
        Degradation(
            "over-exposed", "exposure", [0.6, 0.8, 1, 1.5, 2.2],
            [.fine, .fine, .either, .fault, .fault]
        ) { person, grade in
            let gain = grade / person.skin(at: 0.9)
            return person.lit { _, light in light.times(gain) }
        },
        // The grade is the share of light that is taken away.
        Degradation(
            "under-exposed", "exposure", [0.2, 0.5, 0.75, 0.9, 0.96],
            [.fine, .either, .either, .fault, .fault], isFalling: true
        ) { person, grade in person.lit { _, light in light.times(1 - grade) } },
        Degradation(
            "one side darker", "evenLight", [0.05, 0.15, 0.35, 0.55, 0.75],
            [.fine, .either, .fault, .fault, .fault]
        ) { person, grade in
            person.lit { spot, light in
                light.times(1 - grade * (1 - spot.wall) * smooth(spot.u, from: -0.08, to: 0.08))
            }
        },
        Degradation(
            "veil of light", "contrast", [0.03, 0.12, 0.35, 0.6, 0.8],
            [.fine, .either, .either, .fault, .fault], isFalling: true
        ) { person, grade in
            person.lit { _, light in light.times(1 - grade) + grey(0.5 * grade) }
        },
        // How much of the colour is gone.
        Degradation(
            "colours fade", "colour", [0, 0.3, 0.6, 0.93, 1],
            [.fine, .either, .either, .fault, .fault], isFalling: true
        ) { person, grade in
            person.lit { _, light in
                light.times(1 - grade) + grey(grade * light.luminance)
            }
        },
        cast("warm light", sign: 1), cast("cold light", sign: -1),
        Degradation(
            "reflection on a lens", "glare", [0, 3, 8, 13, 20],
            [.fine, .either, .fault, .fault, .fault]
        ) { person, grade in person.reflecting(percent: grade) },
    ]

    /// Grades are how far a grey card of L* 60 is from grey, ΔE.
    private static func cast(_ name: String, sign: Double) -> Degradation {
        Degradation(
            name, "colour", [2, 5, 11, 18, 26], [.fine, .either, .fault, .fault, .fault],
            isFalling: sign < 0
        ) { person, grade in
            let gains = sign > 0 ? warm(grade) : cold(grade)
            return person.lit { _, light in light.times(gains) }
        }
    }

    private static func warm(_ size: Double) -> LinearLight {
        gains(size) { LinearLight(red: 1, green: 1 - 0.45 * $0, blue: 1 - $0) }
    }

    private static func cold(_ size: Double) -> LinearLight {
        gains(size) { LinearLight(red: 1 - $0, green: 1 - 0.4 * $0, blue: 1) }
    }

    private static func gains(_ size: Double, _ of: (Double) -> LinearLight) -> LinearLight {
        let card = LabColor(60, 0, 0)
        return (0...400).map { of(Double($0) / 500) }.min { one, other in
            func miss(_ gains: LinearLight) -> Double {
                abs(LabColor(card.light.times(gains)).distance(to: card) - size)
            }
            return miss(one) < miss(other)
        } ?? grey(1)
    }
}

// MARK: - How the head is held, and how sharp it is

extension Degradation {
    private static let held: [Degradation] = [
        Degradation("tilt", "roll", [0, 1.5, 4, 6, 10], [.fine, .either, .fault, .fault, .fault]) {
            person, grade in
            let (sine, cosine) = Angle.sineCosine(grade)
            let level = person.tilt
            let (across, down) = Angle.sineCosine(level)
            return person.moved { u, v in
                // Back by the asked turn, and by what the head is tilted already.
                let x = u * cosine + v * sine
                let y = v * cosine - u * sine
                return (x * down - y * across, y * down + x * across)
            }
        },
        // Deviations of a Gaussian, px of a portrait whose face is 240 px wide.
        Degradation(
            "out of focus", "sharpness", [0.3, 0.8, 1.6, 2.8, 4.2],
            [.fine, .fine, .either, .fault, .fault]
        ) { person, grade in person.photo.outOfFocus(sigma: grade * person.unit / 240) },
        Degradation(
            "shoulders slope", "shoulders", [0, 3, 6, 9, 12],
            [.fine, .either, .fault, .fault, .fault]
        ) { person, grade in
            let (sine, cosine) = Angle.sineCosine(grade)
            let dark = RealPerson(person, photo: person.dressed(near: 0))
            return dark.moved { u, v in
                (u, v - smooth(v, from: 0.78, to: 0.95) * u * sine / cosine)
            }
        },
    ]
}

// MARK: - The face

extension Degradation {
    private static let features: [Degradation] = [
        Degradation(
            "eyes closing", "eyesOpen", [0, 0.2, 0.45, 0.75, 1],
            [.fine, .either, .either, .fault, .fault], isFalling: true
        ) { person, grade in person.closing(by: grade) },
        // Percent of the distance from eyes to chin.
        Degradation(
            "lips apart", "lips", [0, 2, 4.5, 8, 12], [.fine, .either, .fault, .fault, .fault]
        ) { person, grade in person.gaping(percent: grade) },
    ]
}

// MARK: - Clothes and backdrop

extension Degradation {
    private static let room: [Degradation] = [
        // How near the clothes come to the wall, 1 being its colour.
        Degradation(
            "clothes of the wall's colour", "clothes", [0, 0.35, 0.8, 0.9, 1],
            [.fine, .fine, .fault, .fault, .fault], isFalling: true
        ) { person, grade in person.dressed(near: grade) },
        Degradation(
            "wall of another colour", "backdrop", [2, 6, 16, 28, 40],
            [.fine, .fine, .fault, .fault, .fault]
        ) { person, grade in
            let plain = person.plain
            let other = LabColor(plain.lightness, plain.a + 0.3 * grade, plain.b + 0.95 * grade)
            return person.papered { _ in other.light }
        },
        Degradation(
            "wall lit from one side", "backdrop", [1, 5, 11, 18, 26],
            [.fine, .fine, .fault, .fault, .fault]
        ) { person, grade in
            let plain = person.plain
            return person.papered { spot in
                LabColor(plain.lightness + grade * (spot.u / 2.1), plain.a, plain.b).light
            }
        },
        Degradation(
            "shadow beside the head", "backdrop", [1, 4, 11, 16, 24],
            [.fine, .fine, .fault, .fault, .fault]
        ) { person, grade in
            let plain = person.plain
            return person.papered { spot in
                let (x, y) = ((spot.u - 0.55) / 0.45, (spot.v - 0.1) / 0.75)
                let depth = 1 - smooth(x * x + y * y, from: 0.6, to: 1.2)
                return LabColor(plain.lightness - grade * depth, plain.a, plain.b).light
            }
        },
        // Percent of the portrait.
        Degradation(
            "something behind", "backdrop", [0.15, 0.5, 1.6, 3, 6],
            [.fine, .either, .fault, .fault, .fault]
        ) { person, grade in
            let plain = person.plain.light
            // The portrait is 2.1 face widths wide and 2.8 high; nothing of it is behind hair.
            let width = 0.2
            let height = grade / 100 * 2.1 * 2.8 / width
            return person.papered { spot in
                spot.u > -1.02 && spot.u < width - 1.02 && abs(spot.v + 0.1) < height / 2
                    ? LinearLight(red: 0.12, green: 0.08, blue: 0.05) : plain
            }
        },
    ]
}

/// From 0 at `from` to 1 at `to`, without a bend.
private func smooth(_ value: Double, from: Double, to: Double) -> Double {
    let share = min(max((value - from) / (to - from), 0), 1)
    return share * share * (3 - 2 * share)
}

private func grey(_ light: Double) -> LinearLight {
    LinearLight(red: light, green: light, blue: light)
}

extension RealPerson {
    /// The wall's colour, as a rule has it.
    public var wallCode: PortraitRule.Backdrop {
        let light = plain.light
        return PortraitRule.Backdrop(
            red: Int(Gamma.nearestCode(light.red)), green: Int(Gamma.nearestCode(light.green)),
            blue: Int(Gamma.nearestCode(light.blue)))
    }

    /// The light of the face's skin that a share of it has less of.
    fileprivate func skin(at share: Double) -> Double {
        let lights = (0..<40).flatMap { row in
            (0..<40).map { column in
                let place = pixel(
                    u: -0.35 + 0.7 * Double(column) / 39, v: -0.2 + 0.8 * Double(row) / 39)
                let index = 3 * (Int(place.y) * photo.width + Int(place.x))
                return Gamma.light[Int(photo.pixels[index + 1])]
            }
        }.sorted()
        return max(0.01, lights[Int(share * Double(lights.count - 1))])
    }

    /// The tilt of the line through the pupils, degrees.
    fileprivate var tilt: Double {
        Angle.degrees(across: pupils.right.x - pupils.left.x, down: pupils.right.y - pupils.left.y)
    }

    /// The wall's colour at the picture's upper corners.
    public var plain: LabColor {
        let places = [photo.width / 12, photo.width - photo.width / 12].flatMap { x in
            [photo.height / 12, photo.height / 6].map { (x, $0) }
        }
        let sum = places.reduce((0.0, 0.0, 0.0)) { sum, place in
            let index = 3 * (place.1 * photo.width + place.0)
            return (
                sum.0 + Gamma.light[Int(photo.pixels[index])],
                sum.1 + Gamma.light[Int(photo.pixels[index + 1])],
                sum.2 + Gamma.light[Int(photo.pixels[index + 2])]
            )
        }
        return LabColor(LinearLight(red: sum.0 / 4, green: sum.1 / 4, blue: sum.2 / 4))
    }

    /// The picture before another wall; clothes stay.
    public func papered(_ paper: (Spot) -> LinearLight) -> Photo {
        lit { spot, light in
            guard spot.wall > 0 else { return light }
            return paper(spot).times(spot.wall) + light.times(1 - spot.wall)
        }
    }

    /// The picture with dark clothes, as near to the wall's colour as asked.
    public func dressed(near share: Double) -> Photo {
        let wall = plain.light
        let cloth = wall.times(0.12 + 0.88 * share)
        return lit { spot, light in
            let amount = (1 - spot.wall) * smooth(spot.v, from: 0.86, to: 0.92)
            let isCloth = light.blue > 0.5 * wall.blue || abs(spot.u) > 0.6
            guard amount > 0, isCloth else { return light }
            return cloth.times(amount) + light.times(1 - amount)
        }
    }

    /// The picture with a lamp's reflection over a part of one lens, in percent of the lens, below the eye.
    fileprivate func reflecting(percent: Double) -> Photo {
        let area = percent / 100 * 0.32 * 0.21 * 0.79
        let half = (area * 1.6 / 3.14159).squareRoot()
        return lit { spot, light in
            let (x, y) = ((spot.u - 0.17) / half, (spot.v - 0.075) / (half / 1.6))
            let share = 1 - smooth(x * x + y * y, from: 0.85, to: 1.15)
            return light.times(1 - share) + grey(share)
        }
    }

    /// The upper lids drawn down over the eyes: 1 closes them. The lid's skin is stretched, its edge with the
    /// lashes comes down as it is.
    fileprivate func closing(by share: Double) -> Photo {
        let (brow, lid, under) = (lids.upper - 0.06, lids.upper - 0.008, lids.lower + 0.004)
        let (edge, lashes) = (lid + share * (under - lid), 0.028)
        return moved { u, v in
            let across = smooth(abs(abs(u) - 0.222), from: 0.135, to: 0.1)
            guard across > 0, v > brow, v < edge else { return (u, v) }
            let stretch = (lid - lashes - brow) / (edge - lashes - brow)
            let source = v > edge - lashes ? v - edge + lid : brow + (v - brow) * stretch
            return (u, v + across * (source - v))
        }
    }

    /// The jaw let down, with a dark gap between the lips, in percent of the distance from eyes to chin.
    fileprivate func gaping(percent: Double) -> Photo {
        let (gap, room) = (percent / 100 * 0.84, 0.34)
        guard gap > 0 else { return photo }
        func width(_ u: Double) -> Double { gap * max(0, 1 - (u / 0.16) * (u / 0.16)) }
        let open = moved { u, v in
            let gap = width(u)
            guard gap > 0, v > mouth, v < mouth + room else { return (u, v) }
            return (u, mouth + max(0, v - mouth - gap) * room / (room - gap))
        }
        return RealPerson(self, photo: open).lit { spot, light in
            guard spot.v > mouth, spot.v < mouth + width(spot.u) else { return light }
            return LinearLight(red: 0.02, green: 0.008, blue: 0.008)
        }
    }
}
