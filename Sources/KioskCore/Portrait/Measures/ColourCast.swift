/// The colour of the light, from things whose colour is known.
enum ColourCast {
    /// How far a grey card (L* = 60) would be from grey in this light, ΔE*ab, and whether it would be
    /// warm; nil where nothing of known colour is in view.
    ///
    /// Two things are known: the white of the eyes, which is nearly neutral, and the backdrop, which
    /// should have the rule's colour. What both say is the light; what only the backdrop says is the
    /// backdrop's own.
    static func measure(
        eyes: Gains?, backdrop: Gains?
    ) -> (size: Double, isWarm: Bool)? {
        switch (eyes, backdrop) {
        case (nil, nil): return nil
        case (let gains?, nil), (nil, let gains?): return gains.cast
        case (let eyes?, let backdrop?): return eyes.shared(with: backdrop).cast
        }
    }

    /// The light's red and blue by its green, as logarithms would have them: 0 is neutral.
    struct Gains: Hashable, Sendable {
        var red: Double
        var blue: Double

        /// What the light did to a thing of known colour. nil where a channel is burnt out or black.
        init?(seen: LinearLight, known: LinearLight) {
            let channels = [seen.red, seen.green, seen.blue, known.red, known.green, known.blue]
            guard channels.allSatisfy({ $0 > 0.004 }) else { return nil }
            let green = seen.green / known.green
            red = seen.red / known.red / green - 1
            blue = seen.blue / known.blue / green - 1
        }

        init(red: Double, blue: Double) { (self.red, self.blue) = (red, blue) }

        /// What two say together: their mean where they point the same way, the larger one counted for at
        /// most half as much again as the smaller; nothing where they point apart.
        func shared(with other: Gains) -> Gains {
            func shared(_ one: Double, _ two: Double) -> Double {
                guard one * two > 0 else { return 0 }
                let (less, more) = abs(one) < abs(two) ? (one, two) : (two, one)
                return abs(more) > 1.5 * abs(less) ? 1.25 * less : (less + more) / 2
            }
            return Gains(red: shared(red, other.red), blue: shared(blue, other.blue))
        }

        /// A grey card of L* = 60 in that light, its strongest channel as it was.
        var cast: (size: Double, isWarm: Bool) {
            let grey = LabColor(60, 0, 0)
            let gains = LinearLight(red: 1 + red, green: 1, blue: 1 + blue)
            let card = grey.light.times(gains).times(1 / max(gains.red, 1, gains.blue))
            return (LabColor(card).distance(to: grey), red >= blue)
        }
    }
}

extension ColourCast.Gains {
    /// What the whites of both eyes say; nil where too little of them is seen.
    init?(eyesIn photo: Photo, _ frame: HeadFrame) {
        let places = [-1.0, 1.0].flatMap { side in
            [-0.062, -0.056, 0.056, 0.062].flatMap { offset in
                [-0.006, 0.002, 0.01].map { frame.pixel(side * 0.222 + offset, $0) }
            }
        }
        let lights = places.compactMap { photo.light(at: $0) }
        guard lights.count == places.count else { return nil }
        // The lightest third is white of an eye where there is any, the rest lashes and lids.
        let whites = lights.sorted { $0.green > $1.green }.prefix(places.count / 3)
        let sum = whites.reduce(LinearLight.dark, +)
        self.init(seen: sum.times(1 / Double(whites.count)), known: Self.white)
    }

    /// The white of an eye under white light: a little warmer than neutral.
    private static let white = LinearLight(red: 0.81, green: 0.79, blue: 0.76)

    /// What the backdrop says, nil where it is burnt out.
    init?(backdrop: LinearLight, _ known: PortraitRule.Backdrop) {
        guard min(backdrop.red, backdrop.green, backdrop.blue) < 0.98 else { return nil }
        self.init(seen: backdrop, known: known.light)
    }
}
