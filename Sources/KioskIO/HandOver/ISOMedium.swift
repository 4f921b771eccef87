import KioskCore

extension Medium {
    /// An ISO 9660 image, written by libisofs in this process.
    public static let iso = Medium(
        name: "iso", suffix: ".iso",
        fill: { job throws(KioskError) in
            let output = try OutputFile(job.path, replacing: job.isReplacing)
            try writeImage(of: job, to: output)
            return output
        },
        files: { path throws(KioskError) in try ImageTree(path) })

    private static func writeImage(of job: HandOverJob, to output: OutputFile) throws(KioskError) {
        let tree = try ISOTree(job.plan, contents: job.contents)
        let blocks = try tree.burnSource()
        let total = max(1, blocks.byteCount)
        guard total <= job.plan.capacity ?? total else {
            throw KioskError(.bug, "image of \(total) bytes")
        }
        try output.checkRoom(for: total)
        let seal = OutputSeal()
        var done = 0
        var buffer = [UInt8](repeating: 0, count: 32 * block)
        while done < total {
            let count = blocks.read(into: &buffer)
            if let error = job.contents.error { throw error }
            guard count > 0 else { throw KioskError(.discWrite, job.path) }
            done += count
            let isLast = done >= total
            let own = isLast ? count - block : count
            seal.add(buffer[..<own])
            try output.write(buffer[..<own])
            if isLast { try output.write(last(seal.finished(), buffer[own..<count], job)) }
            try job.wrote(bytes: done, of: total)
        }
        try output.sync()
    }

    /// The bytes of a block (ECMA-119, 6.1.2).
    private static let block = 2_048

    /// The last block, which the library leaves empty, with the seal in it.
    private static func last(_ seal: [UInt8], _ empty: ArraySlice<UInt8>, _ job: HandOverJob)
        throws(KioskError) -> [UInt8]
    {
        guard empty.allSatisfy({ $0 == 0 }) else {
            throw KioskError(.discWrite, job.path, detail: "no room for the seal")
        }
        return seal + [UInt8](repeating: 0, count: block - seal.count)
    }

    /// What is wrong with an image where its files may be right.
    static func damage(of path: String) throws(KioskError) -> [HandOverReport.Problem] {
        let file = try OpenFile(path, missing: .fileMissing, device: true)
        // Volume space size, ECMA-119, 8.4.8: on a disc more may follow.
        let size = file.bytes(at: 16 * block + 80, count: 4)
        guard size.count == 4 else { return [.structure("image")] }
        let blocks = size.reversed().reduce(0) { $0 << 8 | Int($1) }
        let end = file.isDevice ? blocks * block : file.byteCount
        guard end > block, end == blocks * block else { return [.structure("image")] }
        let last = file.bytes(at: end - block, count: block)
        guard last.starts(with: OutputSeal.label) else { return [.structure("seal")] }
        let isRight =
            try OutputSeal.isRight(Array(last.prefix(OutputSeal.length)), of: end - block, in: file)
            && last.dropFirst(OutputSeal.length).allSatisfy { $0 == 0 }
        return isRight ? [] : [.structure("image")]
    }
}
