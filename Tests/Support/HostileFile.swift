import Foundation
import KioskCore
import KioskIO
import StudioKit

/// Files as somebody else may put them where one is read: without an end, not files at all, or made of claims.
public enum HostileFile {
    /// Puts them into a folder, with that ending.
    ///
    /// - Returns: their names.
    public static func make(in folder: TestFolder, ending: String) throws -> [String] {
        try folder.write(HostileSession.text, to: HostileSession.victim)
        let path = { (name: String) in folder.file(name + ending) }
        truncate(of: path("sparse"), to: 6 << 40)
        truncate(of: path("gigabytes"), to: 3 << 30)
        symlink("/dev/zero", path("endless"))
        symlink("/dev/tty", path("terminal"))
        symlink(path("loop"), path("loop"))
        symlink(folder.file("nowhere"), path("dangling"))
        mkfifo(path("pipe"), 0o600)
        mkdir(path("folder"), 0o700)
        try folder.write("", to: "empty" + ending)
        try folder.write([UInt8](repeating: 0xFF, count: 1 << 20), to: "ones" + ending)
        return [
            "sparse", "gigabytes", "endless", "terminal", "loop", "dangling", "pipe", "folder",
            "empty", "ones",
        ]
        .map { $0 + ending }
    }

    private static func truncate(of path: String, to size: Int) {
        let file = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
        ftruncate(file, off_t(size))
        close(file)
    }

    /// Pictures that claim more than they have, or ask for more work than they are worth.
    ///
    /// - Returns: their names.
    public static func makePictures(in folder: TestFolder) throws -> [String] {
        let jpeg = try drawn.get()
        let frame = jpeg.indices.first { jpeg[$0] == 0xFF && jpeg[$0 + 1] == 0xC0 } ?? 0
        let scan =
            jpeg.indices.last { jpeg[$0] == 0xFF && $0 + 1 < jpeg.count && jpeg[$0 + 1] == 0xDA }
            ?? 0
        try folder.write(patched(jpeg, at: frame + 5, [0xFF, 0xDC, 0xFF, 0xDC]), to: "claim.jpg")
        try folder.write(patched(jpeg, at: frame + 5, [0x2A, 0, 0x2A, 0]), to: "claim-less.jpg")
        let scans = (0..<2_000).flatMap { _ in jpeg[scan..<jpeg.count - 2] }
        try folder.write(Array(jpeg[..<scan]) + scans + [0xFF, 0xD9], to: "scans.jpg")
        var png = Array("\u{89}PNG\r\n\u{1A}\n".unicodeScalars.map { UInt8($0.value) })
        png +=
            [0, 0, 0, 13] + Array("IHDR".utf8) + [
                0, 0, 0xEA, 0x60, 0, 0, 0xEA, 0x60, 8, 2, 0, 0, 0, 1, 2, 3, 4,
            ]
        try folder.write(png, to: "claim.png")
        let lossless: [UInt8] = [0x2F, 0xFE, 0xFF, 0xFF, 0x0F, 0x88, 0x88, 8]
        try folder.write(
            Array("RIFF".utf8) + [20, 0, 0, 0] + Array("WEBPVP8L".utf8) + [8, 0, 0, 0] + lossless,
            to: "claim.webp")
        try folder.write(ClaimedAVIF.make(Size(width: 14_444, height: 27_760)), to: "claim.avif")
        return [
            "claim.jpg", "claim-less.jpg", "scans.jpg", "claim.png", "claim.webp", "claim.avif",
        ]
    }

    private static let drawn = Result {
        try JPEGCodec().encode(
            Studio(seed: 6).portrait(of: 0).photo, quality: 80, subsampling: .half
        ).bytes
    }

    private static func patched(_ bytes: [UInt8], at place: Int, _ other: [UInt8]) -> [UInt8] {
        var bytes = bytes
        bytes.replaceSubrange(place..<place + other.count, with: other)
        return bytes
    }
}
