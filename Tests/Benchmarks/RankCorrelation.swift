/// Spearman's rank correlation, ties sharing their ranks.
func rankCorrelation(_ one: [Double], _ other: [Double]) -> Double {
    let (x, y) = (ranks(one), ranks(other))
    let middle = Double(x.count + 1) / 2
    let (xx, yy, xy) = zip(x, y).reduce((0.0, 0.0, 0.0)) { sum, pair in
        let (a, b) = (pair.0 - middle, pair.1 - middle)
        return (sum.0 + a * a, sum.1 + b * b, sum.2 + a * b)
    }
    return xy / max((xx * yy).squareRoot(), 1e-9)
}

private func ranks(_ values: [Double]) -> [Double] {
    values.map { value in
        let (less, same) = (values.count { $0 < value }, values.count { $0 == value })
        return Double(less) + Double(same + 1) / 2
    }
}
