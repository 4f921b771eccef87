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

        init(pressesAt: Int) { self.pressesAt = pressesAt }

        mutating func keys(_ booth: Booth, at time: FrameTime) -> [BoothKey] {
            seen.count == pressesAt ? [.shootOrAccept] : []
        }

        mutating func show(_ scene: CounterScene) { seen.append(!scene.opening.isEmpty) }

        mutating func tell(_ notice: BoothNotice, at time: FrameTime) {
            notices.append(notice.name)
        }
    }

    /// What an operator sees of a short recording.
    private static func work(_ view: StudioRecording.View, _ reader: inout Reader) throws {
        let folder = try TestFolder()
        let frames = try StudioRecording.frames([(view, 8)]).flatMap(\.self)
        var source = try RecordedFrames(path: folder.write(frames, to: "a.mjpeg"), fps: 0)
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

    @Test("who shoots before a code is told that the code comes first")
    func codeFirst() throws {
        var reader = Reader(pressesAt: 2)
        try Self.work(.empty, &reader)
        #expect(reader.notices == [.codeFirst])
    }
}
