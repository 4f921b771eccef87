/// How far a hand-over has come.
public struct HandOverProgress: Hashable, Sendable {
    /// What is being done.
    public enum Step: Hashable, Sendable {
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
