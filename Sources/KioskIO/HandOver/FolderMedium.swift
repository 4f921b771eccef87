import KioskCore

extension Medium {
    /// A plain folder of the files.
    public static let folder = Medium(
        name: "folder", suffix: "",
        fill: { job throws(KioskError) in
            let output = try OutputFolder(job.path)
            try output.checkRoom(for: job.plan.byteCount)
            var written = 0
            for file in job.plan.files {
                try output.write(try job.contents.handOut(file), to: file.path)
                written += file.byteCount
                try job.wrote(bytes: written, of: job.plan.byteCount)
            }
            return output
        },
        files: { path throws(KioskError) in FileAccess.isFolder(path) ? FolderTree(path) : nil })
}
