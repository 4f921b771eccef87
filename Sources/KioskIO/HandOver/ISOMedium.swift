import KioskCore

extension Medium {
    /// An ISO 9660 image, written by libisofs in this process.
    public static let iso = Medium(
        name: "iso", suffix: ".iso",
        fill: { job throws(KioskError) in
            let output = try OutputFile(job.path, replacing: job.isReplacing, .handOvers)
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
        let (seal, sealed) = (try OutputSeal(), total - tail * block)
        var done = 0
        while done < total {
            let next = blocks.next(part)
            if let error = job.contents.error { throw error }
            guard var bytes = next, !bytes.isEmpty else { throw KioskError(.discWrite, job.path) }
            if done < sealed { seal.add(bytes.prefix(sealed - done)) }
            if (done..<done + bytes.count).contains(sealed) {
                try put(seal.finished(), at: sealed - done, into: &bytes, job)
            }
            try output.write(bytes)
            done += bytes.count
            try job.wrote(bytes: done, of: total)
        }
        try output.sync()
    }

    /// The bytes of a block (ECMA-119, 6.1.2).
    private static let block = 2_048
    /// What is written at once.
    private static let part = 128 * block
    /// Blocks at the end that hold nothing but the seal in the first of them: what Linux reads ahead behind the last
    /// block of a CD is lost with it, 300 kB as a rule (libisofs.h, `iso_write_opts_set_tail_blocks`).
    static let tail = 150

    /// Puts the seal where the library left the tail empty.
    private static func put(
        _ seal: [UInt8], at place: Int, into buffer: inout [UInt8], _ job: HandOverJob
    ) throws(KioskError) {
        guard buffer[place..<place + block].allSatisfy({ $0 == 0 }) else {
            throw KioskError(.discWrite, job.path, detail: "no room for the seal")
        }
        buffer.replaceSubrange(place..<place + seal.count, with: seal)
    }

    /// What is wrong with an image where its files may be right; nothing is known of one without a seal.
    static func damage(of path: String, tick: () throws(KioskError) -> Void)
        throws(KioskError) -> [HandOverReport.Problem]
    {
        let file = try OpenFile(path, missing: .fileMissing, device: true)
        // Volume space size, ECMA-119, 8.4.8: on a disc more may follow.
        let size = file.bytes(at: 16 * block + 80, count: 4)
        guard size.count == 4 else { return [.structure("image")] }
        let end = size.reversed().reduce(0) { $0 << 8 | Int($1) } * block
        let sealed = end - tail * block
        guard sealed > 0, file.isDevice || file.byteCount == end else {
            return [.structure("image")]
        }
        let rest = file.bytes(at: sealed, count: tail * block)
        guard OutputSeal.isMeant(rest) else { return [] }
        let seal = Array(rest.prefix(OutputSeal.length))
        let isRight =
            try OutputSeal.isRight(seal, of: sealed, in: file, tick: tick)
            && rest.dropFirst(OutputSeal.length).allSatisfy { $0 == 0 }
        return isRight ? [] : [.structure("image")]
    }
}
