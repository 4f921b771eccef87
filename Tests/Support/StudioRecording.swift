import KioskCore
import KioskIO
import StudioKit
import Synchronization

/// Short recordings of the synthetic studio, for runs of the built program: each student's code,
/// an empty studio, and the pose, every picture drawn once and repeated.
public enum StudioRecording {
    /// A camera whose students come for longer than a test waits for anything (`Patience`), as quickly as people do.
    public static let lastingCamera = "studio:3:200"

    /// The settings that go with them: a second's pauses would need many more frames, and what a
    /// busy machine takes for a sitting is no student's fault.
    public static let settings = """
        [booth]
        code_gone = 0.1
        ready_for = 0.1
        stored_shown = 0.0
        sitting_limit = 600.0
        absence = 30.0
        """

    /// A Motion-JPEG stream of some students, one after the other.
    public static func motionJPEG(seed: UInt64 = 3, students: Int) throws -> [UInt8] {
        try (0..<students).flatMap { try sitting(seed, $0).flatMap(\.self) }
    }

    /// The frames of one student's sitting.
    public static func sitting(_ seed: UInt64, _ index: Int) throws -> [[UInt8]] {
        try frames([(.code(index), 6), (.empty, 8), (.pose(index), 12)], seed: seed)
    }

    /// What the camera sees.
    public enum View: Hashable, Sendable {
        /// The empty studio.
        case empty
        /// A student's code.
        case code(Int)
        /// Two students' codes side by side.
        case codes(Int, Int)
        /// A student in pose.
        case pose(Int)
    }

    /// Views, each for so many frames.
    public static func frames(_ views: [(View, Int)], seed: UInt64 = 3) throws -> [[UInt8]] {
        try views.flatMap { view, count in
            Array(repeating: try jpeg(of: view, seed: seed), count: count)
        }
    }

    private struct Drawn: Hashable {
        let view: View
        let seed: UInt64
    }

    private static let drawn = Mutex<[Drawn: [UInt8]]>([:])

    /// A view as a JPEG, drawn once.
    public static func jpeg(of view: View, seed: UInt64 = 3) throws -> [UInt8] {
        let key = Drawn(view: view, seed: seed)
        if let jpeg = drawn.withLock({ $0[key] }) { return jpeg }
        let photo = try photo(view, seed)
        let jpeg = try JPEGCodec().encode(photo, quality: 92, subsampling: .half).bytes
        drawn.withLock { $0[key] = jpeg }
        return jpeg
    }

    private static func photo(_ view: View, _ seed: UInt64) throws -> Photo {
        switch view {
        case .empty: try day(seed, 0, frame: 0)
        // The phone is up and still about a second and a half after the sitting began.
        case .code(let index): try day(seed, index, frame: 46)
        case .codes(let one, let other):
            beside(try day(seed, one, frame: 46), try day(seed, other, frame: 46))
        case .pose(let index): Studio(seed: seed).portrait(of: index).photo
        }
    }

    /// A frame of a student's sitting.
    private static func day(_ seed: UInt64, _ index: Int, frame: Int) throws -> Photo {
        var day = StudioDay(seed: seed, students: index + 1)
        while day.currentIndex < index, day.skip() {}
        for _ in 0..<frame { _ = day.skip() }
        guard let picture = day.next() else { throw KioskError(.bug, "studio") }
        return picture.photo
    }

    /// The middle halves of two pictures.
    private static func beside(_ one: Photo, _ other: Photo) -> Photo {
        let half = one.width / 2
        return Photo(size: one.size) { pixels in
            for y in 0..<one.height {
                for x in 0..<one.width {
                    let source = x < half ? one : other
                    let start = (y * one.width + half / 2 + x % half) * 3
                    for channel in 0..<3 {
                        pixels[(y * one.width + x) * 3 + channel] = source.pixels[start + channel]
                    }
                }
            }
        }
    }
}
