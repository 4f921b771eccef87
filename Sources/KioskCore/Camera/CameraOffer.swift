/// A mode that a camera's driver offers.
public struct CameraOffer: Hashable, Sendable {
    /// The pixel format.
    public var format: FourCC
    /// Columns and rows, as the driver gives them: before the mount is taken into account.
    public var size: Size
    /// Frames a second, the highest of the rates offered; 0 where the driver does not say.
    public var rate: Double

    /// That mode.
    public init(format: FourCC, size: Size, rate: Double) {
        self.format = format
        self.size = size
        self.rate = rate
    }
}

extension CameraOffer: CustomStringConvertible {
    /// `MJPG 1280x720 30/s`.
    public var description: String {
        rate > 0 ? "\(format) \(size) \(Self.text(rate))/s" : "\(format) \(size)"
    }

    /// A rate with one decimal where it has any.
    static func text(_ rate: Double) -> String {
        let tenths = Int((rate * 10).rounded())
        return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    }
}
