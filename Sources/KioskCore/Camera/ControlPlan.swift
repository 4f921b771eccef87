/// The writes that bring a camera's controls to what is wanted, in an order that drivers take.
///
/// A control whose automatic mode is on refuses values (or drops them silently), so the modes that
/// go off are switched first, then come the values, then the modes that go on.
public struct ControlPlan: Hashable, Sendable {
    /// One write.
    public struct Write: Hashable, Sendable {
        /// The control's number.
        public var id: UInt32
        /// The value.
        public var value: Int
    }

    /// The writes, in order.
    public let writes: [Write]

    /// The value of each control that is written.
    public var values: [UInt32: Int] {
        Dictionary(uniqueKeysWithValues: writes.map { ($0.id, $0.value) })
    }

    /// A plan for the settings of kiosk.conf.
    ///
    /// - Throws: `camera.control` for a name that the camera does not have, with those it has;
    ///   `config.range` or `config.type` for a value it does not take, with those it does. Each
    ///   names the line.
    public init(_ settings: [ControlSetting], of controls: [CameraControl]) throws(KioskError) {
        var wanted: [UInt32: Int] = [:]
        var switches: [UInt32: Int] = [:]
        for setting in settings {
            let control = try Self.control(setting, controls)
            let partner = AutomaticControl.byControl[control.id].flatMap { mode in
                controls.contains { $0.id == mode.id } ? mode : nil
            }
            if setting.value == .text("auto"), let partner {
                switches[partner.id] = try Self.automatic(partner, controls, setting)
                continue
            }
            wanted[control.id] = try Self.value(setting, control)
            if let partner, switches[partner.id] == nil { switches[partner.id] = partner.manual }
        }
        self.init(writing: switches.merging(wanted) { $1 })
    }

    /// A plan that brings controls back to the values they had.
    public init(restoring values: [UInt32: Int]) { self.init(writing: values) }

    private init(writing values: [UInt32: Int]) {
        let sorted = values.sorted { $0.key < $1.key }.map { Write(id: $0.key, value: $0.value) }
        writes =
            sorted.filter { Self.phase($0) == 0 } + sorted.filter { Self.phase($0) == 1 }
            + sorted.filter { Self.phase($0) == 2 }
    }

    private static func phase(_ write: Write) -> Int {
        guard let mode = AutomaticControl.byID[write.id] else { return 1 }
        return write.value == mode.manual ? 0 : 2
    }

    private static func control(_ setting: ControlSetting, _ controls: [CameraControl])
        throws(KioskError) -> CameraControl
    {
        let usable = controls.filter { $0.kind != .other && !$0.isReadOnly }
        guard
            let found = usable.first(where: {
                $0.name == setting.name || $0.longName == setting.name
            })
        else {
            throw KioskError(
                .cameraControl, setting.place,
                detail: usable.map(\.name).joined(separator: ", "))
        }
        return found
    }

    private static func automatic(
        _ mode: AutomaticControl, _ controls: [CameraControl], _ setting: ControlSetting
    ) throws(KioskError) -> Int {
        guard let control = controls.first(where: { $0.id == mode.id }) else { return 1 }
        let offered = mode.automatic.first { value in
            if case .menu(let items) = control.kind { return items[value] != nil }
            return control.range.contains(value)
        }
        guard let offered else {
            throw KioskError(.configRange, setting.place, detail: control.allowed)
        }
        return offered
    }

    private static func value(_ setting: ControlSetting, _ control: CameraControl)
        throws(KioskError) -> Int
    {
        switch (control.kind, setting.value) {
        case (.number, .number(let number)):
            if control.range.contains(number), isOnStep(number, control) { return number }
        case (.flag, .flag(let flag)): return flag ? 1 : 0
        case (.flag, .number(let number)): if (0...1).contains(number) { return number }
        case (.menu(let items), .number(let number)): if items[number] != nil { return number }
        case (.menu(let items), .text(let text)):
            if let item = items.first(where: { $0.value.lowercased() == text.lowercased() }) {
                return item.key
            }
        default: throw KioskError(.configType, setting.place, detail: control.allowed)
        }
        throw KioskError(.configRange, setting.place, detail: control.allowed)
    }

    private static func isOnStep(_ number: Int, _ control: CameraControl) -> Bool {
        control.step <= 1 || (number - control.range.lowerBound) % control.step == 0
    }
}
