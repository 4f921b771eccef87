public import KioskCore

/// A recording played as a camera: a folder of pictures in name order, or a Motion-JPEG file.
public struct RecordedFrames: FrameSource, ~Copyable {
    /// The folder or file.
    public let name: String
    /// Whether frames come at their rate, taken or not.
    public var isLive: Bool { pace.isLive }

    private let recording: any Recording
    private var pace: FramePace

    /// Opens a recording.
    ///
    /// - Parameter fps: frames a second; 0 plays them as fast as they are taken, with 1/30 s
    ///   between their time stamps.
    /// - Throws: `picture.missing`, `picture.folder-empty`, `picture.format`, `file.permission`.
    public init(path: String, fps: Int) throws(KioskError) {
        name = path
        recording =
            FileAccess.isFolder(path)
            ? try PictureFolder(path) : try MotionJPEGFile(path)
        pace = FramePace(fps: fps)
    }

    /// Lends the next frame; pictures that cannot be read are an error of the recording.
    public mutating func withNextFrame<Result>(
        _ body: (borrowing Frame) -> Result
    ) throws(KioskError) -> Result? {
        let (index, time) = pace.next()
        guard let picture = try recording.picture(at: index) else { return nil }
        return picture.bytes.withUnsafeBytes { bytes in
            body(Frame(bytes: bytes, layout: picture.layout, sequence: index, time: time))
        }
    }
}

/// The pictures of a recording.
protocol Recording {
    /// The picture at an index from 0; nil behind the last one.
    func picture(at index: Int) throws(KioskError) -> (bytes: [UInt8], layout: FrameLayout)?
}

extension FrameLayout {
    /// The layout of a Motion-JPEG frame; nil where the bytes have no JPEG header.
    public init?(motionJPEG bytes: [UInt8]) {
        guard let header = JPEGHeader(parsing: bytes) else { return nil }
        self.init(format: .motionJPEG, size: header.size, stride: 0, encoding: .jfif)
    }
}
