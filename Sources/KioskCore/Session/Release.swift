/// Which kiosk this is.
public enum Release {
    /// The version that `kiosk --version` says.
    public static let version = "0.1.0"
    /// The day of the sources in UTC: no clock that is right says an earlier one. It moves with the version.
    public static let date = "2026-11-28"
}
