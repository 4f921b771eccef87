/// A colour that changes evenly over a picture: base + x·across + y·down, R G B in levels.
struct ColorPlane: Sendable {
    var base: SIMD3<Double>
    var across = SIMD3<Double>.zero
    var down = SIMD3<Double>.zero

    /// A pixel: its place, and R G B in levels.
    struct Sample {
        var x: Double
        var y: Double
        var color: SIMD3<Double>
    }

    /// The same colour everywhere: the medians of the samples' channels; traps where there are none.
    init(medianOf samples: [Sample]) {
        func median(_ channel: Int) -> Double {
            samples.map { $0.color[channel] }.smallest(at: samples.count / 2)
        }
        base = SIMD3(median(0), median(1), median(2))
    }

    /// The plane with the least sum of squares, by the normal equations about the samples' middle.
    init(fitting samples: [Sample]) {
        let count = Double(samples.count)
        var (meanX, meanY, mean) = (0.0, 0.0, SIMD3<Double>.zero)
        for sample in samples {
            meanX += sample.x / count
            meanY += sample.y / count
            mean += sample.color / count
        }
        var (xx, xy, yy) = (0.0, 0.0, 0.0)
        var (xv, yv) = (SIMD3<Double>.zero, SIMD3<Double>.zero)
        for sample in samples {
            let (x, y, value) = (sample.x - meanX, sample.y - meanY, sample.color - mean)
            xx += x * x
            xy += x * y
            yy += y * y
            xv += x * value
            yv += y * value
        }
        base = mean
        let determinant = xx * yy - xy * xy
        guard determinant > 1e-6 else { return }
        across = (xv * yy - yv * xy) / determinant
        down = (yv * xx - xv * xy) / determinant
        base = mean - across * meanX - down * meanY
    }

    /// The colour at a place.
    func at(_ x: Double, _ y: Double) -> SIMD3<Double> { base + across * x + down * y }

    /// How far a sample is from the plane, levels, Euclidean.
    func distance(to sample: Sample) -> Double {
        let difference = sample.color - at(sample.x, sample.y)
        return (difference * difference).sum().squareRoot()
    }
}
