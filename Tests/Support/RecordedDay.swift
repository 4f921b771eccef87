import Foundation

/// Days of the built program from a short recording of the synthetic studio.
public struct RecordedDay {
    /// Where the day is worked.
    public let folder: TestFolder

    private static let recording = Result { try StudioRecording.motionJPEG(students: 4) }

    /// A folder with a recording of four students and the settings for it.
    public init() throws {
        folder = try TestFolder()
        try folder.write(Self.recording.get(), to: "day.mjpeg")
        try folder.write(StudioRecording.settings, to: Program.settings)
    }

    /// What `kiosk run` takes for such a day.
    public static let arguments = [
        "run", "--auto", "--camera", "day.mjpeg", "--fps", "0", "--session", "day", "--data",
        "data",
    ]

    /// Works the whole day.
    public func work() throws -> Program.Run {
        try Program.run(Program.kiosk, Self.arguments, in: folder)
    }

    /// The numbers that were acknowledged on standard error.
    public static func acknowledged(_ errors: String) -> [Int] {
        errors.matches(of: /stored as number ([0-9]+)/).compactMap { Int($0.1) }
    }

    /// The numbers of the portraits in a session, by the program itself.
    public static func stored(in folder: TestFolder, data: String = "data") throws -> [Int] {
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
    public struct Refused: Error, CustomStringConvertible {
        let run: Program.Run

        /// That run.
        public init(run: Program.Run) { self.run = run }

        /// Its status and what it said.
        public var description: String { "status \(run.status): \(run.errors)" }
    }
}
