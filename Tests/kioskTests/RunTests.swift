import TestSupport
import Testing

struct RunTests {
    @Test("a day from a recording stores every student and ends with status 0")
    func day() throws {
        let day = try RecordedDay()
        let run = try day.work()
        #expect(run.status == 0, "\(run.errors)")
        #expect(RecordedDay.acknowledged(run.errors) == [1, 2, 3, 4])
        #expect(try RecordedDay.stored(in: day.folder) == [1, 2, 3, 4])
    }

    @Test("a session resumed under its name goes on with the next number")
    func resumed() throws {
        let day = try RecordedDay()
        _ = try day.work()
        try day.folder.write(StudioRecording.motionJPEG(seed: 4, students: 2), to: "day.mjpeg")
        #expect(RecordedDay.acknowledged(try day.work().errors) == [5, 6])
    }

    @Test("alone, students whose portrait is there are turned away, and told so")
    func again() throws {
        let day = try RecordedDay()
        _ = try day.work()
        let run = try day.work()
        #expect(run.status == 0)
        #expect(RecordedDay.acknowledged(run.errors).isEmpty)
        #expect(run.errors.matches(of: /This student was photographed at/).count == 4)
        #expect(try RecordedDay.stored(in: day.folder) == [1, 2, 3, 4])
    }
}
