/// A portrait on its way into the session, with everything that is kept beside it.
public struct NewPortrait: Sendable {
    /// The sitting: code, number and attempts.
    public var sitting: Sitting
    /// The finished portrait.
    public var portrait: Portrait
    /// The frame it was made of, exactly as the camera delivered it.
    public var original: CapturedFrame
    /// When the shot was taken.
    public var takenAt: ShotTime

    /// A portrait to be stored.
    public init(
        sitting: Sitting, portrait: Portrait, original: CapturedFrame, takenAt: ShotTime
    ) {
        self.sitting = sitting
        self.portrait = portrait
        self.original = original
        self.takenAt = takenAt
    }
}
