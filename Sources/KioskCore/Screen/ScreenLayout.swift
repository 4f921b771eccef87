/// Where things stand in the counter's window: in units of 1/1280 of its width, or 1/720 of its
/// height where that is less.
public struct ScreenLayout: Sendable {
    /// Columns and rows of the layout.
    public static let size = Size(width: 1280, height: 720)
    /// The state, in one large line.
    public static let state = Rect(x: 24, y: 14, width: 1232, height: 52)
    /// The camera's picture.
    public static let preview = Rect(x: 24, y: 78, width: 864, height: 486)
    /// The hint, with its arrow.
    public static let hint = Rect(x: 24, y: 574, width: 864, height: 48)
    /// Whose sitting it is.
    public static let person = Rect(x: 912, y: 78, width: 344, height: 120)
    /// The finished portrait, or the earlier one, 3:4.
    public static let portrait = Rect(x: 912, y: 206, width: 210, height: 280)
    /// The checks beside the portrait.
    public static let checks = Rect(x: 1134, y: 206, width: 122, height: 280)
    /// What is asked, what is typed, what just happened.
    public static let message = Rect(x: 912, y: 498, width: 344, height: 208)
    /// The keys that do something.
    public static let keys = Rect(x: 24, y: 634, width: 864, height: 34)
    /// How the day goes.
    public static let counts = Rect(x: 24, y: 676, width: 864, height: 30)
    /// The card that says how to get a code.
    public static let card = Rect(x: 120, y: 90, width: 1040, height: 530)

    /// The largest place for a picture of that size within another, in its middle.
    public static func fitted(_ picture: Size, in place: Rect) -> Rect {
        guard picture.width > 0, picture.height > 0 else { return place }
        let scale = min(
            Double(place.width) / Double(picture.width),
            Double(place.height) / Double(picture.height))
        let width = Int((Double(picture.width) * scale).rounded())
        let height = Int((Double(picture.height) * scale).rounded())
        return Rect(
            x: place.x + (place.width - width) / 2, y: place.y + (place.height - height) / 2,
            width: width, height: height)
    }
}

extension CounterScene {
    /// The frame of the portrait to come, px of the camera's picture: the crop where the student
    /// sits right; else the largest upright crop in the middle, for the student to come into.
    public func guide(_ rule: PortraitRule, in picture: Size) -> Rect? {
        guard case .posing(_, let pose) = booth.state else { return nil }
        if let crop = pose.framing.crop { return crop }
        let height = min(picture.height, picture.width * rule.size.height / rule.size.width)
        let width = height * rule.size.width / rule.size.height
        return Rect(
            x: (picture.width - width) / 2, y: (picture.height - height) / 2, width: width,
            height: height)
    }
}
