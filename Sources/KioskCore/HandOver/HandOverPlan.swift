/// Everything that goes on one medium, in order, known before the first byte is written.
///
/// Nothing in it tells when it was made: the same session gives the same plan on every machine and
/// in every time zone.
public struct HandOverPlan: Sendable {
    /// The medium's name, at most 32 of A–Z, 0–9 and `_` (ISO 9660, d-characters).
    public let volumeID: String
    /// The files: pictures first, then lists, sheets, read-me, checksums.
    public let files: [HandOverFile]
    /// The time of the last shot, which stands for the medium's own.
    public let time: ShotTime
    private let portraits: [PortraitID]
    private let renamed: Int
    /// The bytes that the medium holds; nil where that is not known.
    public let capacity: Int?
    private let sheet: ContactSheet

    /// The bytes of all files together.
    public var byteCount: Int { files.reduce(0) { $0 + $1.byteCount } }

    /// What else than pictures stands in the root.
    static let ownNames = [
        "manifest.csv", "manifest.xlsx", "codes.csv", "index.html", "sheets", "signatures.html",
        "README.txt", "INDEX.TXT", ChecksumList.name,
    ]

    /// The plans of an order: one, or where a medium is too small for all of it, one for each of several.
    ///
    /// - Parameter report: is told how far it has come; what it throws ends the work.
    /// - Throws: `session.empty` where no portrait is left, `disc.names`, `disc.small` where not even one portrait
    ///   goes on a medium, and what the source and the report throw.
    public static func volumes(
        of order: HandOverOrder, from source: some HandOverSource,
        report: @escaping HandOverProgress.Report = { _ throws(KioskError) in }
    ) throws(KioskError) -> [HandOverPlan] {
        let count = order.sessions.reduce(0) { $0 + $1.portraits.count }
        var preparation = Preparation(portraits: count, report: report)
        var entries = try order.entries(from: source, &preparation)
        let split = try HandOverSplit(entries, order)
        for (index, volume) in split.volumes.enumerated() {
            for entry in volume { entries[entry].volume = index + 1 }
        }
        let manifest = HandOverTable.manifest(entries)
        var plans: [HandOverPlan] = []
        for (index, volume) in split.volumes.enumerated() {
            let number = split.volumes.count > 1 ? index + 1 : nil
            plans.append(
                try HandOverPlan(
                    volume.map { entries[$0] }, order, manifest, number: number, from: source,
                    &preparation))
        }
        return plans
    }

    private init(
        _ entries: [HandOverEntry], _ order: HandOverOrder, _ manifest: HandOverTable, number: Int?,
        from source: some HandOverSource, _ preparation: inout Preparation
    ) throws(KioskError) {
        let time =
            entries.map(\.portrait.takenAt).max() ?? ShotTime(unixMilliseconds: 0, utcOffset: 0)
        let volumeID = Self.volumeID(order.sessions.first.map { "\($0.name)" } ?? "", number)
        let title = order.title + (number.map { " (\($0))" } ?? "")
        let sheet = ContactSheet(entries, title: title)
        var files = Files(source: source, time: time)
        files.addPictures(of: entries, order.trees)
        files.add("manifest.csv", manifest.csv)
        files.add("manifest.xlsx", try source.workbook(manifest, at: time))
        files.add("codes.csv", HandOverLists.codes(entries))
        if let tree = order.indexedTree {
            let index = HandOverLists.index(entries, tree: tree, volumeID: volumeID)
            files.add("INDEX.TXT", Array(index.utf8))
        }
        try files.addPages(of: sheet, &preparation)
        files.add("signatures.html", SignatureSheet.html(entries, title: title))
        files.add("README.txt", Array(HandOverReadme.text(order, entries).utf8))
        files.add(ChecksumList.name, HandOverLists.sums(files.files))
        (self.volumeID, self.files, self.time, self.sheet) = (volumeID, files.files, time, sheet)
        portraits = entries.map(\.id)
        renamed = entries.reduce(0) { $0 + $1.places.count { $0.wanted != nil } }
        capacity = order.capacity
    }

    /// What is known of it once it is written.
    public struct Facts: Sendable {
        /// The portraits that are on it.
        public let portraits: [PortraitID]
        /// The bytes of all files together.
        public let byteCount: Int
        /// How many pictures could not have the name that their layout says.
        public let renamed: Int
        /// The SHA-256 of the list of checksums, by which this very hand-over is known again.
        public let checksum: String
    }

    /// What is known of it once it is written.
    public var facts: Facts {
        Facts(
            portraits: portraits, byteCount: byteCount, renamed: renamed,
            checksum: files.last?.sha256 ?? "")
    }

    /// A file's bytes.
    ///
    /// - Throws: what the source throws.
    public func bytes(of file: HandOverFile, from source: some HandOverSource)
        throws(KioskError) -> [UInt8]
    {
        switch file.content {
        case .portrait(let id): try source.portrait(id)
        case .original(let id): try source.original(id).bytes
        case .page(let number): try sheet.page(number, from: source)
        case .generated(let bytes): bytes
        }
    }

    /// `KIOSK_2026_11_23`, `KIOSK_2026_11_23_2`; characters a volume's name cannot have become `_`.
    private static func volumeID(_ name: String, _ number: Int?) -> String {
        let kept = name.uppercased().map { character in
            character.isASCII && (character.isLetter || character.isNumber) ? character : "_"
        }
        let end = number.map { "_\($0)" } ?? ""
        return String(("KIOSK_" + String(kept)).prefix(32 - end.count)) + end
    }
}

extension HandOverOrder {
    /// The tree whose pictures INDEX.TXT lists; nil where no layout wants one.
    fileprivate var indexedTree: Int? {
        guard let first = layouts.first(where: \.hasIndex)?.trees.first else { return nil }
        return trees.firstIndex(of: first)
    }
}

/// The files of a plan while it is made.
private struct Files<Source: HandOverSource> {
    let source: Source
    let time: ShotTime
    var files: [HandOverFile] = []

    mutating func addPictures(of entries: [HandOverEntry], _ trees: [Layout.Tree]) {
        for (index, tree) in trees.enumerated() {
            for entry in entries { add(entry, tree.picture, at: entry.places[index].path) }
        }
    }

    private mutating func add(
        _ entry: HandOverEntry, _ picture: Layout.Tree.Picture, at path: String
    ) {
        let isOriginal = picture == .original
        files.append(
            HandOverFile(
                path: path, content: isOriginal ? .original(entry.id) : .portrait(entry.id),
                byteCount: entry.byteCount(picture),
                sha256: isOriginal ? entry.original?.sha256 ?? "" : entry.portrait.sha256,
                time: entry.portrait.takenAt))
    }

    mutating func addPages(of sheet: ContactSheet, _ preparation: inout Preparation)
        throws(KioskError)
    {
        for (number, path) in sheet.paths.enumerated() {
            add(path, try sheet.page(number, from: source), as: .page(number))
            try preparation.advance(by: sheet.count(number))
        }
    }

    mutating func add(_ path: String, _ bytes: [UInt8], as content: HandOverFile.Content? = nil) {
        files.append(
            HandOverFile(
                path: path, content: content ?? .generated(bytes), byteCount: bytes.count,
                sha256: source.sha256(bytes), time: time))
    }
}
