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

    @Test("the next day under the same name goes on with the next number")
    func resumed() throws {
        let day = try RecordedDay()
        _ = try day.work()
        #expect(RecordedDay.acknowledged(try day.work().errors) == [5, 6, 7, 8])
    }
}
