import CLCMS
import Foundation
import TestSupport

@testable import KioskCore
@testable import KioskIO

extension FuzzTarget {
    /// Saved pictures, a target for each library that opens them.
    static let pictures = [
        picture("png") {
            try [PNG.encode(pattern)] + made("png", ["-depth", "16"], ["-monochrome"])
        },
        picture("webp") {
            try made("webp", ["-quality", "50"], ["-define", "webp:lossless=true"])
        },
        picture("heif", seeds: heifs), profile,
    ]

    private static func picture(
        _ name: String, seeds: @escaping @Sendable () throws -> [[UInt8]]
    ) -> FuzzTarget {
        FuzzTarget(name: name, longest: 8_192, seeds: seeds) { bytes throws(KioskError) in
            let read = name == "png" ? PNGChunks.summedUp(bytes) : bytes
            let photo = try PictureFile.decode(read, name: "a")
            hold(photo.pixels.count == photo.width * photo.height * 3, "a picture is whole")
            hold(photo.width > 0 && photo.height > 0, "a picture has pixels")
        }
    }

    static let pattern = Photo(size: Size(width: 24, height: 16)) { pixels in
        for index in pixels.indices { pixels[index] = UInt8(truncatingIfNeeded: index * 5) }
    }

    /// The pattern in another kind, as ImageMagick writes it.
    private static func made(_ kind: String, _ options: [String]...) throws -> [[UInt8]] {
        let folder = try TestFolder()
        try folder.write(PNG.encode(pattern), to: "a.png")
        return try options.map { options in
            try run("convert", ["a.png"] + options + ["b.\(kind)"], folder)
            return try folder.bytes("b.\(kind)")
        }
    }

    private static func heifs() throws -> [[UInt8]] {
        let folder = try TestFolder()
        try folder.write(PNG.encode(pattern), to: "a.png")
        return try [["-q", "40", "-o", "b.heic"], ["-A", "-q", "40", "-o", "b.avif"]].map {
            options in
            try run("heif-enc", ["a.png"] + options, folder)
            return try folder.bytes(options[options.count - 1])
        }
    }

    private static func run(_ program: String, _ arguments: [String], _ folder: TestFolder) throws {
        let run = try Program.run(program, arguments, in: folder)
        hold(run.status == 0, "\(program) makes a seed: \(run.errors)")
    }

    /// A colour profile, alone: in a file it is packed.
    private static let profile = FuzzTarget(name: "profile") {
        [profileOfSRGB()]
    } read: { bytes in
        var photo = pattern
        ColourProfile(icc: bytes)?.convert(&photo)
        hold(photo.size == pattern.size, "colours have no size")
    }
}

extension FuzzTarget {
    private static func profileOfSRGB() -> [UInt8] {
        guard let profile = cmsCreate_sRGBProfile() else { return [] }
        defer { cmsCloseProfile(profile) }
        var count: cmsUInt32Number = 0
        cmsSaveProfileToMem(profile, nil, &count)
        var bytes = [UInt8](repeating: 0, count: Int(count))
        cmsSaveProfileToMem(profile, &bytes, &count)
        return bytes
    }
}

/// A PNG's chunks (PNG Specification, 5.3).
private enum PNGChunks {
    /// The file with every chunk's sum put right: a change inside one would be seen by its sum alone, and nothing
    /// behind it be tried.
    static func summedUp(_ bytes: [UInt8]) -> [UInt8] {
        var copy = bytes
        var place = 8
        while place + 12 <= copy.count {
            let length = copy[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
            let end = place + 8 + length
            guard end + 4 <= copy.count else { break }
            let sum = crc(copy[place + 4..<end])
            for byte in 0..<4 {
                copy[end + byte] = UInt8(truncatingIfNeeded: sum >> (24 - 8 * byte))
            }
            place = end + 4
        }
        return copy
    }

    /// CRC-32 (ISO 3309), bit by bit: chunks are short here.
    private static func crc(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        ~bytes.reduce(UInt32.max) { sum, byte in
            (0..<8).reduce(sum ^ UInt32(byte)) { sum, _ in
                sum & 1 == 1 ? 0xEDB8_8320 ^ (sum >> 1) : sum >> 1
            }
        }
    }
}
