/// How blurred a face is.
enum Sharpness {
    /// The blur as the deviation of a Gaussian, px of the picture, from the edges of eyes, brows and
    /// mouth; nil where the face leaves the picture or has no edges.
    ///
    /// The gradient's energy across an edge falls as 1/σ. Blurred once more by a known deviation s it
    /// falls to a share ρ, and σ² = s²ρ²/(1 − ρ²), whatever the edges' contrast (the idea of
    /// re-blurring is Crété-Roffet and others', "The Blur Effect", 2007). The sensor's noise is taken
    /// off by the same two energies of a place without edges.
    ///
    /// A strong blur is measured at half the size, where the second blur is as much of it.
    static func blur(in gray: GrayImage, _ frame: HeadFrame, flat: Point?) -> Double? {
        guard let fine = estimate(in: gray, frame, 1, flat) else { return nil }
        guard fine > 1.1 else { return straightened(fine) }
        guard let coarse = estimate(in: gray.halved(), frame, 0.5, flat) else {
            return straightened(fine)
        }
        // Halving averages 2 × 2: a blur of its own, half a pixel by the variance of a box.
        return straightened(max(fine, max(0, coarse * coarse * 4 - 0.25).squareRoot()))
    }

    /// A face's edges are no steps, and soft ones hide a blur: by drawn faces of known blur, what is
    /// over 0.8 px is half as much again.
    private static func straightened(_ blur: Double) -> Double { blur + 0.45 * max(0, blur - 0.8) }

    private static func estimate(
        in gray: GrayImage, _ frame: HeadFrame, _ scale: Double, _ flat: Point?
    ) -> Double? {
        var (sharp, soft, count) = (0.0, 0.0, 0.0)
        for (u, v) in [(-0.44...0.44, -0.24...0.1), (-0.26...0.26, 0.36...0.58)] {
            guard let energy = Energy(gray, box(frame, u, v, scale)) else { return nil }
            sharp += energy.sharp
            soft += energy.soft
            count += energy.count
        }
        let flat = flat.map { Point(x: $0.x * scale, y: $0.y * scale) }
        if let flat, let noise = Energy(gray, square(about: flat, half: 0.12 * frame.unit * scale))
        {
            sharp -= noise.sharp / noise.count * count
            soft -= noise.soft / noise.count * count
        }
        guard sharp > 0, soft > 0 else { return nil }
        let share = min(soft / sharp, 0.995)
        return (share * share / (1 - share * share)).squareRoot()
    }

    private typealias Box = (left: Int, top: Int, right: Int, bottom: Int)

    private static func box(
        _ frame: HeadFrame, _ u: ClosedRange<Double>, _ v: ClosedRange<Double>, _ scale: Double
    ) -> Box {
        let corners = [u.lowerBound, u.upperBound].flatMap { u in
            [v.lowerBound, v.upperBound].map { frame.pixel(u, $0) }
        }
        let (x, y) = (corners.map(\.x).sorted(), corners.map(\.y).sorted())
        return (
            Int(x[0] * scale), Int(y[0] * scale), Int(x[3] * scale), Int(y[3] * scale)
        )
    }

    private static func square(about place: Point, half: Double) -> Box {
        (
            Int(place.x - half), Int(place.y - half), Int(place.x + half), Int(place.y + half)
        )
    }

    /// Sums of squared differences between the pixels at both sides of a pixel, as it is and after a
    /// blur by (1 4 6 4 1)/16 each way, whose deviation is 1.
    private struct Energy {
        var (sharp, soft, count) = (0.0, 0.0, 0.0)

        init?(_ gray: GrayImage, _ box: Box) {
            guard box.left >= 3, box.top >= 3, box.right < gray.width - 3,
                box.bottom < gray.height - 3, box.right - box.left > 4, box.bottom - box.top > 4
            else { return nil }
            let columns = box.left - 1...box.right + 1
            let rows = box.top - 1...box.bottom + 1
            let width = columns.count
            let (plain, blurred) = Self.planes(gray, columns, rows)
            for y in 1..<rows.count - 1 {
                for x in 1..<width - 1 {
                    let index = y * width + x
                    sharp += Self.squared(plain, index, width)
                    soft += Self.squared(blurred, index, width)
                }
            }
            count = Double((rows.count - 2) * (width - 2))
        }

        private static func squared(_ plane: [Float], _ index: Int, _ width: Int) -> Double {
            let across = plane[index + 1] - plane[index - 1]
            let down = plane[index + width] - plane[index - width]
            return Double(across * across + down * down)
        }

        private static func planes(
            _ gray: GrayImage, _ columns: ClosedRange<Int>, _ rows: ClosedRange<Int>
        ) -> (plain: [Float], blurred: [Float]) {
            let (width, height) = (columns.count, rows.count)
            var plain = [Float](repeating: 0, count: width * height)
            var across = [Float](repeating: 0, count: width * (height + 4))
            var blurred = plain
            gray.pixels.withUnsafeBufferPointer { pixels in
                for y in 0..<height + 4 {
                    let start = (rows.lowerBound + y - 2) * gray.width + columns.lowerBound
                    for x in 0..<width {
                        let at = start + x
                        let (near, far) = (
                            Int(pixels[at - 1]) + Int(pixels[at + 1]),
                            Int(pixels[at - 2]) + Int(pixels[at + 2])
                        )
                        across[y * width + x] = Float(6 * Int(pixels[at]) + 4 * near + far) / 16
                        if y >= 2, y < height + 2 {
                            plain[(y - 2) * width + x] = Float(pixels[at])
                        }
                    }
                }
            }
            for index in 0..<width * height {
                let at = index + 2 * width
                let near = across[at - width] + across[at + width]
                let far = across[at - 2 * width] + across[at + 2 * width]
                blurred[index] = (6 * across[at] + 4 * near + far) / 16
            }
            return (plain, blurred)
        }
    }
}
