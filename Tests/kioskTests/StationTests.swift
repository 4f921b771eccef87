import KioskCore
import KioskIO
import TestSupport
import Testing

@testable import kiosk

struct StationTests {
    /// An operator who reads what is said at the opening and presses a key after a while.
    private struct Reader: Operating {
        let pressesAt: Int
        private(set) var seen: [Bool] = []
        private(set) var notices: [BoothNotice.Name] = []
        /// The scenes, in their order.
        private(set) var scenes: [CounterScene] = []

        init(pressesAt: Int) { self.pressesAt = pressesAt }

        mutating func keys(_ booth: Booth, at time: FrameTime) -> [BoothKey] {
            seen.count == pressesAt ? [.shootOrAccept] : []
        }

        mutating func show(_ scene: CounterScene) {
            seen.append(!scene.opening.isEmpty)
            scenes.append(scene)
        }

        mutating func tell(_ notice: BoothNotice, at time: FrameTime) {
            notices.append(notice.name)
        }
    }

    /// What an operator sees of a short recording.
    private static func work(_ view: StudioRecording.View, _ reader: inout Reader, fps: Int = 0)
        throws
    {
        let folder = try TestFolder()
        let frames = try StudioRecording.frames([(view, 8)]).flatMap(\.self)
        var source = try RecordedFrames(path: folder.write(frames, to: "a.mjpeg"), fps: fps)
        var station = try Station(
            in: folder, opening: [Phrase(zh: "未导出", en: "not exported")])
        _ = try station.work(from: &source, with: &reader)
    }

    @Test("what the morning has to say stands there until the first key")
    func untilAKey() throws {
        var reader = Reader(pressesAt: 4)
        try Self.work(.empty, &reader)
        #expect(reader.seen == [true, true, true, true, false, false, false, false])
    }

    @Test("what the morning has to say gives way to the first code")
    func untilACode() throws {
        var reader = Reader(pressesAt: .max)
        try Self.work(.code(0), &reader)
        #expect(reader.seen.first == true && reader.seen.last == false)
        #expect(reader.notices == [.codeRead])
    }

    @Test(
        "the day that was to end with its disc does not end over a student who came, nor over what is on none"
    )
    func endsWithItsDisc() throws {
        let time = FrameTime(seconds: 1)
        let written = Export.Written(
            paths: ["a.iso"], portraits: 1, bytes: 1, renamed: 0, isOpenToAll: false, isNoted: true,
            broken: [])
        for (hasStudent, hasMore) in [(false, false), (true, false), (false, true)] {
            let folder = try TestFolder()
            var (station, reader) = (try Station(in: folder), Reader(pressesAt: .max))
            if hasMore { _ = try station.store.add(Stored.portrait(0)) }
            let codes = hasStudent ? [try Stored.portrait(1).sitting.code] : []
            for _ in 0..<2 {
                station.step(.observed(Observation(time: time, codes: codes)), at: time, &reader)
            }
            station.closesAfterExport = true
            station.tellExported(.success(written), at: time, &reader)
            #expect(station.isClosed == !(hasStudent || hasMore))
            #expect((station.booth.question?.name == .endOfDay) == hasMore)
            #expect((station.booth.sitting != nil) == hasStudent)
            withExtendedLifetime(folder) {}
        }
    }

    @Test("who shoots before a code is told that the code comes first")
    func codeFirst() throws {
        var reader = Reader(pressesAt: 2)
        try Self.work(.empty, &reader)
        #expect(reader.notices == [.codeFirst])
    }

    @Test("a camera's counter says that it gets ready until it has looked, and not afterwards")
    func preparing() throws {
        var reader = Reader(pressesAt: .max)
        try Self.work(.empty, &reader, fps: 30)
        let said = reader.scenes.map { Guidance($0).headline.en.hasPrefix("Getting ready") }
        #expect(said.first == true)
        #expect(!said.drop { $0 }.contains(true), "\(said)")
    }

