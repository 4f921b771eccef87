import CQREncode
import Foundation
import KioskIO
import TestSupport
import Testing

@testable import KioskCore
@testable import StudioKit

/// Codes in files of every kind that a phone saves.
@Suite struct CodeFileTests {
    private let folder: TestFolder

    init() throws { folder = try TestFolder() }

    /// A picture with an alpha channel, drawn by ImageMagick of a code on white.
    private func drawn(_ name: String, _ how: [String]) throws -> (path: String, bytes: [UInt8]) {
        let bytes = Array("https://example.org/?q=1234567890".utf8)
        let matrix = try #require(QRMatrix(bytes, level: QR_ECLEVEL_M))
        let plain = CodeReaderTests.picture(matrix, module: 5)
        try folder.write(PNG.encode(plain.photo), to: "plain.png")
        let path = folder.file(name)
        let run = try Program.run(
            "convert", [folder.file("plain.png")] + how + [path], in: folder)
        try #require(run.status == 0)
        return (path, bytes)
    }

    @Test(
        "a light code on a transparent ground and one of holes in white are read, in each kind that has them",
        arguments: ["png", "webp"])
    func transparent(kind: String) throws {
        let ways = [
            // Dark modules as holes.
            ["-alpha", "set", "-fuzz", "30%", "-transparent", "#141414"],
            // For a dark page: modules white, the rest transparent.
            ["-negate", "-alpha", "set", "-fuzz", "30%", "-transparent", "#0f0f0f"],
            // Dark modules on nothing.
            ["-alpha", "set", "-fuzz", "30%", "-transparent", "#f0f0f0"],
        ]
        for (index, way) in ways.enumerated() {
            let (path, bytes) = try drawn("\(index).\(kind)", way)
            let reading = try CodeFile.read(path, CodeReader())
            #expect(reading.codes.map(\.bytes) == [bytes], "way \(index)")
        }
    }

    @Test(
        "the light code of the folder of faults is read",
        .enabled(if: Corpus.isThere, "\(Corpus.reason)"))
    func fault() throws {
        let reading = try CodeFile.read(
            Corpus.fault("code-white-on-transparent.png"), CodeReader())
        #expect(reading.codes.count == 1)
    }
}
