/// A camera's picture on loan: the bytes belong to the source and are valid only inside the
/// closure that `FrameSource.withNextFrame` calls.
public struct Frame: ~Copyable {
    /// The bytes in use (`bytesused`), never the buffer's whole length.
    public let bytes: UnsafeRawBufferPointer
    /// What the bytes mean.
    public let layout: FrameLayout
    /// The source's count; a gap means dropped frames.
    public let sequence: Int
    /// When the picture was taken.
    public let time: FrameTime

    /// A frame that lends `bytes`; the caller keeps them alive for the frame's life.
    public init(
        bytes: UnsafeRawBufferPointer, layout: FrameLayout, sequence: Int, time: FrameTime
    ) {
        self.bytes = bytes
        self.layout = layout
        self.sequence = sequence
        self.time = time
    }

    /// The frame with bytes of its own, to keep after the loan.
    public func captured() -> CapturedFrame {
        CapturedFrame(bytes: Array(bytes), layout: layout, sequence: sequence, time: time)
    }

    /// The frame with bytes of its own, in the storage of one that is not needed any more.
    ///
    /// Nothing is allocated where `spare` was its storage's only owner and had room; `spare` is
    /// nil afterwards.
    public func captured(reusing spare: inout CapturedFrame?) -> CapturedFrame {
        guard var frame = spare.take() else { return captured() }
        frame.refill(with: self)
        return frame
    }
}

/// A camera's picture with bytes of its own, exactly as the camera delivered them.
public struct CapturedFrame: Equatable, Sendable {
    /// The camera's bytes, unchanged.
    public private(set) var bytes: [UInt8]
    /// What the bytes mean.
    public private(set) var layout: FrameLayout
    /// The source's count.
    public private(set) var sequence: Int
    /// When the picture was taken.
    public private(set) var time: FrameTime

    /// A frame of those bytes.
    public init(bytes: [UInt8], layout: FrameLayout, sequence: Int, time: FrameTime) {
        self.bytes = bytes
        self.layout = layout
        self.sequence = sequence
        self.time = time
    }

    /// Lends the frame with its own bytes.
    public func withFrame<Result, Failure: Error>(
        _ body: (borrowing Frame) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try bytes.withUnsafeBufferPointer { buffer throws(Failure) in
            try body(
                Frame(
                    bytes: UnsafeRawBufferPointer(buffer), layout: layout, sequence: sequence,
                    time: time))
        }
    }

    fileprivate mutating func refill(with frame: borrowing Frame) {
        bytes.removeAll(keepingCapacity: true)
        bytes.append(contentsOf: frame.bytes)
        layout = frame.layout
        sequence = frame.sequence
        time = frame.time
    }
}

/// What a frame's bytes mean.
public struct FrameLayout: Hashable, Sendable {
    /// The pixel format.
    public var format: FourCC
    /// Columns and rows. For MJPG what the source says; the JPEG's own header decides.
    public var size: Size
    /// Bytes from one row to the next, of the luma where the chroma has planes of its own; 0 for
    /// compressed formats.
    public var stride: Int
    /// Matrix and range of YUV formats.
    public var encoding: YUVEncoding
    /// How the camera hangs; the bytes lie as the camera delivered them.
    public var mount: CameraMount

    /// A layout; the camera stands upright unless it is said otherwise.
    public init(
        format: FourCC, size: Size, stride: Int, encoding: YUVEncoding,
        mount: CameraMount = .upright
    ) {
        self.format = format
        self.size = size
        self.stride = stride
        self.encoding = encoding
        self.mount = mount
    }

    /// Columns and rows of the upright picture, which is what every decoder returns.
    public var uprightSize: Size { mount.turned(size) }
}

/// A moment by a source's own monotonic clock.
public struct FrameTime: Hashable, Sendable, Comparable {
    /// Nanoseconds since a start that only the source knows.
    public var nanoseconds: Int64

    /// That moment.
    public init(nanoseconds: Int64) { self.nanoseconds = nanoseconds }

    /// That many seconds after the source's start.
    public init(seconds: Double) { nanoseconds = Int64((seconds * 1e9).rounded()) }

    /// Seconds since the source's start.
    public var seconds: Double { Double(nanoseconds) / 1e9 }

    /// The earlier of two moments is the smaller.
    public static func < (left: FrameTime, right: FrameTime) -> Bool {
        left.nanoseconds < right.nanoseconds
    }

    /// Seconds from an earlier moment to this one.
    public func seconds(since earlier: FrameTime) -> Double {
        Double(nanoseconds - earlier.nanoseconds) / 1e9
    }
}
