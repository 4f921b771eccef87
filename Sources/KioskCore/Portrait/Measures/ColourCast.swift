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
        init?(
            seen: (red: Double, green: Double, blue: Double),
            known: (red: Double, green: Double, blue: Double)
        ) {
            let channels = [seen.red, seen.green, seen.blue, known.red, known.green, known.blue]
            guard channels.allSatisfy({ $0 > 0.004 }) else { return nil }
            let green = seen.green / known.green
            red = seen.red / known.red / green - 1
            blue = seen.blue / known.blue / green - 1
        }

        init(red: Double, blue: Double) { (self.red, self.blue) = (red, blue) }

        /// The part of two that points the same way; none where they point apart.
        func shared(with other: Gains) -> Gains {
            func shared(_ one: Double, _ two: Double) -> Double {
                one * two <= 0 ? 0 : (abs(one) < abs(two) ? one : two)
            }
            return Gains(red: shared(red, other.red), blue: shared(blue, other.blue))
        }

        /// A grey card of L* = 60 (a luminance of 0.2812) in that light, its strongest channel as
        /// it was.
        var cast: (size: Double, isWarm: Bool) {
            let grey = 0.2812
            let most = max(1 + red, 1, 1 + blue)
            let card = LabColor(
                red: grey * (1 + red) / most, green: grey / most, blue: grey * (1 + blue) / most)
            return (card.distance(to: LabColor(lightness: 60, a: 0, b: 0)), red >= blue)
        }
    }
}

extension ColourCast.Gains {
    /// What the whites of both eyes say; nil where too little of them is seen.
    init?(eyesIn photo: Photo, _ frame: HeadFrame) {
        var whites: [(red: Double, green: Double, blue: Double)] = []
        for side in [-1.0, 1.0] {
            for offset in [-0.062, -0.056, 0.056, 0.062] {
                for v in [-0.006, 0.002, 0.01] {
                    let place = frame.pixel(side * 0.222 + offset, v)
                    guard let light = photo.light(at: place) else { return nil }
                    whites.append(light)
                }
            }
        }
        // The lightest third is white of an eye where there is any, the rest lashes and lids.
        let sorted = whites.sorted { $0.green > $1.green }.prefix(8)
        let light = (
            red: sorted.reduce(0) { $0 + $1.red } / 8,
            green: sorted.reduce(0) { $0 + $1.green } / 8,
            blue: sorted.reduce(0) { $0 + $1.blue } / 8
        )
        self.init(seen: light, known: Self.white)
    }

    /// The white of an eye under white light: a little warmer than neutral.
    private static let white = (red: 0.81, green: 0.79, blue: 0.76)
}

extension ColourCast.Gains {
    /// What the backdrop says, nil where it is burnt out.
    init?(
        backdrop: (red: Double, green: Double, blue: Double), _ known: PortraitRule.Backdrop
    ) {
        guard min(backdrop.red, backdrop.green, backdrop.blue) < 0.98 else { return nil }
        self.init(
            seen: backdrop,
            known: (Gamma.light(known.red), Gamma.light(known.green), Gamma.light(known.blue)))
    }
}

extension Photo {
    /// The mean light of a square, which takes the sensor's noise away; nil at the picture's edge.
    func meanLight(about place: Point, reach: Int) -> (red: Double, green: Double, blue: Double)? {
        var (sum, count) = ((red: 0.0, green: 0.0, blue: 0.0), 0.0)
        for dy in -reach...reach {
            for dx in -reach...reach {
                let there = Point(x: place.x + Double(dx), y: place.y + Double(dy))
                guard let light = light(at: there) else { return nil }
                sum = (sum.red + light.red, sum.green + light.green, sum.blue + light.blue)
                count += 1
            }
        }
        return (sum.red / count, sum.green / count, sum.blue / count)
    }

    /// The linear light of a pixel, 0 to 1 a channel; nil outside the picture.
    func light(at place: Point) -> (red: Double, green: Double, blue: Double)? {
        let (x, y) = (Int(place.x), Int(place.y))
        guard place.x >= 0, place.y >= 0, x < width, y < height else { return nil }
        let index = (y * width + x) * 3
        return (
            Gamma.light(Int(pixels[index])), Gamma.light(Int(pixels[index + 1])),
            Gamma.light(Int(pixels[index + 2]))
        )
    }
}
