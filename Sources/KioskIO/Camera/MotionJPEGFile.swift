import Foundation
import KioskCore

/// A file of JPEGs end to end, as ffmpeg writes `.mjpeg`; mapped, so its length costs no memory.
struct MotionJPEGFile: Recording {
    private let data: Data
    private let frames: [Range<Int>]

    init(_ path: String) throws(KioskError) {
        guard FileAccess.exists(path) else { throw KioskError(.pictureMissing, path) }
        guard let data = try? Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped)
        else { throw KioskError(errno: EACCES, reading: path) }
        self.data = data
        frames = data.withUnsafeBytes { MotionJPEG.frames(in: $0, isEnd: true) }
        guard !frames.isEmpty else { throw KioskError(.pictureFormat, path) }
    }

    func withPicture<Result>(
        at index: Int,
        _ body: (UnsafeRawBufferPointer, FrameLayout) throws(KioskError) -> Result
    ) throws(KioskError) -> Result? {
        guard index < frames.count else { return nil }
        let result = data[frames[index]].withUnsafeBytes { bytes in
            Swift.Result { () throws(KioskError) in
                guard let layout = FrameLayout(motionJPEG: bytes) else {
                    throw KioskError(.pictureFormat, "frame \(index)")
                }
                return try body(bytes, layout)
            }
        }
        return try result.get()
    }
}
