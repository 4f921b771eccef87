import Foundation
import KioskCore
import KioskIO
import StudioKit
import TestSupport

/// The share of one core that the counter takes while it waits for a code, 1280×720 Motion-JPEG
/// at 30 frames a second, every second frame read for codes: an even backdrop, and one as noisy as
/// a cheap camera's.
struct WaitingBench {
    private let folder: TestFolder
    private static let seconds = 20
    private static let rate = 30

    init(folder: TestFolder) { self.folder = folder }

    func run() throws {
        print("waiting for a code, 1280×720 MJPG, \(Self.rate) frames a second, \(Self.seconds) s")
        for (name, noise) in [("even", 0), ("noisy", 12)] {
            let bytes = try recording(noise: noise, to: "\(name).mjpeg")
            let use = try use(of: "\(name).mjpeg")
            print(
                "  \(name) (\(bytes / 1000) kB a frame): \(short(use.share * 100)) % of one core, "
                    + "\(use.allocations) allocations of 32 kB or more in \(use.frames) frames")
        }
        print("")
    }

    /// Writes a recording of the empty studio; the result is a frame's mean length in bytes.
    private func recording(noise: Int, to name: String) throws -> Int {
        var dice = Dice(3)
        let codec = try JPEGCodec()
        var day = StudioDay(seed: 3, students: 1)
        guard let empty = day.next()?.photo else { throw KioskError(.bug, "studio") }
        let frames = try (0..<10).map { _ in
            try codec.encode(
                Self.noisy(empty, noise, &dice), quality: 88, subsampling: .half
            ).bytes
        }
        let count = Self.seconds * Self.rate
        try folder.write((0..<count).flatMap { frames[$0 % frames.count] }, to: name)
        return frames.reduce(0) { $0 + $1.count } / frames.count
    }

    private static func noisy(_ photo: Photo, _ noise: Int, _ dice: inout Dice) -> Photo {
        guard noise > 0 else { return photo }
        let pixels = photo.pixels.map { level in
            UInt8(clamping: Int(level) + Int.random(in: -noise...noise, using: &dice))
        }
        return Photo(size: photo.size, pixels: pixels)
    }

    private struct Use {
        var share: Double
        var allocations: Int
        var frames: Int
    }

    /// What a counter takes, without the start, in which the face finder's file is read.
    private func use(of name: String) throws -> Use {
        try folder.write([UInt8](repeating: 0, count: 8), to: "count")
        let running = try Program.start(
            Program.kiosk,
            [
                "run", "--screen", "none", "--camera", name, "--fps", "\(Self.rate)", "--session",
                name, "--data", "data",
            ], in: folder,
            environment: [
                "LD_PRELOAD": try counter(), "KIOSK_ALLOCATIONS": folder.file("count"),
            ])
        guard running.waits(for: "Please show your code") else { throw KioskError(.bug, "run") }
        sleep(4)
        let (begin, before) = (WallClock.monotonic(), try Self.processorTime(of: running.id))
        let counted = try allocations()
        sleep(UInt32(Self.seconds - 8))
        let spent = try Self.processorTime(of: running.id) - before
        let seconds = Double(WallClock.monotonic() - begin) / 1e9
        let use = Use(
            share: spent / seconds, allocations: try allocations() - counted,
            frames: Int(seconds * Double(Self.rate)))
        running.signal(SIGTERM)
        _ = try running.wait()
        return use
    }

    private func allocations() throws -> Int {
        try folder.bytes("count").withUnsafeBytes { Int($0.loadUnaligned(as: UInt64.self)) }
    }

    /// Builds the library that counts, with the toolchain's own compiler.
    private func counter() throws -> String {
        let source = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("allocations.c").path
        let library = folder.file("allocations.so")
        try Tool(command: ["/usr/bin/cc", "-O2", "-shared", "-fPIC", "-o", library, source]).run()
        return library
    }

    /// User and system time of a process, seconds (proc(5), `stat`, fields 14 and 15).
    private static func processorTime(of process: Int32) throws -> Double {
        let stat = try String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
        let fields = stat.split(separator: ")").last?.split(separator: " ") ?? []
        guard fields.count > 12, let user = Double(fields[11]), let system = Double(fields[12])
        else { throw KioskError(.bug, "stat") }
        return (user + system) / Double(sysconf(Int32(_SC_CLK_TCK)))
    }
}
