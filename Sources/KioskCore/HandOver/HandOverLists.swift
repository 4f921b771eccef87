import FoundationEssentials

/// The lists of a hand-over besides its manifest.
enum HandOverLists {
    /// The raw code of each portrait, for the body that can decrypt it.
    static func codes(_ entries: [HandOverEntry]) -> String {
        var table = CSV(header: ["session", "sequence", "file", "code_base64"])
        for entry in entries {
            let code = Data(entry.portrait.code).base64EncodedString()
            table.add(["\(entry.id.session)", "\(entry.id.sequence)", entry.path], base64: code)
        }
        return table.text
    }

    /// The checksums as `sha256sum -c` reads them.
    static func sums(_ files: [HandOverFile]) -> String {
        files.map { "\($0.sha256)  \($0.path)\n" }.joined()
    }

    /// INDEX.TXT of the Professional School Photographers Association, as yearbook programs read it: tab-separated, a line
    /// each, without a header: volume, folder, image, grade, last and first name, teacher, home room. Names are not
    /// known in full and stay empty.
    static func index(_ entries: [HandOverEntry], tree: Int, volumeID: String) -> String {
        entries.map { entry in
            let path = entry.places[tree].path.split(separator: "/")
            let room = (entry.portrait.className ?? "").filter { $0 != "\t" }
            let folder = path.dropLast().joined(separator: "\\")
            return [volumeID, folder, String(path.last ?? ""), room, "", "", "", room]
                .joined(separator: "\t") + "\r\n"
        }.joined()
    }
}
