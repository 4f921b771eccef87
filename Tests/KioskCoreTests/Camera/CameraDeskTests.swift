import KioskCore
import Testing

/// A camera is got before the day begins.
struct CameraDeskTests {
    private static let missing = KioskError(.cameraMissing, "/dev/kiosk-camera")
    private static let busy = KioskError(.cameraBusy, "/dev/video2")

    private static func camera(_ number: Int, _ fault: KioskError? = nil) -> CameraDesk.Entry {
        CameraDesk.Entry(
            path: "/dev/video\(number)", card: "camera \(number)", mode: "MJPG 1280x720 30/s",
            fault: fault)
    }

    /// What comes of looks in a row.
    private static func decisions(_ looks: [[CameraDesk.Entry]]) -> [CameraDesk.Decision] {
        var desk = CameraDesk(fault: missing)
        return looks.map { desk.see($0, fault: missing) }
    }

    @Test("the only camera is taken by itself once it has stayed the only one")
    func alone() {
        let looks = Array(repeating: [Self.camera(0)], count: 5)
        let decisions = Self.decisions(looks)
        #expect(decisions == [.wait, .wait, .wait, .take("/dev/video0"), .take("/dev/video0")])
    }

    @Test("none is taken where there are two, where it cannot be used, or where it changes")
    func notAlone() {
        let series: [[[CameraDesk.Entry]]] = [
            Array(repeating: [], count: 9),
            Array(repeating: [Self.camera(0), Self.camera(2)], count: 9),
            Array(repeating: [Self.camera(0), Self.camera(2, Self.busy)], count: 9),
            Array(repeating: [Self.camera(2, Self.busy)], count: 9),
            (0..<9).map { [Self.camera($0)] },
        ]
        for looks in series {
            #expect(Self.decisions(looks).allSatisfy { $0 == .wait })
        }
    }

    @Test("a digit shows a camera, and only then the space bar takes it")
    func picked() {
        var desk = CameraDesk(fault: Self.missing)
        #expect(desk.press(.shootOrAccept) == .refuse, "there is none")
        _ = desk.see([Self.camera(0), Self.camera(2)], fault: Self.missing)
        #expect(desk.picked == "/dev/video0")
        #expect(desk.press(.character("2")) == .wait && desk.picked == "/dev/video2")
        #expect(desk.press(.character("3")) == .refuse && desk.picked == "/dev/video2")
        #expect(desk.press(.character("0")) == .refuse && desk.picked == "/dev/video2")
        _ = desk.see([Self.camera(0), Self.camera(2)], fault: Self.missing)
        #expect(desk.picked == "/dev/video2", "a look changes nothing")
        #expect(desk.press(.enter) == .take("/dev/video2"))
        #expect(desk.press(.endOfDay) == .leave)
    }

    @Test("one that does not work after all, or is unplugged, gives way to another")
    func refused() {
        var desk = CameraDesk(fault: Self.missing)
        _ = desk.see([Self.camera(0), Self.camera(2)], fault: Self.missing)
        desk.refuse("/dev/video0", Self.busy)
        #expect(desk.press(.shootOrAccept) == .refuse, "its picture is not there")
        for look in 1...CameraDesk.rest {
            _ = desk.see([Self.camera(0), Self.camera(2)], fault: Self.missing)
            #expect(desk.picked == "/dev/video2")
            #expect(desk.cameras[0].fault == Self.busy, "\(look)")
        }
        _ = desk.see([Self.camera(0), Self.camera(2)], fault: Self.missing)
        #expect(desk.cameras[0].fault == nil, "it is tried again")
        #expect(desk.picked == "/dev/video2")
        _ = desk.see([], fault: Self.missing)
        #expect(desk.shown == nil && desk.press(.enter) == .refuse)
        #expect(desk.press(.find) == .refuse && desk.press(.leave) == .wait)
    }
}
