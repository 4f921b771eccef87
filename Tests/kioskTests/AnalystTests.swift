import KioskIO
import Testing

@testable import KioskCore
@testable import StudioKit
@testable import kiosk

struct AnalystTests {
    private static let studio = Studio(seed: 77)

    /// A student who sits so far away that the face is `share` as wide as it should be.
    private static func frame(of index: Int, share: Double, sequence: Int = 0) throws
        -> CapturedFrame
    {
        let student = Student(seed: 77, index: index)
        var place = studio.goodPlace(student.look)
        place.width *= share
        let picture = studio.person(
            student.look, place, Expression(), isPosed: true, frame: sequence)
        let jpeg = try JPEGCodec().encode(picture.photo, quality: 90, subsampling: .half)
        return CapturedFrame(
            bytes: jpeg.bytes,
            layout: FrameLayout(
                format: .motionJPEG, size: picture.photo.size, stride: 0, encoding: .jfif),
            sequence: sequence, time: FrameTime(seconds: Double(sequence) * 0.1))
    }

    private static func framing(_ frame: CapturedFrame, by analyst: Analyst) -> Framing? {
        analyst.post(.observe(frame, Booth.Interest(codes: false, phones: false, faces: true)))
        guard case .observed(let seen, _) = analyst.waitForAnswer() else { return nil }
        return seen.framing
    }

    @Test(
        "who sits too far away is told to come closer, not taken for gone",
        arguments: [(3, 0.66), (113, 0.66), (223, 0.66), (333, 0.66), (3, 0.5), (223, 0.5)])
    func farAway(index: Int, share: Double) throws {
        let analyst = Analyst(rule: .chsi)
        defer { analyst.stop() }
        guard
            case .move(.comeCloser, _) = Self.framing(
                try Self.frame(of: index, share: share), by: analyst)
        else {
            Issue.record("student \(index) at \(share)")
            return
        }
    }

    @Test("a dark face with a gray beard is somebody's")
    func dark() throws {
        let analyst = Analyst(rule: .chsi)
        defer { analyst.stop() }
        let framing = Self.framing(try Self.frame(of: 333, share: 1), by: analyst)
        #expect(framing?.head != nil)
    }

    @Test("a second face that the picture's edge cuts is seen within a few looks")
    func cutFace() throws {
        let analyst = Analyst(rule: .chsi)
        defer { analyst.stop() }
        let fault = StudioFault(name: .secondPerson, size: 0.5)
        let drawn = Self.studio.portrait(of: 3, fault: fault).photo
        let jpeg = try JPEGCodec().encode(drawn, quality: 90, subsampling: .half)
        let layout = FrameLayout(
            format: .motionJPEG, size: drawn.size, stride: 0, encoding: .jfif)
        let looks = (0..<17).map { index in
            let frame = CapturedFrame(
                bytes: jpeg.bytes, layout: layout, sequence: index,
                time: FrameTime(seconds: Double(index) / 30))
            return Self.framing(frame, by: analyst)
        }
        guard case .flawed(let check, _, _) = looks.last ?? nil else {
            Issue.record("\(String(describing: looks.last))")
            return
        }
        #expect(check.name == "faces" && check.value == 2)
    }

    @Test("a frame's storage is used again for the next one")
    func storage() throws {
        let analyst = Analyst(rule: .chsi)
        defer { analyst.stop() }
        let bytes = try Self.frame(of: 0, share: 1).bytes
        var spare: CapturedFrame?
        var places: Set<UnsafeRawPointer?> = []
        for index in 0..<8 {
            let layout = FrameLayout(
                format: .motionJPEG, size: Size(width: 1280, height: 720), stride: 0,
                encoding: .jfif)
            let copy = bytes.withUnsafeBytes {
                Frame(
                    bytes: $0, layout: layout, sequence: index,
                    time: FrameTime(seconds: Double(index))
                ).captured(reusing: &spare)
            }
            places.insert(copy.bytes.withUnsafeBytes { $0.baseAddress })
            analyst.post(.observe(copy, Booth.Interest(codes: true, phones: true, faces: true)))
            if case .observed(_, let frame) = analyst.waitForAnswer() { spare = frame }
        }
        #expect(places.count <= 2, "two at most: one looked at, one being filled")
    }
}
