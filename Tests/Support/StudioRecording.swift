import KioskCore
import KioskIO
import StudioKit

/// Short recordings of the synthetic studio, for runs of the built program: each student's code,
/// an empty studio, and the pose, every picture drawn once and repeated.
public enum StudioRecording {
    /// The settings that go with them: a second's pauses would need many more frames.
    public static let settings = """
        [face]
        landmarks = false
        [booth]
        code_gone = 0.1
        ready_for = 0.1
        stored_shown = 0.0
        """

    /// A Motion-JPEG stream of some students, one after the other.
    public static func motionJPEG(seed: UInt64 = 3, students: Int) throws -> [UInt8] {
        try (0..<students).flatMap { try sitting(seed, $0).flatMap(\.self) }
    }

    /// The frames of one student's sitting.
    public static func sitting(_ seed: UInt64, _ index: Int) throws -> [[UInt8]] {
        var day = StudioDay(seed: seed, students: index + 1)
        while day.currentIndex < index, day.skip() {}
        let empty = try jpeg(day.next())
        // The phone is up and still about a second and a half after the sitting began.
        for _ in 0..<45 { _ = day.skip() }
        let code = try jpeg(day.next())
        let pose = try jpeg(Studio(seed: seed).portrait(of: index))
        return Array(repeating: code, count: 6) + Array(repeating: empty, count: 8)
            + Array(repeating: pose, count: 12)
    }

    private static func jpeg(_ picture: StudioPicture?) throws -> [UInt8] {
        guard let picture else { return [] }
        return try JPEGCodec().encode(picture.photo, quality: 92, subsampling: .half).bytes
    }
}
