/// How the booth behaves; every value stands in kiosk.conf. Times are seconds.
public struct BoothSettings: Hashable, Sendable {
    /// Whether the ID number is asked for.
    public enum NumberPolicy: String, CaseIterable, Sendable {
        /// No portrait is accepted without one.
        case required
        /// It may be typed.
        case optional
        /// It is never asked for.
        case never
    }

    /// Whether the booth shoots and accepts by itself.
    public var isAutomatic = false
    /// Whether the ID number is asked for.
    public var numberPolicy = NumberPolicy.optional
    /// Codes that are plainly none of a student's.
    public var foreignCodes = ForeignCodes()
    /// Whether the student is asked to take glasses off.
    public var glasses = PortraitRule.Glasses.allowed
    /// How long the code must be out of the picture before the student poses.
    public var codeGone = 0.5
    /// How long nobody may be in the picture before the code is asked for again.
    public var absence = 3.0
    /// How long framing must be right and the head still before an automatic shot.
    public var readyFor = 1.0
    /// How far the head may move while it counts as still, in face widths.
    public var stillness = 0.03
    /// How long a sitting may take before it is ended.
    public var sittingLimit = 90.0
    /// How long "stored" is shown before the next code is looked for.
    public var storedShown = 1.0
    /// Shots `--auto` takes of one student before it gives up.
    public var automaticShots = 5

    /// The defaults.
    public init() {}
}
