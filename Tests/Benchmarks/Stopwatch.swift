import KioskIO

/// Medians of things that take turns, so that a busy moment of the machine meets all of them.
struct Stopwatch {
    private var times: [String: [Double]] = [:]
    /// What was timed, in the order of its first time.
    private(set) var names: [String] = []

    /// Runs something and notes how long it took.
    mutating func time<Value>(_ name: String, _ body: () throws -> Value) rethrows -> Value {
        if times[name] == nil { names.append(name) }
        let start = WallClock.monotonic()
        defer { times[name, default: []].append(Double(WallClock.monotonic() - start) / 1e6) }
        return try body()
    }

    /// Notes how long something took, milliseconds.
    mutating func note(_ name: String, _ milliseconds: Double) {
        if times[name] == nil { names.append(name) }
        times[name, default: []].append(milliseconds)
    }

    /// The mean, milliseconds.
    func mean(_ name: String) -> Double {
        let all = times[name] ?? []
        return all.isEmpty ? 0 : all.reduce(0, +) / Double(all.count)
    }

    /// The median, milliseconds.
    func median(_ name: String) -> Double {
        let sorted = (times[name] ?? []).sorted()
        return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
    }
}

/// A number with one digit after the point.
func short(_ value: Double) -> String { "\((value * 10).rounded() / 10)" }

/// A number with two digits after the point.
func hundredths(_ value: Double) -> String { "\((value * 100).rounded() / 100)" }
