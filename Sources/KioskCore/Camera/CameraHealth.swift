/// What became of a camera's frames since it was opened; counts only.
public struct CameraHealth: Hashable, Sendable {
    /// Frames lent.
    public var lent = 0
    /// Frames given back unlooked at, because a newer one was there.
    public var passedOver = 0
    /// Frames that never came: gaps of the driver's count.
    public var missing = 0
    /// Frames that the driver flagged as broken.
    public var flagged = 0
    /// Buffers without a byte.
    public var empty = 0
    /// Frames shorter than their format needs.
    public var short = 0
    /// Frames that are not what was agreed: another size in the JPEG's header, or no JPEG.
    public var foreign = 0
    /// Frames dropped after a start until the exposure had settled.
    public var settling = 0
    /// Times the camera was found again.
    public var reopened = 0

    /// Nothing yet.
    public init() {}

    /// Counts a frame that cannot be used.
    public mutating func count(_ fault: FrameCheck.Fault) {
        switch fault {
        case .flagged: flagged += 1
        case .empty: empty += 1
        case .short: short += 1
        case .foreign: foreign += 1
        }
    }
}

/// What was asked of a camera and what it gives.
public struct CameraReport: Hashable, Sendable {
    /// The mode that was asked for.
    public var asked: CameraOffer
    /// The mode that the driver reported back.
    public var given: CameraOffer
    /// What became of its frames.
    public var health: CameraHealth

    /// A report.
    public init(asked: CameraOffer, given: CameraOffer, health: CameraHealth) {
        self.asked = asked
        self.given = given
        self.health = health
    }
}
