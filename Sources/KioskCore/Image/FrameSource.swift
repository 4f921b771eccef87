/// Where frames come from: a camera, a recording or the synthetic studio. The one device protocol.
public protocol FrameSource: ~Copyable {
    /// What people call the source: a device path, a folder, `studio:1`.
    var name: String { get }

    /// Whether a frame that nobody takes is lost, as with a camera. A source that is not live
    /// hands out its next frame only when asked, so every frame can be looked at.
    var isLive: Bool { get }

    /// What was asked of a camera, what it gives and what became of its frames; nil for sources
    /// that are no device.
    var report: CameraReport? { get }

    /// Sets the source's controls for reading codes or for taking portraits.
    mutating func use(for purpose: CameraPurpose)

    /// Takes its frames from another device from now on, where it is one itself; else stays what it is.
    ///
    /// - Throws: `camera.*` where that device cannot be used now; it is looked for like one that was lost.
    mutating func change(to device: String) throws(KioskError)

    /// Waits for the next frame, a tenth of a second at most, and lends it to `body`.
    ///
    /// - Throws: a `KioskError` of the source (`camera.*`, `picture.*`). After one that
    ///   `isCameraLoss` the source looks for its camera, and answers `notYet` until it is back.
    mutating func withFrame<Result>(
        _ body: (borrowing Frame) -> Result
    ) throws(KioskError) -> NextFrame<Result>
}

/// What asking for the next frame came to.
public enum NextFrame<Result> {
    /// A frame was lent; what was made of it.
    case frame(Result)
    /// No frame was there in time: the screen and the keys have their turn.
    case notYet
    /// The source has ended.
    case end
}

extension NextFrame: Equatable where Result: Equatable {}

extension FrameSource where Self: ~Copyable {
    /// Nothing is known of a source that is no device.
    public var report: CameraReport? { nil }

    /// A source without controls stays as it is.
    public mutating func use(for purpose: CameraPurpose) {}

    /// A source that is no device stays what it is.
    public mutating func change(to device: String) throws(KioskError) {}

    /// Waits for the next frame as long as it takes, and lends it to `body`.
    ///
    /// - Returns: what `body` returned; nil where the source has ended.
    /// - Throws: as `withFrame`.
    public mutating func withNextFrame<Result>(
        _ body: (borrowing Frame) -> Result
    ) throws(KioskError) -> Result? {
        while true {
            switch try withFrame(body) {
            case .frame(let result): return result
            case .notYet: continue
            case .end: return nil
            }
        }
    }
}

extension KioskError {
    /// Whether it is the camera's: during a day it is looked for again, whatever it was. A setting that another
    /// camera does not take counts too: it ends no day that has begun.
    public var isCameraLoss: Bool { code.rawValue.hasPrefix("camera.") || isOfSettings }

    /// Whether a camera was refused for what the settings ask of it, which stays so until they are changed.
    public var isOfSettings: Bool { [.cameraControl, .configRange, .configType].contains(code) }
}
