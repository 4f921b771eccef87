import Foundation
import KioskCore
import KioskIO
import StudioKit
import TestSupport

/// A shot, from the camera's 1920×1080 frame to the stored portrait, as a multiple of what nobody
/// can do without: one decode of that frame, one encode of the portrait, and one fsync of the same
/// bytes.
struct ShotBench {
    let folder: TestFolder

    func run() throws {
        let picture = Studio(seed: 3, size: Size(width: 1920, height: 1080)).portrait(of: 1)
        let codec = try JPEGCodec()
        var desk = try AnalystDesk(rule: .chsi)
        let store = try SessionStore.open(SessionName("bench"), in: Stored.files(folder))
        let bytes = try codec.encode(picture.photo, quality: 92, subsampling: .half).bytes
        var watch = Stopwatch()
        var last: ShotParts?
        for round in 0..<15 {
            let frames = (0..<2).map { frame(bytes, picture.photo.size, 2 * round + $0) }
            let seen = try watch.time("live") {
                try frames[0].withFrame {
                    try desk.observe($0, Booth.Interest(codes: false, phones: false, faces: true))
                }
            }
            guard let head = seen.framing?.head, let grade = seen.grade else { return }
            let shots = frames.map { Burst.Shot(frame: $0, head: head, grade: grade, faces: 1) }
            let (portrait, original) = try watch.time("portrait") { try desk.portrait(of: shots) }
            try watch.time("store") { _ = try store.add(stored(portrait, original, round)) }
            let photo = try watch.time("decode") {
                try FrameDecoder.photo(of: original, codec: codec)
            }
            let cropped = photo.cropped(to: portrait.crop, scaledTo: portrait.rule.size)
            let jpeg = try watch.time("encode") {
                try encode(cropped, as: portrait.jpeg, codec)
            }
            try watch.time("fsync") { try sync(original.bytes + jpeg.bytes) }
            last = ShotParts(frame: original, portrait: portrait)
        }
        report(watch)
        print("  its parts, each by itself, on two threads in the shot:")
        try last?.run()
        print("")
    }

    private func encode(
        _ picture: Photo, as jpeg: JPEG, _ codec: borrowing JPEGCodec
    ) throws -> JPEG {
        let tables =
            JPEGHeader(parsing: jpeg.bytes)?.tables ?? QuantisationTables(quality: jpeg.quality)
        return try codec.encode(picture, tables, subsampling: jpeg.subsampling)
    }

    private func frame(_ bytes: [UInt8], _ size: Size, _ sequence: Int) -> CapturedFrame {
        let layout = FrameLayout(format: .motionJPEG, size: size, stride: 0, encoding: .jfif)
        return CapturedFrame(
            bytes: bytes, layout: layout, sequence: sequence,
            time: FrameTime(seconds: Double(sequence) / 10))
    }

    private func stored(_ portrait: Portrait, _ frame: CapturedFrame, _ round: Int) -> NewPortrait {
        let code = CaptureCode(bytes: Array("bench \(round)".utf8), reader: "zbar")
        let sitting = Sitting(code: code, openedAt: FrameTime(seconds: 0))
        return NewPortrait(
            sitting: sitting, portrait: portrait, original: frame, takenAt: WallClock.now())
    }

    private func sync(_ bytes: [UInt8]) throws {
        let file = open(folder.file("sync"), O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        defer { close(file) }
        _ = bytes.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
        fsync(file)
    }

    private func report(_ watch: Stopwatch) {
        let parts = ["portrait", "store"]
        let shot = parts.map(watch.median).reduce(0, +)
        let needed = ["decode", "encode", "fsync"]
        let least = needed.map(watch.median).reduce(0, +)
        let live = watch.median("live")
        print("shot: 1920x1080 frame to stored portrait")
        print("  look for damage, decode, crop, scale, size window; store: \(text(parts, watch))")
        print("  one decode, one encode, one fsync of the same: \(text(needed, watch))")
        print("  ratio \(short(shot / least)) (aim: 4 or less)")
        print(
            "  with that frame's live analysis, done before (\(short(live)) ms): "
                + "\(short((shot + live) / least))"
        )
    }

    private func text(_ names: [String], _ watch: Stopwatch) -> String {
        names.map { short(watch.median($0)) }.joined(separator: " + ") + " ms"
    }
}
