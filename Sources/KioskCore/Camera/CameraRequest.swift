/// What kiosk.conf asks of a camera.
public struct CameraRequest: Hashable, Sendable {
    /// `camera.width`; 0 lets the program choose.
    public var width = 0
    /// `camera.height`; 0 lets the program choose.
    public var height = 0
    /// `camera.fps`, frames a second; 0 takes the highest that the mode has.
    public var fps = 0
    /// `camera.format`; nil lets the program choose.
    public var format: FourCC?
    /// `camera.controls`: while a portrait is taken.
    public var portraitControls: [ControlSetting] = []
    /// `camera.scan`: while codes are read, on top of those.
    public var scanControls: [ControlSetting] = []

    /// A request that leaves everything to the program.
    public init() {}
}

/// One control of a camera and what kiosk.conf wants of it.
public struct ControlSetting: Hashable, Sendable {
    /// What it is to be.
    public enum Value: Hashable, Sendable {
        /// A number of the driver's range, or an item's place in a menu.
        case number(Int)
        /// On or off.
        case flag(Bool)
        /// An item of a menu by its name; `auto` for the driver's own choice.
        case text(String)
    }

    /// The control's name, as `kiosk cameras` lists it.
    public var name: String
    /// What it is to be.
    public var value: Value
    /// Where that is said: `kiosk.conf:12 camera.controls.gain`.
    public var place: String

    /// A setting.
    public init(name: String, value: Value, place: String) {
        self.name = name
        self.value = value
        self.place = place
    }
}

/// What a camera is used for at the moment; its controls differ.
public enum CameraPurpose: Hashable, Sendable {
    /// Reading codes from phones, which are brighter than faces.
    case scan
    /// Taking portraits.
    case portrait
}
