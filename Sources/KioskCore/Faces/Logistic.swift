/// What a model's number means as a share of one, without libm: the same on every machine.
enum Logistic {
    /// 1 / (1 + e^−x).
    static func share(of number: Double) -> Double {
        let bounded = min(max(number, -60), 60)
        return 1 / (1 + exponential(-bounded))
    }

    /// The number whose share that is, found by halving.
    static func number(of share: Double) -> Double {
        var (low, high) = (-60.0, 60.0)
        for _ in 0..<60 {
            let middle = (low + high) / 2
            if self.share(of: middle) < share { low = middle } else { high = middle }
        }
        return (low + high) / 2
    }

    /// e^x: the series for a 1024th of it, squared ten times.
    private static func exponential(_ x: Double) -> Double {
        let small = x / 1024
        var (term, sum) = (1.0, 1.0)
        for index in 1..<12 {
            term *= small / Double(index)
            sum += term
        }
        for _ in 0..<10 { sum *= sum }
        return sum
    }
}
