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
        let finder = try FaceFinder(landmarkFile: KioskConfig().landmarkFile)
        let frame = try capturedFrame(picture.photo, codec)
        let store = try SessionStore.open(SessionName("bench"), in: Stored.files(folder))
        let maker = PortraitMaker(rule: .chsi)
        var watch = Stopwatch()
        for round in 0..<15 {
            let analysis = try watch.time("live") {
                try FaceAnalysis(of: reduced(frame, codec), scale: 2, finder: finder)
            }
            guard
                let head = analysis.look(.chsi, source: frame.layout.uprightSize).framing.head
            else { return }
            let photo = try watch.time("decode") { try FrameDecoder.photo(of: frame, codec: codec) }
            let portrait = try watch.time("portrait") {
                try maker.portrait(
                    of: photo, head: head, name: "frame", finder: finder, codec: codec)
            }
            try watch.time("store") { _ = try store.add(stored(portrait, frame, round)) }
            let cropped = photo.cropped(to: portrait.crop, scaledTo: portrait.rule.size)
            let jpeg = try watch.time("encode") {
                try codec.encode(
                    cropped, quality: portrait.jpeg.quality, subsampling: portrait.jpeg.subsampling)
            }
            try watch.time("fsync") { try sync(frame.bytes + jpeg.bytes) }
        }
        report(watch)
    }

    private func reduced(_ frame: CapturedFrame, _ codec: borrowing JPEGCodec) throws -> Photo {
        try FrameDecoder.reducedPhoto(
            of: frame, toLongSide: FaceAnalysis.liveLongSide, codec: codec
        ).photo
    }

    private func capturedFrame(_ photo: Photo, _ codec: borrowing JPEGCodec) throws -> CapturedFrame
    {
        let jpeg = try codec.encode(photo, quality: 92, subsampling: .half)
        let layout = FrameLayout(format: .motionJPEG, size: photo.size, stride: 0, encoding: .jfif)
        return CapturedFrame(
            bytes: jpeg.bytes, layout: layout, sequence: 0, time: FrameTime(seconds: 0))
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
        let parts = ["decode", "portrait", "store"]
        let shot = parts.map(watch.median).reduce(0, +)
        let needed = ["decode", "encode", "fsync"]
        let least = needed.map(watch.median).reduce(0, +)
        let live = watch.median("live")
        print("shot: 1920x1080 frame to stored portrait")
        print("  decode, crop and scale and size window, store: \(text(parts, watch))")
        print("  one decode, one encode, one fsync of the same: \(text(needed, watch))")
        print("  ratio \(short(shot / least)) (aim: 5 or less)")
        print(
            "  with that frame's live analysis, done before (\(short(live)) ms): "
                + "\(short((shot + live) / least))\n"
        )
    }

    private func text(_ names: [String], _ watch: Stopwatch) -> String {
        names.map { short(watch.median($0)) }.joined(separator: " + ") + " ms"
    }
}
