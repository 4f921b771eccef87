import KioskCore

/// The files of a disc, wherever they lie.
protocol HandOverTree {
    /// Visits every file with its path from the root and its reader.
    func eachFile(_ visit: Visit) throws(KioskError)
    /// What is wrong with what holds the files: trees, tables and directories of an image or archive.
    ///
    /// - Parameter tick: is called now and then, and throws where the work is not to go on.
    func damage(tick: () throws(KioskError) -> Void) throws(KioskError) -> [HandOverReport.Problem]
}

extension HandOverTree {
    func damage(tick: () throws(KioskError) -> Void) throws(KioskError) -> [HandOverReport.Problem]
    {
        []
    }
}

/// So many bytes have the checksums of a hundred thousand portraits.
private let longestList = 16 << 20

extension HandOverTree {
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

extension HandOverTree {
    /// Compares every file with its sum.
    ///
    /// - Parameters:
    ///   - sums: SHA-256 by path, of every file that has to be there.
    ///   - unlisted: files that may be there without one.
    ///   - bytes: the length of all files together; 0 where it is not known.
    /// - Throws: `stopped.*`, `file.read` where the tree itself cannot be walked, and what `report` throws.
    func verify(
        _ sums: [String: String], unlisted: Set<String> = [], of bytes: Int = 0,
        report: HandOverProgress.Report
    ) throws(KioskError) -> HandOverReport {
        var found = HandOverReport()
        var missing = Set(sums.keys)
        try eachFile { path, read throws(KioskError) in
            try Interruption.check()
            guard !unlisted.contains(path) else { return }
            guard let expected = sums[path] else { return found.addStrange(path) }
            missing.remove(path)
            var sum = SHA256()
            let count = read {
                sum.add($0)
                return true
            }
            try Interruption.check()
            found.add(path, count, isRight: sum.hex() == expected)
            try report(
                HandOverProgress(
                    .checking, files: found.files, of: sums.count, bytes: found.bytes, of: bytes))
        }
        found.problems += missing.sorted().map { .missing($0) }
        // Where a file is wrong already the rest is too.
        guard found.problems.isEmpty else { return found }
        let all = HandOverProgress(
            .checking, files: found.files, of: sums.count, bytes: found.bytes, of: bytes)
        found.problems += try damage { () throws(KioskError) in try report(all) }
        return found
    }
}
