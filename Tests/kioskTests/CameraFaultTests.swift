import KioskCore
import KioskIO
import StudioKit
import TestSupport
import Testing

/// A recorded day of four students whose camera fails: each shows a code for frames 0 to 5 of 26,
/// is not there until 13, and poses until 25.
struct CameraFaultTests {
    /// Faults, and whose portraits are stored all the same.
    struct Case: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let faults: String
        let stored: [Int]
        var says: [String] = []
    }

    private static func frames(_ frames: ClosedRange<Int>, _ fault: String) -> String {
        frames.map { "\($0) \(fault)" }.joined(separator: "\n")
    }

    private static let gone = ["is gone; looking for it", "the camera is back"]

    private static let cases = [
        Case(
            testDescription: "pulled out while a code is shown", faults: "28 unplug 0.03",
            stored: [0, 1, 2, 3], says: gone),
        Case(
            testDescription: "pulled out after the code", faults: "36 unplug 0.03",
            stored: [0, 2, 3], says: gone),
        Case(
            testDescription: "pulled out during a pose", faults: "42 unplug 0.1",
            stored: [0, 2, 3], says: gone),
        Case(
            testDescription: "pulled out for a whole student", faults: "30 unplug 0.7",
            stored: [0, 2, 3], says: gone),
        Case(
            testDescription: "silent during a pose", faults: "42 silent 0.1", stored: [0, 2, 3],
            says: ["sends no pictures", "the camera is back"]),
        Case(
            testDescription: "pulled out with the last frame", faults: "103 unplug 1",
            stored: [0, 1, 2, 3]),
        Case(
            testDescription: "single frames flagged, empty and cut short",
            faults: "41 error\n43 empty\n44 short 50\n66 short 0", stored: [0, 1, 2, 3]),
        Case(
            testDescription: "every frame of a pose cut short", faults: frames(40...51, "short 60"),
            stored: [0, 2, 3]),
        Case(
            testDescription: "every frame of two students cut short",
            faults: frames(26...77, "short 60"), stored: [0, 3],
            says: ["pictures all arrive damaged"]),
    ]

    @Test(
        "a camera that fails costs the sitting under way at most, never the day", arguments: cases)
    func faults(_ one: Case) throws {
        let day = try RecordedDay()
        try day.folder.write(one.faults, to: "day.mjpeg.faults")
        let run = try day.work()
        #expect(run.status == 0, "\(run.errors)")
        for text in one.says { #expect(run.errors.contains(text), "\(run.errors)") }
        let store = try SessionStore.read(
            SessionName("day"), in: Stored.files(TestFolder(at: day.folder.file("data"))))
        let codes = try store.portraits().map(\.code)
        #expect(codes == one.stored.map { Student(seed: 3, index: $0).code })
    }

    @Test("the log says what became of the frames, and nothing else")
    func log() throws {
        let day = try RecordedDay()
        try day.folder.write("3 error\n4 empty\n42 unplug 0.1", to: "day.mjpeg.faults")
        _ = try day.work()
        let log = String(decoding: try day.folder.bytes("data/kiosk.log"), as: UTF8.self)
        let last = try #require(log.split(separator: "\n").last { $0.contains("\"camera\"") })
        for part in ["\"flagged\":1", "\"empty\":1", "\"reopened\":1", "\"format\":\"MJPG\""] {
            #expect(last.contains(part), "\(last)")
        }
        #expect(log.contains("\"cameraLost\"") && log.contains("\"cameraBack\""))
    }

    /// A sitting as a camera delivers it that has to be turned to stand upright.
    private static func sitting(mounted mount: CameraMount) throws -> [UInt8] {
        let back: [CameraMount: CameraMount] = [
            .upright: .upright, .quarter: .threeQuarters, .half: .half, .threeQuarters: .quarter,
        ]
        let codec = try JPEGCodec()
        let views: [(StudioRecording.View, Int)] = [(.code(0), 6), (.empty, 8), (.pose(0), 12)]
        return try views.flatMap { view, count in
            let upright = try codec.decode(StudioRecording.jpeg(of: view), name: "view")
            var turned = Photo()
            turned.refill(turning: upright, by: try #require(back[mount]))
            let jpeg = try codec.encode(turned, quality: 92, subsampling: .half)
            return Array(repeating: jpeg.bytes, count: count).flatMap(\.self)
        }
    }

    @Test("a camera on its side takes the same portraits", arguments: CameraMount.allCases)
    func mounted(mount: CameraMount) throws {
        let folder = try TestFolder()
        try folder.write(Self.sitting(mounted: mount), to: "day.mjpeg")
        try folder.write(
            StudioRecording.settings + "\n[camera]\nmount = \(mount.rawValue)\n",
            to: Program.settings)
        let run = try Program.run(Program.kiosk, RecordedDay.arguments, in: folder)
        #expect(RecordedDay.acknowledged(run.errors) == [1], "\(run.errors)")
        let store = try SessionStore.read(
            SessionName("day"), in: Stored.files(TestFolder(at: folder.file("data"))))
        #expect(try store.portraits().map(\.code) == [Student(seed: 3, index: 0).code])
        #expect(try store.original(1).layout.mount == mount)
        let original = try FrameDecoder.photo(of: store.original(1), codec: JPEGCodec())
        #expect(original.width > original.height, "upright")
    }

    /// Half an hour of small gray pictures, of which one is taken and the camera is lost with the
    /// next: a machine that is slow to begin passes some over.
    private static func writeLongRecording(in folder: TestFolder) throws {
        let size = Size(width: 160, height: 120)
        let gray = Photo(size: size, pixels: [UInt8](repeating: 128, count: 3 * 160 * 120))
        let jpeg = try JPEGCodec().encode(gray, quality: 50, subsampling: .half).bytes
        try folder.write((0..<3600).flatMap { _ in jpeg }, to: "long.mjpeg")
        try folder.write(frames(1...3599, "unplug 3600"), to: "long.mjpeg.faults")
    }

    @Test("while the camera is away keys and questions go on")
    func keys() throws {
        let day = try RecordedDay()
        try Stored.session("day", 1, in: TestFolder(at: day.folder.file("data")))
        try Self.writeLongRecording(in: day.folder)
        let terminal = try PseudoTerminal(
            Program.kiosk,
            [
                "run", "--screen", "none", "--camera", "long.mjpeg", "--fps", "2", "--session",
                "day", "--data", "data",
            ], in: day.folder)
        var person = OperatorAtTerminal(terminal)
        try person.sees("looking for it", then: "q")
        try person.sees("not been exported", then: "1")
        #expect(terminal.wait() == 0)
        #expect(terminal.output.contains("1 exported"), "the answer was not heard")
    }

    @Test("a script of faults that is none is named")
    func broken() throws {
        let day = try RecordedDay()
        try day.folder.write("3 dance", to: "day.mjpeg.faults")
        let run = try day.work()
        #expect(run.status == 65 && run.errors.contains("day.mjpeg.faults"))
    }
}
