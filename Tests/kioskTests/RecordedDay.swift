import Foundation
import TestSupport

/// Days of the built program from a short recording of the synthetic studio.
struct RecordedDay {
    let folder: TestFolder

    private static let recording = Result { try StudioRecording.motionJPEG(students: 4) }

    /// A folder with a recording of four students and the settings for it.
    init() throws {
        folder = try TestFolder()
        try folder.write(Self.recording.get(), to: "day.mjpeg")
        try folder.write(StudioRecording.settings, to: "kiosk.conf")
    }

    /// What `kiosk run` takes for such a day.
    static let arguments = [
        "run", "--auto", "--camera", "day.mjpeg", "--fps", "0", "--session", "day", "--data",
        "data",
    ]

    /// Works the whole day.
    func work() throws -> Program.Run {
        try Program.run(Program.kiosk, Self.arguments, in: folder)
    }

    /// The numbers that were acknowledged on standard error.
    static func acknowledged(_ errors: String) -> [Int] {
        errors.matches(of: /stored as number ([0-9]+)/).compactMap { Int($0.1) }
    }

    /// The numbers of the portraits in a session, by the program itself.
    static func stored(in folder: TestFolder, data: String = "data") throws -> [Int] {
        let run = try Program.kiosk("sessions", "show", "day", "--json", "--data", data, in: folder)
        guard run.status == 0 else { throw Refused(run: run) }
        let session = try JSONDecoder().decode(Session.self, from: Data(run.output.utf8))
        return session.portraits.map(\.sequence)
    }

    private struct Session: Decodable {
        let portraits: [Portrait]
        struct Portrait: Decodable { let sequence: Int }
    }

    /// The program refused what it should have done.
    struct Refused: Error, CustomStringConvertible {
        let run: Program.Run
        var description: String { "status \(run.status): \(run.errors)" }
    }
}
