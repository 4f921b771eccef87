/// Faults of a camera, played with a recording: what a device does to a counter, without the device.
///
/// A text of lines `FRAME FAULT [AMOUNT]`: at the frame of that index, counted from 0,
/// `unplug SECONDS` and `silent SECONDS` lose the camera for that long, `error` flags the frame,
/// `empty` leaves it without a byte, `short PERCENT` cuts it to that share. `#` begins a comment.
public struct FaultScript: Hashable, Sendable {
    /// A fault.
    public enum Fault: Hashable, Sendable {
        /// The camera is pulled out for so many seconds.
        case unplug(seconds: Double)
        /// It sends nothing for so many seconds.
        case silent(seconds: Double)
        /// The driver flags the frame as broken.
        case error
        /// The buffer has no byte in it.
        case empty
        /// The buffer has so many percent of its bytes.
        case short(percent: Double)
    }

    /// The faults by the index of their frame.
    public let faults: [Int: Fault]

    /// A camera without faults.
    public init() { faults = [:] }

    /// The faults of a text; nil where a line is none.
    public init?(parsing text: String) {
        var faults: [Int: Fault] = [:]
        for line in text.split(whereSeparator: \.isNewline) {
            let words = line.prefix { $0 != "#" }.split(whereSeparator: \.isWhitespace)
            guard !words.isEmpty else { continue }
            guard let (index, fault) = Self.fault(words.map(String.init)) else { return nil }
            faults[index] = fault
        }
        self.faults = faults
    }

    private static func fault(_ words: [String]) -> (Int, Fault)? {
        guard (2...3).contains(words.count), let index = Int(words[0]), index >= 0 else {
            return nil
        }
        let amount = words.count == 3 ? Double(words[2]) : nil
        switch (words[1], amount) {
        case ("unplug", let seconds?) where (0...3600).contains(seconds):
            return (index, .unplug(seconds: seconds))
        case ("silent", let seconds?) where (0...3600).contains(seconds):
            return (index, .silent(seconds: seconds))
        case ("short", let percent?) where (0...100).contains(percent):
            return (index, .short(percent: percent))
        case ("error", nil): return (index, .error)
        case ("empty", nil): return (index, .empty)
        default: return nil
        }
    }
}
