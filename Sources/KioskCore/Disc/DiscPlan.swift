/// Everything that goes on a disc, in order, known before the first byte is written.
///
/// Nothing in it tells when it was made: the same session gives the same plan on every machine and
/// in every time zone.
public struct DiscPlan: Sendable {
    /// The disc's name, at most 32 of A–Z, 0–9 and `_` (ISO 9660, d-characters).
    public let volumeID: String
    /// The files: portraits first, then tables, contact sheet, read-me, checksums.
    public let files: [DiscFile]
    /// The time of the last shot, which stands for the disc's own.
    public let time: ShotTime

    /// The bytes of all files together.
    public var byteCount: Int { files.reduce(0) { $0 + $1.byteCount } }

    /// Plans a disc of one or more sessions.
    ///
    /// - Parameters:
    ///   - naming: the template of `naming.file`.
    ///   - readme: the text of README.txt; nil for the program's own.
    ///   - sha256: gives the SHA-256 of bytes as 64 lower-case hex digits.
    /// - Throws: `session.empty` where no portrait is left, `disc.names`.
    public init(
        _ sessions: [DiscSession], naming: String, readme: String?,
        sha256: ([UInt8]) -> String
    ) throws(KioskError) {
        let title = sessions.map(\.name).joined(separator: ", ")
        var entries: [DiscEntry] = []
        var names = DiscNames(template: naming)
        for (index, session) in sessions.enumerated() {
            for portrait in session.portraits {
                let path = try names.path(of: portrait)
                entries.append(DiscEntry(path: path, session: index, portrait: portrait))
            }
        }
        guard let last = entries.map(\.portrait.takenAt).max() else {
            throw KioskError(.sessionEmpty, title)
        }
        let generated: [(String, String)] = [
            ("manifest.csv", DiscTables.manifest(entries)),
            ("codes.csv", DiscTables.codes(entries)),
            ("index.html", ContactSheet.html(entries, title: title)),
            ("README.txt", DiscReadme.text(readme)),
        ]
        var files = entries.map(\.file)
        files += generated.map { path, text in
            Self.generated(path, text, last, sha256)
        }
        files.append(Self.generated("SHA256SUMS", DiscTables.sums(files), last, sha256))
        self.files = files
        volumeID = Self.volumeID(sessions.first?.name ?? "")
        time = last
    }

    private static func generated(
        _ path: String, _ text: String, _ time: ShotTime, _ sha256: ([UInt8]) -> String
    ) -> DiscFile {
        let bytes = Array(text.utf8)
        return DiscFile(
            path: path, content: .generated(bytes), byteCount: bytes.count, sha256: sha256(bytes),
            time: time)
    }

    /// `KIOSK_2026_11_23`; characters a volume's name cannot have become `_`.
    private static func volumeID(_ name: String) -> String {
        let kept = name.uppercased().map { character in
            character.isASCII && (character.isLetter || character.isNumber) ? character : "_"
        }
        return String(("KIOSK_" + String(kept)).prefix(32))
    }
}

/// A portrait with its place on the disc.
struct DiscEntry {
    let path: String
    let session: Int
    let portrait: StoredPortrait

    var file: DiscFile {
        DiscFile(
            path: path, content: .portrait(session: session, sequence: portrait.sequence),
            byteCount: portrait.byteCount, sha256: portrait.sha256, time: portrait.takenAt)
    }
}
