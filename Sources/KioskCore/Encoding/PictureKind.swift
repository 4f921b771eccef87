/// What kind of picture a file's first bytes say it is.
public enum PictureKind: String, CaseIterable, Sendable {
    case jpeg = "JPEG"
    case png = "PNG"
    case webP = "WebP"
    case heic = "HEIC"
    case avif = "AVIF"
    case gif = "GIF"
    case bmp = "BMP"
    case tiff = "TIFF"
    case pdf = "PDF"

    /// The kind of those bytes; nil where they are none of these.
    public init?(_ bytes: some Collection<UInt8>) {
        let head = Array(bytes.prefix(12))
        let found = Self.signatures.first { signature in
            head.dropFirst(signature.place).starts(with: signature.bytes)
        }
        guard let found else { return nil }
        self = found.kind
    }

    private struct Signature {
        let kind: PictureKind
        let place: Int
        let bytes: [UInt8]

        init(_ kind: PictureKind, _ text: String, at place: Int = 0) {
            (self.kind, self.place, bytes) = (kind, place, Array(text.utf8))
        }

        init(_ kind: PictureKind, _ bytes: UInt8...) {
            (self.kind, place, self.bytes) = (kind, 0, bytes)
        }
    }

    /// ISO/IEC 23008-12 names HEIC's brands behind `ftyp`; phones write several.
    private static let signatures =
        [
            Signature(.jpeg, 0xFF, 0xD8), Signature(.png, 0x89, 0x50, 0x4E, 0x47),
            Signature(.webP, "WEBP", at: 8), Signature(.gif, "GIF8"), Signature(.bmp, "BM"),
            Signature(.tiff, 0x49, 0x49, 0x2A, 0x00), Signature(.tiff, 0x4D, 0x4D, 0x00, 0x2A),
            Signature(.pdf, "%PDF"), Signature(.avif, "ftypavif", at: 4),
            Signature(.avif, "ftypavis", at: 4),
        ]
        + ["heic", "heix", "hevc", "heim", "heis", "mif1", "msf1"].map {
            Signature(.heic, "ftyp" + $0, at: 4)
        }
}
