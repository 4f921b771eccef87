import KioskCore

/// An output that appears under its name whole or not at all; what has not appeared goes with its owner.
protocol WholeOutput: AnyObject {
    /// A path under which this very output can be read back, whatever stands under its name.
    var readingPath: String { get }
    /// Whether the file system keeps no permissions, so that whoever holds the medium can read it.
    var isOpenToAll: Bool { get }
    /// Gives it its name.
    ///
    /// - Throws: `file.exists`, `output.exists`, `file.permission`, `disk.full` or `file.write`.
    func appear() throws(KioskError)
    /// Takes it away again after it has appeared: others that belong to it could not.
    func withdraw()
}
