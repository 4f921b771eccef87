import KioskCore

/// The files of a disc, wherever they lie.
protocol DiscTree: ~Copyable {
    /// Visits every file with its path from the root and its reader.
    func eachFile(_ visit: Visit) throws(KioskError)
}

/// So many bytes have the checksums of a hundred thousand portraits.
private let longestList = 16 << 20

extension DiscTree where Self: ~Copyable {
    /// Takes a file's path and its reader.
    typealias Visit = (String, Reader) throws(KioskError) -> Void
    /// Hands a file's bytes, part by part, to a closure, until that has had enough; gives their number, or nil where
    /// they cannot all be read, also as a signal has come.
    typealias Reader = ((UnsafeRawBufferPointer) -> Bool) -> Int?

    /// The bytes of one file; nil where it is not there, cannot be read or is longer than any list of ours.
    func bytes(of wanted: String) throws(KioskError) -> [UInt8]? {
        var found: [UInt8]?
        try eachFile { path, read throws(KioskError) in
            guard path == wanted, found == nil else { return }
            var bytes: [UInt8] = []
            let count = read {
                bytes.append(contentsOf: $0)
                return bytes.count <= longestList
            }
            found = count == bytes.count && bytes.count <= longestList ? bytes : nil
        }
        return found
    }
}

extension DiscTree where Self: ~Copyable {
    /// Compares every file with its sum.
    ///
    /// - Parameter sums: SHA-256 by path, of every file that has to be there.
    /// - Throws: `stopped.*`, or `file.read` where the tree itself cannot be walked.
    func verify(
        _ sums: [String: String], unlisted: Set<String> = [], progress: (Double) -> Void
    ) throws(KioskError) -> DiscReport {
        var report = DiscReport()
        var missing = Set(sums.keys)
        try eachFile { path, read throws(KioskError) in
            try Interruption.check()
            guard !unlisted.contains(path) else { return }
            guard let expected = sums[path] else {
                if SystemLeftovers.contains(path) {
                    report.leftovers.append(path)
                } else {
                    report.problems.append(.unlisted(path))
                }
                return
            }
            missing.remove(path)
            var sum = SHA256()
            let count = read {
                sum.add($0)
                return true
            }
            try Interruption.check()
            report.add(path, count, isRight: sum.hex() == expected)
            progress(Double(report.files) / Double(max(1, sums.count)))
        }
        report.problems += missing.sorted().map { .missing($0) }
        return report
    }
}
