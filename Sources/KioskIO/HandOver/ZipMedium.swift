import KioskCore

extension Medium {
    /// A zip archive, written by libarchive; pictures and lists as they are, for none of them would become shorter by much.
    public static let zip = Medium(
        name: "zip", suffix: ".zip",
        fill: { job throws(KioskError) in
            let output = try OutputFile(job.path, replacing: job.isReplacing, .handOvers)
            try output.checkRoom(for: job.plan.byteCount)
            try write(job, to: output)
            try output.sync()
            return output
        },
        files: { path throws(KioskError) in try ZipTree.opening(path) })

    private static func write(_ job: HandOverJob, to output: OutputFile) throws(KioskError) {
        let archive = try ZipWriter(output)
        var written = 0
        for file in job.plan.files {
            try archive.add(try job.contents.handOut(file), as: file.path)
            written += file.byteCount
            try job.wrote(bytes: written, of: job.plan.byteCount)
        }
        try archive.finish()
    }
}
