import KioskCore
import KioskIO
import Synchronization
import TestSupport

/// What stands before the camera: turned from outside, seen by a camera of ten pictures a second
/// whose clock is the day's.
final class Stage: Sendable {
    private struct Scene {
        var view = StudioRecording.View.empty
        var isPlugged = true
        var frame = 0
    }

    static let seed: UInt64 = 3
    private let scene = Mutex(Scene())
    /// Frames after which the day is over whatever happens.
    private let longest: Int

    /// A stage for a day of that many seconds at the most.
    init(seconds: Int) { longest = seconds * 10 }

    /// The day's time, seconds.
    var time: Double { scene.withLock { Double($0.frame) * 0.1 } }

    /// Turns the camera to something else.
    func show(_ view: StudioRecording.View) { scene.withLock { $0.view = view } }

    /// Pulls the camera's plug, or puts it back.
    func plug(_ isPlugged: Bool) { scene.withLock { $0.isPlugged = isPlugged } }

    /// The next moment: what is seen in it; nil where the camera is away.
    fileprivate func next() throws -> (frame: Int, jpeg: [UInt8]?)? {
        let now = scene.withLock { scene in
            scene.frame += 1
            return scene
        }
        guard now.frame < longest else { return nil }
        guard now.isPlugged else { return (now.frame, nil) }
        return (now.frame, try StudioRecording.jpeg(of: now.view, seed: Self.seed))
    }
}

/// The stage as a camera that can be lost.
struct StageFrames: FrameSource, ~Copyable {
    let name = "stage"
    let isLive = false
    private let stage: Stage
    private var isLost = false

    init(_ stage: Stage) { self.stage = stage }

    mutating func withFrame<Result>(_ body: (borrowing Frame) -> Result) throws(KioskError)
        -> NextFrame<Result>
    {
        var drawn: (frame: Int, jpeg: [UInt8]?)?
        do { drawn = try stage.next() } catch { throw KioskError(.bug, "stage") }
        guard let next = drawn else { return .end }
        guard let jpeg = next.jpeg else {
            if isLost { return .notYet }
            isLost = true
            throw KioskError(.cameraGone, name)
        }
        isLost = false
        return jpeg.withUnsafeBytes { bytes in
            guard let layout = FrameLayout(motionJPEG: bytes) else { return .notYet }
            return .frame(
                body(
                    Frame(
                        bytes: bytes, layout: layout, sequence: next.frame,
                        time: FrameTime(seconds: Double(next.frame) * 0.1))))
        }
    }
}
