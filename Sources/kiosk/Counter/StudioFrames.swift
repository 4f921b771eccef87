import KioskCore
import KioskIO
import StudioKit

/// The synthetic studio as a camera: its pictures as Motion-JPEG, as a webcam delivers them.
struct StudioFrames: FrameSource, ~Copyable {
    let name: String
    var isLive: Bool { pace.isLive }

    private let size: Size
    private let artist: StudioArtist
    private var pace: FramePace
    private var ordered = 0

    /// A day of that many students.
    init(seed: UInt64, students: Int, fps: Int) {
        let day = StudioDay(seed: seed, students: students)
        name = "studio:\(seed):\(students)"
        size = day.size
        pace = FramePace(fps: fps)
        artist = StudioArtist(day)
        artist.post(0)
    }

    deinit {
        _ = artist.waitForAnswer()
        artist.stop()
    }

    mutating func withFrame<Result>(
        _ body: (borrowing Frame) -> Result
    ) throws(KioskError) -> NextFrame<Result> {
        let (index, time) = pace.next()
        let jpeg = try picture(at: index)
        order(index + 1)
        guard let jpeg else { return .end }
        let layout = FrameLayout(format: .motionJPEG, size: size, stride: 0, encoding: .jfif)
        return jpeg.bytes.withUnsafeBytes {
            .frame(body(Frame(bytes: $0, layout: layout, sequence: index, time: time)))
        }
    }

    /// The picture of that index: the one on order, unless that one's time is over.
    private mutating func picture(at index: Int) throws(KioskError) -> JPEG? {
        if ordered != index {
            _ = artist.waitForAnswer()
            order(index)
        }
        return try artist.waitForAnswer()?.get()
    }

    private mutating func order(_ index: Int) {
        ordered = index
        artist.post(index)
    }
}
