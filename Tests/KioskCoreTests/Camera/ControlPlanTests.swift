import Testing

@testable import KioskCore

struct ControlPlanTests {
    private static let exposureMode = CameraControl(
        id: 0x009A_0901, title: "Auto Exposure",
        kind: .menu([1: "Manual Mode", 3: "Aperture Priority Mode"]), range: 0...3)
    private static let exposure = CameraControl(
        id: 0x009A_0902, title: "Exposure Time, Absolute", kind: .number, range: 3...2047)
    private static let whiteMode = CameraControl(
        id: 0x0098_090C, title: "White Balance, Automatic", kind: .flag, range: 0...1)
    private static let white = CameraControl(
        id: 0x0098_091A, title: "White Balance Temperature", kind: .number, range: 2800...6500,
        step: 10)
    private static let mains = CameraControl(
        id: 0x0098_0918, title: "Power Line Frequency",
        kind: .menu([0: "Disabled", 1: "50 Hz", 2: "60 Hz"]), range: 0...2)
    private static let lamp = CameraControl(
        id: 0x0800_0001, title: "LED1 Mode", kind: .flag, range: 0...1)
    private static let serial = CameraControl(
        id: 0x0800_0002, title: "Serial", kind: .number, range: 0...9, isReadOnly: true)
    private static let all = [exposureMode, exposure, whiteMode, white, mains, lamp, serial]

    private static func setting(_ name: String, _ value: ControlSetting.Value) -> ControlSetting {
        ControlSetting(name: name, value: value, place: "kiosk.conf:7 camera.controls.\(name)")
    }

    private static func plan(_ settings: [(String, ControlSetting.Value)]) throws -> [ControlPlan
        .Write]
    {
        try ControlPlan(settings.map { setting($0.0, $0.1) }, of: all).writes
    }

    private static func write(_ control: CameraControl, _ value: Int) -> ControlPlan.Write {
        ControlPlan.Write(id: control.id, value: value)
    }

    @Test("automatic modes go off before their values are set, and on after all values")
    func order() throws {
        let writes = try Self.plan([
            ("white_balance", .text("auto")), ("power_line_frequency", .text("50 hz")),
            ("exposure", .number(200)), ("led1_mode", .flag(false)),
        ])
        #expect(
            writes == [
                Self.write(Self.exposureMode, 1), Self.write(Self.mains, 1),
                Self.write(Self.exposure, 200), Self.write(Self.lamp, 0),
                Self.write(Self.whiteMode, 1),
            ])
    }

    @Test("exposure's automatic mode is the one the driver has")
    func automatic() throws {
        #expect(try Self.plan([("exposure", .text("auto"))]) == [Self.write(Self.exposureMode, 3)])
    }

    @Test("what was there before comes back in the same order")
    func restored() {
        let plan = ControlPlan(restoring: [
            Self.exposure.id: 156, Self.exposureMode.id: 3, Self.whiteMode.id: 0,
            Self.white.id: 4600,
        ])
        #expect(
            plan.writes == [
                Self.write(Self.whiteMode, 0), Self.write(Self.white, 4600),
                Self.write(Self.exposure, 156), Self.write(Self.exposureMode, 3),
            ])
    }

    @Test("the driver's long name will do as well, and a menu's item by its number")
    func names() throws {
        #expect(
            try Self.plan([("white_balance_temperature", .number(5500))])
                == [Self.write(Self.whiteMode, 0), Self.write(Self.white, 5500)])
        #expect(
            try Self.plan([("power_line_frequency", .number(2))]) == [Self.write(Self.mains, 2)])
    }

    @Test(
        "what the camera does not take is refused with the line and what it takes",
        arguments: [
            ("exposur", ControlSetting.Value.number(9), KioskError.Code.cameraControl, "exposure"),
            ("serial", .number(1), .cameraControl, "white_balance"),
            ("exposure", .number(2), .configRange, "3 … 2047"),
            ("white_balance", .number(5505), .configRange, "/10"),
            ("power_line_frequency", .number(3), .configRange, "50 Hz"),
            ("power_line_frequency", .text("55 Hz"), .configRange, "60 Hz"),
            ("exposure", .flag(true), .configType, "3 … 2047"),
            ("led1_mode", .text("on"), .configType, "true | false"),
        ])
    func refused(name: String, value: ControlSetting.Value, code: KioskError.Code, says: String) {
        let error = #expect(throws: KioskError.self) { try Self.plan([(name, value)]) }
        #expect(error?.code == code && error?.exitStatus == 78)
        #expect(error?.subject.hasPrefix("kiosk.conf:7") == true)
        #expect(error?.detail.contains(says) == true, "\(error?.detail ?? "")")
    }
}
