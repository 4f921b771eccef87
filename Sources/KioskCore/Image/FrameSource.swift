/// Where frames come from: a camera, a recording or the synthetic studio. The one device protocol.
public protocol FrameSource: ~Copyable {
    /// What people call the source: a device path, a folder, `studio:1`.
    var name: String { get }

    /// Whether a frame that nobody takes is lost, as with a camera. A source that is not live
    /// hands out its next frame only when asked, so every frame can be looked at.
    var isLive: Bool { get }

    /// Waits for the next frame and lends it to `body`.
    ///
    /// - Returns: what `body` returned; nil where the source has ended.
    /// - Throws: a `KioskError` of the source (`camera.*`, `picture.*`).
    mutating func withNextFrame<Result>(
        _ body: (borrowing Frame) -> Result
    ) throws(KioskError) -> Result?
}
