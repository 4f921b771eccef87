/// How a camera is fixed: by how many degrees its picture has to be turned clockwise to stand
/// upright.
public enum CameraMount: Int, CaseIterable, Hashable, Sendable {
    case upright = 0
    case quarter = 90
    case half = 180
    case threeQuarters = 270

    /// Whether columns become rows.
    public var isSideways: Bool { self == .quarter || self == .threeQuarters }
}
