import KioskCore
import TestSupport
import Testing

@testable import StudioKit

struct StudioDayTests {
    /// What a day shows, frame by frame, in small pictures.
    private static func truths(seed: UInt64, students: Int) -> [(student: Int, truth: SceneTruth)] {
        var day = StudioDay(seed: seed, students: students, size: Size(width: 640, height: 480))
        var truths: [(Int, SceneTruth)] = []
        while let picture = day.next() { truths.append((day.currentIndex, picture.truth)) }
        return truths
    }

    @Test("each sitting shows its own student's code, then nobody, then the student")
    func order() {
        for (index, sitting) in Dictionary(
            grouping: Self.truths(seed: 2, students: 3), by: \.student)
        {
            var kinds: [String] = []
            for (_, truth) in sitting {
                let kind: String
                switch truth {
                case .empty: kind = "empty"
                case .code(let code):
                    kind = "code"
                    #expect(code == Student(seed: 2, index: index).code)
                case .person(_, let isPosed): kind = isPosed ? "posed" : "person"
                }
                if kinds.last != kind { kinds.append(kind) }
            }
            #expect(kinds.starts(with: ["empty", "code", "empty", "person", "posed"]))
        }
    }

    @Test("a frame that is passed over changes nothing of the next one")
    func skipped() {
        var drawn = StudioDay(seed: 4, students: 1)
        var passed = StudioDay(seed: 4, students: 1)
        for _ in 0..<50 {
            _ = drawn.next()
            _ = passed.skip()
        }
        #expect(drawn.next()?.photo == passed.next()?.photo)
    }

    @Test("a posed student keeps still enough to be shot, and stays long enough")
    func still() throws {
        var day = StudioDay(seed: 6, students: 1)
        var heads: [HeadGeometry] = []
        while let picture = day.next() {
            if case .person(let truth, true) = picture.truth { heads.append(truth.head) }
        }
        #expect(heads.count >= 4 * StudioDay.framesPerSecond)
        let middles = heads.map(\.middle)
        #expect((middles.max() ?? 0) - (middles.min() ?? 0) < 0.03 * heads[0].faceWidth)
    }

    @Test("students' numbers have the right form and check, and fit their codes")
    func numbers() throws {
        for index in 0..<200 {
            let student = Student(seed: 5, index: index)
            let number = try #require(IDNumber(student.idNumber))
            #expect(number.hasRightCheck)
            let fields = CodeFields(parsing: student.code)
            #expect((fields.form == .opaque) == student.hasOpaqueCode)
            if let mask = fields.maskedNumber { #expect(Mask.matches(mask, number.text)) }
        }
    }

    @Test(
        "of each five students one sits too far at first, one stays longer, one has an opaque code")
    func roles() {
        let students = (0..<5).map { Student(seed: 1, index: $0) }
        #expect(students.map(\.sitsTooFar) == [false, true, false, false, false])
        #expect(students.map(\.staysLonger) == [false, false, true, false, false])
        #expect(students.map(\.hasOpaqueCode) == [false, false, false, true, false])
    }
}
