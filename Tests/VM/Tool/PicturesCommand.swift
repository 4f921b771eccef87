import ArgumentParser
import KioskCore
import KioskIO
import StudioKit
import TestSupport

/// `kiosk-lab pictures FOLDER`: JPEGs of the synthetic studio under the names the lab's webcam
/// shows, `NAME-WIDTHxHEIGHT.jpg`, and recordings of one sitting and of a day.
struct PicturesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pictures", abstract: "Draws what a webcam of the lab shows.")

    @Argument var folder: String
    @Option(help: "Students whose sittings are drawn.") var students = 3

    private static let seed: UInt64 = 3

    func run() throws {
        try FileAccess.makeFolder(folder, mode: 0o755)
        try write(.empty, "empty")
        for index in 0..<students {
            try write(.code(index), "code\(index)")
            try write(.pose(index), "pose\(index)")
        }
        for size in ["640x480", "1920x1080"] { try portraits(size) }
        try recording()
    }

    private func write(_ view: StudioRecording.View, _ name: String) throws {
        try write(StudioRecording.jpeg(of: view, seed: Self.seed), "\(name)-1280x720.jpg")
    }

    /// Two students in sizes that a sitting does not need.
    private func portraits(_ size: String) throws {
        guard let parsed = Size(parsing: size) else { return }
        let studio = Studio(seed: Self.seed, size: parsed)
        for index in 0..<2 {
            let photo = studio.portrait(of: index).photo
            let jpeg = try JPEGCodec().encode(photo, quality: 92, subsampling: .half).bytes
            try write(jpeg, "pose\(index)-\(size).jpg")
        }
    }

    /// The first student's sitting, in as few frames as the counter's shortest pauses allow, and a
    /// day of all of them.
    private func recording() throws {
        let sitting: [(StudioRecording.View, Int)] = [(.code(0), 3), (.empty, 5), (.pose(0), 7)]
        let frames = try StudioRecording.frames(sitting, seed: Self.seed)
        try write(frames.flatMap(\.self), "sitting.mjpeg")
        try write(
            StudioRecording.motionJPEG(seed: Self.seed, students: students), "day.mjpeg")
    }

    private func write(_ bytes: [UInt8], _ name: String) throws {
        try FileAccess.write(bytes, to: "\(folder)/\(name)", replacing: true)
    }
}
