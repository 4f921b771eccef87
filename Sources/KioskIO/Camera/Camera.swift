import CV4L2
import Foundation
public import KioskCore

/// A V4L2 capture device, streaming from mapped buffers, that is found again after it was lost.
public struct Camera: FrameSource, ~Copyable {
    /// The device's path as the operator named it.
    public private(set) var name: String
    /// Frames that nobody takes are lost.
    public var isLive: Bool { true }
    /// What was asked for, what the driver gives, and what became of the frames.
    public private(set) var report: CameraReport?

    /// What its frames' bytes mean; nil while it is lost.
    public private(set) var layout: FrameLayout?

    private var identity: CameraIdentity
    private let request: CameraRequest
    private let choice: CameraChoice
    private let mount: CameraMount
    private var stream: CameraStream?
    private var search = CameraSearch()
    private var purpose = CameraPurpose.scan

    /// Opens a device, chooses its mode by the work and starts streaming.
    ///
    /// - Parameters:
    ///   - portrait: columns and rows of the finished portrait, which is never enlarged.
    ///   - mount: how the camera is fixed.
    /// - Throws: `camera.missing`, `camera.permission`, `camera.busy`, `camera.format`,
    ///   `camera.small`, `camera.compressed`, `camera.control`, `config.range` or `camera.failed`.
    public init(
        path: String, _ request: CameraRequest = CameraRequest(),
        portrait: Size = PortraitRule.chsi.size, mount: CameraMount = .upright
    ) throws(KioskError) {
        let choice = CameraChoice(request, portrait: portrait, isSideways: mount.isSideways)
        let stream = try CameraStream(path: path, request, choice, mount)
        name = path
        identity = CameraIdentity(path: path)
        self.request = request
        self.choice = choice
        self.mount = mount
        report = CameraReport(asked: stream.asked, given: stream.given, health: CameraHealth())
        layout = stream.layout
        self.stream = consume stream
    }

    /// Sets the controls that reading codes or taking portraits wants. Where there is a difference,
    /// frames are dropped until the exposure has settled again.
    public mutating func use(for purpose: CameraPurpose) {
        guard purpose != self.purpose else { return }
        self.purpose = purpose
        stream?.use(for: purpose)
    }

    /// Closes the device, whose port the other one may need, and opens another.
    ///
    /// - Throws: what opening throws; then it is looked for.
    public mutating func change(to device: String) throws(KioskError) {
        layout = nil
        stream = nil
        (name, identity) = (device, CameraIdentity(path: device))
        search = CameraSearch()
        try reopen(device)
    }

    /// Lends the newest whole frame. A camera that was lost is looked for, a little later each time.
    ///
    /// - Throws: `camera.gone`, `camera.silent`, `camera.failed` or `camera.lies` once, when it is
    ///   lost; then answers `notYet` until it is back, but for what keeps a camera that is there
    ///   from being used (`camera.busy`, `camera.permission`, …), each time it is looked for.
    public mutating func withFrame<Result>(
        _ body: (borrowing Frame) -> Result
    ) throws(KioskError) -> NextFrame<Result> {
        guard stream != nil else { return try lookAgain() }
        var health = health
        defer { self.health = health }
        do throws(KioskError) {
            return try stream?.withFrame(health: &health, body) ?? .notYet
        } catch {
            layout = nil
            stream = nil
            search = CameraSearch()
            throw error
        }
    }

    private var health: CameraHealth {
        get { report?.health ?? CameraHealth() }
        set { report?.health = newValue }
    }

    /// Everything is negotiated anew: it may be the same camera at another port, at another speed.
    private mutating func lookAgain<Result>() throws(KioskError) -> NextFrame<Result> {
        guard search.isDue() else { return .notYet }
        for path in identity.candidates {
            do throws(KioskError) {
                try reopen(path)
                break
            } catch {
                // One that has gone again, or whose node is not there yet, is still looked for.
                let isThere =
                    error.isCameraLoss && ![.cameraMissing, .cameraGone].contains(error.code)
                if isThere { throw error }
            }
        }
        return .notYet
    }

    private mutating func reopen(_ path: String) throws(KioskError) {
        let found = try CameraStream(path: path, request, choice, mount)
        report?.asked = found.asked
        report?.given = found.given
        layout = found.layout
        health.reopened += 1
        stream = consume found
        stream?.use(for: purpose)
    }
}

/// When a lost camera is looked for.
private struct CameraSearch {
    private var backOff = BackOff()
    private var due: Int64 = 0

    /// So long is waited where it is not the time yet, microseconds: the screen goes on meanwhile.
    private static let pause: UInt32 = 40_000

    /// Whether it is time to look; waits a little where it is not.
    mutating func isDue() -> Bool {
        let now = WallClock.monotonic()
        guard now >= due else {
            usleep(Self.pause)
            return false
        }
        due = now + Int64(backOff.next() * 1e9)
        return true
    }
}
