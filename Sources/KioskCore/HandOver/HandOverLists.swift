import FoundationEssentials

/// The lists of a hand-over besides its manifest.
enum HandOverLists {
    /// The raw code of each portrait, in the order of the manifest, for the body that can decrypt it.
    static func codes(_ entries: [HandOverEntry]) -> [UInt8] {
        let room = entries.reduce(0) { $0 + ($1.portrait.code.count + 2) / 3 * 4 + besideCode }
        var table = CSV(header: ["session", "sequence", "file", "code_base64"], room: room)
        for place in entries.byClass.flatMap(\.places) {
            let entry = entries[place]
            let code = Data(entry.portrait.code).base64EncodedString()
            table.add(["\(entry.id.session)", "\(entry.id.sequence)", entry.path], base64: code)
        }
        return table.bytes
    }

    /// So long is what stands beside a code, as a rule, bytes.
    private static let besideCode = 80

    /// The checksums as `sha256sum -c` reads them.
    static func sums(_ files: [HandOverFile]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(files.reduce(0) { $0 + 67 + $1.path.utf8.count })
        for file in files { bytes += "\(file.sha256)  \(file.path)\n".utf8 }
        return bytes
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
