/// A square of luma about a point, sampled anew so that what is looked for has a known size.
struct LumaPatch {
    /// A weight at a place about a pixel.
    struct Tap {
        var x: Int
        var y: Int
        var weight: Float
    }

    private let half: Int
    private let side: Int
    private var luma: [Float]

    /// `2 × half + 1` samples a side, `step` px of the picture apart; nil where the square leaves
    /// the picture.
    init?(_ gray: GrayImage, _ centre: Point, _ step: Double, half: Int) {
        let reach = (Double(half) + 1) * step + 2
        guard centre.x - reach >= 0, centre.y - reach >= 0,
            centre.x + reach < Double(gray.width), centre.y + reach < Double(gray.height)
        else { return nil }
        self.half = half
        side = 2 * half + 1
        let offsets = step > 1.2 ? [-0.25 * step, 0.25 * step] : [0]
        var luma: [Float] = []
        luma.reserveCapacity(side * side)
        for row in -half...half {
            for column in -half...half {
                let x = centre.x + Double(column) * step
                let y = centre.y + Double(row) * step
                var sum = 0.0
                for dy in offsets {
                    for dx in offsets { sum += gray.bilinear(x + dx, y + dy) }
                }
                luma.append(Float(sum / Double(offsets.count * offsets.count)))
            }
        }
        self.luma = luma
    }

    /// The luma that so much of the patch has less of.
    func luma(at share: Double) -> Double {
        luma.map(Double.init).smallest(at: Int(share * Double(luma.count - 1)))
    }

    /// The kernel's answer at every place within `reach` of the middle, less a penalty that grows
    /// with the distance.
    func scores(_ kernel: [Tap], reach: Int, penalty: (Double, Double) -> Double) -> Scores {
        var scores = Scores(reach: reach)
        luma.withUnsafeBufferPointer { luma in
            for y in -reach...reach {
                for x in -reach...reach {
                    var sum: Float = 0
                    let start = (y + half) * side + x + half
                    for tap in kernel { sum += tap.weight * luma[start + tap.y * side + tap.x] }
                    scores.values.append(
                        (Double(sum), Double(sum) - penalty(Double(x), Double(y))))
                }
            }
        }
        return scores
    }

    struct Scores {
        let reach: Int
        /// What the kernel answers, and the same less the penalty.
        var values: [(raw: Double, judged: Double)] = []

        init(reach: Int) { self.reach = reach }

        private func judged(_ x: Int, _ y: Int) -> Double {
            values[(y + reach) * (2 * reach + 1) + x + reach].judged
        }

        /// The best place, to parts of a sample by a parabola each way; nil without any.
        func peak() -> (x: Double, y: Double, score: Double)? {
            guard let best = values.indices.max(by: { values[$0].judged < values[$1].judged })
            else { return nil }
            let (y, x) = best.quotientAndRemainder(dividingBy: 2 * reach + 1)
            let (px, py) = (x - reach, y - reach)
            guard abs(px) < reach, abs(py) < reach else {
                return (Double(px), Double(py), values[best].raw)
            }
            let across = vertex(judged(px - 1, py), judged(px, py), judged(px + 1, py))
            let down = vertex(judged(px, py - 1), judged(px, py), judged(px, py + 1))
            return (Double(px) + across, Double(py) + down, values[best].raw)
        }
    }

    /// The height, in samples, of the dark run about a place: rows whose columns are darker than
    /// half-way between the iris and the skin above and below it. A catch-light in some columns does
    /// not break the run.
    ///
    /// - Parameter shares: the columns to look at, by their distance from the place in radii.
    func darkHeight(
        about place: (x: Double, y: Double), radius: Double, within shares: ClosedRange<Double>
    ) -> Double {
        let columns = columns(about: place.x, radius, shares)
        let middle = half + Int(place.y.rounded())
        let first = max(0, middle - Int(2.4 * radius))
        let rows = first...min(side - 1, middle + Int(2.4 * radius))
        let profile = rows.map { row in
            columns.map { Double(luma[row * side + $0]) }.sorted()[columns.count / 4]
        }
        let sorted = profile.sorted()
        let skin = sorted[sorted.count * 85 / 100]
        let dark = sorted[sorted.count * 8 / 100]
        return run(profile, from: middle - first, within: 0.9 * radius, under: (skin + dark) / 2)
    }

    /// The height, in samples, of the run of rows that are far brighter beside a place than at it: as an
    /// eye's white is beside the iris.
    func brightHeight(beside place: (x: Double, y: Double), radius: Double, over step: Double)
        -> Double
    {
        let inner = columns(about: place.x, radius, 0.5...0.85)
        let outer = columns(about: place.x, radius, 1.15...1.55)
        let middle = half + Int(place.y.rounded())
        let first = max(0, middle - Int(1.2 * radius))
        let rows = first...min(side - 1, middle + Int(1.2 * radius))
        func mean(_ row: Int, _ columns: [Int]) -> Double {
            columns.reduce(0) { $0 + Double(luma[row * side + $1]) } / Double(max(1, columns.count))
        }
        let profile = rows.map { mean($0, inner) - mean($0, outer) }
        return run(profile, from: middle - first, within: 0.9 * radius, under: -step)
    }

    private func columns(
        about x: Double, _ radius: Double, _ shares: ClosedRange<Double>
    ) -> [Int] {
        (0..<side).filter { shares.contains(abs(Double($0 - half) - x.rounded()) / radius) }
    }

    /// The length of the run under a level about the darkest row near the middle, its ends to parts
    /// of a row.
    private func run(
        _ profile: [Double], from middle: Int, within reach: Double, under level: Double
    )
        -> Double
    {
        let near = profile.indices.filter { abs(Double($0 - middle)) < reach }
        guard let start = near.min(by: { profile[$0] < profile[$1] }), profile[start] < level else {
            return 0
        }
        var (top, bottom) = (start, start)
        while top > 0, profile[top - 1] < level { top -= 1 }
        while bottom < profile.count - 1, profile[bottom + 1] < level { bottom += 1 }
        func rest(_ inside: Int, _ outside: Int) -> Double {
            guard profile.indices.contains(outside) else { return 0 }
            return (level - profile[inside]) / (profile[outside] - profile[inside])
        }
        return Double(bottom - top) + rest(bottom, bottom + 1) + rest(top, top - 1)
    }
}

/// Where a parabola through three neighbours has its extreme, from the middle one.
func vertex(_ before: Double, _ here: Double, _ after: Double) -> Double {
    let bend = before - 2 * here + after
    return bend == 0 ? 0 : min(max(0.5 * (before - after) / bend, -0.5), 0.5)
}
