/// How far a hand-over has come.
public struct HandOverProgress: Hashable, Sendable {
    /// What is being done.
    public enum Step: Hashable, Sendable {
        /// What goes on it is gathered: originals are looked at, sheets are made.
        case preparing
        /// The bytes are written.
        case writing
        /// They are read back and compared.
        case checking
        /// Several outputs are written and compared, one after the other.
        case both
    }

    /// What is being done.
    public var step: Step
    /// Files done of it.
    public var files: Int
    /// Files in all.
    public var allFiles: Int
    /// Bytes done of it.
    public var bytes: Int
    /// Bytes in all; 0 where that is not known before.
    public var allBytes: Int

    /// So far at a step.
    public init(_ step: Step, files: Int, of allFiles: Int, bytes: Int, of allBytes: Int) {
        (self.step, self.files, self.allFiles) = (step, files, allFiles)
        (self.bytes, self.allBytes) = (bytes, allBytes)
    }

    /// The share of the step that is done, 0 to 1.
    public var share: Double {
        let (done, all) = allBytes > 0 ? (bytes, allBytes) : (files, allFiles)
        return all > 0 ? min(1, Double(done) / Double(all)) : 1
    }

    /// Is told how far a hand-over has come, and throws where it is not to go on.
    public typealias Report = (HandOverProgress) throws(KioskError) -> Void
}

/// Tells how far the gathering of a hand-over has come.
struct Preparation {
    private var done = 0
    private let all: Int
    private let report: HandOverProgress.Report

    /// - Parameter portraits: how many there are; each is looked at twice, for the lists and for the sheet.
    init(portraits: Int, report: @escaping HandOverProgress.Report) {
        (all, self.report) = (2 * portraits, report)
    }

    /// So many portraits more.
    ///
    /// - Throws: what the report throws.
    mutating func advance(by portraits: Int) throws(KioskError) {
        done += portraits
        try report(HandOverProgress(.preparing, files: done, of: all, bytes: 0, of: 0))
    }
}
