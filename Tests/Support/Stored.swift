public import KioskCore
public import KioskIO
import StudioKit
import Synchronization

/// Portraits of drawn students, for tests of what happens after the shot.
public enum Stored {
    /// A portrait of a drawn student, ready to be stored. The picture is small and quickly made;
    /// the head is where the drawing says.
    public static func portrait(_ index: Int, seed: UInt64 = 1, number: Bool = true) throws
        -> NewPortrait
    {
        let key = Drawn(seed: seed, index: index)
        var new = try drawn.withLock { $0[key] } ?? draw(index, seed)
        drawn.withLock { $0[key] = new }
        if number { new.sitting.idNumber = IDNumber(Student(seed: seed, index: index).idNumber) }
        return new
    }

    private struct Drawn: Hashable {
        let seed: UInt64
        let index: Int
    }

    /// Every student is drawn once, however many tests store the portrait.
    private static let drawn = Mutex<[Drawn: NewPortrait]>([:])

    private static func draw(_ index: Int, _ seed: UInt64) throws -> NewPortrait {
        let student = Student(seed: seed, index: index)
        let picture = Studio(seed: seed).portrait(of: index)
        let crop = Rect(x: 379, y: 10, width: 522, height: 696)
        let codec = try JPEGCodec()
        let original = try codec.encode(picture.photo, quality: 92, subsampling: .half)
        let finished = try codec.decode(original.bytes, name: "original").cropped(
            to: crop, scaledTo: PortraitRule.chsi.size)
        let jpeg = try codec.encode(finished, into: SizeWindow(.chsi)).tagged(dpi: 300)
        var head = HeadGeometry(
            hairTop: 80, leftEye: Point(x: 190, y: 250), rightEye: Point(x: 290, y: 250),
            chin: Point(x: 240, y: 430), faceLeft: 130, faceRight: 350)
        if case .person(let truth, _) = picture.truth {
            head = truth.head.mapped(from: crop, to: PortraitRule.chsi.size)
        }
        let portrait = Portrait(
            rule: .chsi, crop: crop, head: head, checks: PortraitRule.chsi.checks(of: head),
            jpeg: jpeg, pixelDigest: SHA256.hex(finished.pixels))
        var sitting = Sitting(
            code: CaptureCode(bytes: student.code, reader: "zbar"), openedAt: FrameTime(seconds: 1))
        sitting.attempts = [
            Attempt(seconds: 3, outcome: .retaken, verdict: .fail),
            Attempt(seconds: 6.5, outcome: .accepted, verdict: .pass),
        ]
        let layout = FrameLayout(
            format: .motionJPEG, size: picture.photo.size, stride: 0, encoding: .jfif)
        let frame = CapturedFrame(
            bytes: original.bytes, layout: layout, sequence: 7, time: FrameTime(seconds: 6.5))
        let taken = ShotTime(
            unixMilliseconds: 1_795_476_307_000 + Int64(index) * 9_000, utcOffset: 28_800)
        return NewPortrait(sitting: sitting, portrait: portrait, original: frame, takenAt: taken)
    }

    /// A session with that many portraits in a folder.
    @discardableResult
    public static func session(_ name: String, _ count: Int, in folder: TestFolder) throws
        -> SessionStore
    {
        let store = try SessionStore.open(SessionName(name), in: files(folder))
        for index in 0..<count { _ = try store.add(portrait(index)) }
        return store
    }

    /// The sessions of a folder.
    public static func files(_ folder: TestFolder) -> SessionFiles {
        SessionFiles(named: folder.path, config: KioskConfig())
    }
}