    @Test("a student sees the stored portrait until the seat is empty, and nobody else does")
    func storedPortrait() throws {
        let folder = try TestFolder()
        try folder.write(StudioRecording.motionJPEG(students: 2), to: "a.mjpeg")
        var settings = BoothSettings()
        (settings.isAutomatic, settings.codeGone, settings.readyFor) = (true, 0.1, 0.1)
        (settings.storedShown, settings.sittingLimit, settings.absence) = (0, 600, 30)
        var station = try Station(in: folder, settings)
        var source = try RecordedFrames(path: folder.file("a.mjpeg"), fps: 0)
        var reader = Reader(pressesAt: .max)
        #expect(try station.work(from: &source, with: &reader).stored == 2)
        let shown = reader.scenes.filter { $0.stored != nil }
        #expect(Set(shown.compactMap(\.stored)).count == 2)
        #expect(
            shown.allSatisfy {
                $0.booth.sitting == nil && $0.booth.isSeatWatched || $0.booth.state.name == .stored
            })
        #expect(reader.scenes.contains { $0.isShotTaken })
        #expect(reader.scenes.allSatisfy { !$0.isShotTaken || $0.booth.state.name == .shooting })
    }

    /// A recording as a device that can be changed for another.
    private struct ChangeableFrames: FrameSource, ~Copyable {
        var recorded: RecordedFrames
        let name = "a"
        let isLive = false
        private(set) var devices: [String] = []
        let fault: KioskError.Code
        var report: CameraReport? {
            let mode = CameraOffer(
                format: .motionJPEG, size: Size(width: 640, height: 480), rate: 0)
            return CameraReport(asked: mode, given: mode, health: CameraHealth())
        }

        init(_ recorded: consuming RecordedFrames, fault: KioskError.Code) {
            self.fault = fault
            self.recorded = recorded
        }

        mutating func change(to device: String) throws(KioskError) {
            devices.append(device)
            throw KioskError(fault, device)
        }

        mutating func withFrame<Result>(_ body: (borrowing Frame) -> Result) throws(KioskError)
            -> NextFrame<Result>
        {
            try recorded.withFrame(body)
        }
    }

    /// An operator who has changed a display by the window itself.
    private struct Changer: Operating {
        private(set) var notices: [BoothNotice.Name] = []
        private var changes = [ConfigChange("screen.student_display", .text("B 10"))]

        mutating func keys(_ booth: Booth, at time: FrameTime) -> [BoothKey] { [] }
        mutating func show(_ scene: CounterScene) {}
        mutating func tell(_ notice: BoothNotice, at time: FrameTime) {
            notices.append(notice.name)
        }
        mutating func takeChanges() -> [ConfigChange] {
            defer { changes = [] }
            return changes
        }
    }

    @Test(
        "another camera is taken once it is saved, one that cannot be used is told; displays are kept",
        arguments: [.cameraBusy, .cameraControl, .configRange] as [KioskError.Code])
    func changes(fault: KioskError.Code) throws {
        let folder = try TestFolder()
        let frames = try StudioRecording.frames([(.empty, 4)]).flatMap(\.self)
        let path = try folder.write(frames, to: "a.mjpeg")
        var source = ChangeableFrames(try RecordedFrames(path: path, fps: 0), fault: fault)
        try folder.write("# ours\n", to: "kiosk.conf")
        var station = try Station(in: folder, configFile: folder.file("kiosk.conf"))
        var changer = Changer()
        let change = ConfigChange("camera.source", .text("/dev/other"))
        try station.savePreferences([change], at: FrameTime(nanoseconds: 0), &changer)
        _ = try station.work(from: &source, with: &changer)
        #expect(source.devices == ["/dev/other"])
        #expect(changer.notices.contains(.cameraLost) && changer.notices.contains(.cameraBack))
        let kept = try String(decoding: folder.bytes("kiosk.conf"), as: UTF8.self)
        #expect(kept.contains("/dev/other") && kept.contains("B 10") && kept.contains("# ours"))
    }
}
