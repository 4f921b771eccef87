import KioskCore
import KioskIO
import StudioKit

/// The synthetic studio as a camera: its pictures as Motion-JPEG, as a webcam delivers them.
struct StudioFrames: FrameSource, ~Copyable {
    let name: String
    var isLive: Bool { pace.isLive }

    private var day: StudioDay
    private var pace: FramePace
    private var drawn = 0
    private let codec: JPEGCodec

    /// The quality of a good webcam's own JPEGs.
    private static let quality = 92

    /// A day of that many students.
    init(seed: UInt64, students: Int, fps: Int) throws(KioskError) {
        let codec = try JPEGCodec()
        name = "studio:\(seed):\(students)"
        day = StudioDay(seed: seed, students: students)
        pace = FramePace(fps: fps)
        self.codec = codec
    }

    mutating func withNextFrame<Result>(
        _ body: (borrowing Frame) -> Result
    ) throws(KioskError) -> Result? {
        let (index, time) = pace.next()
        while drawn < index {
            guard day.skip() else { return nil }
            drawn += 1
        }
        guard let picture = day.next() else { return nil }
        drawn += 1
        let jpeg = try codec.encode(
            picture.photo, quality: Self.quality, subsampling: .half)
        let layout = FrameLayout(
            format: .motionJPEG, size: picture.photo.size, stride: 0, encoding: .jfif)
        return jpeg.bytes.withUnsafeBytes {
            body(Frame(bytes: $0, layout: layout, sequence: index, time: time))
        }
    }
}
