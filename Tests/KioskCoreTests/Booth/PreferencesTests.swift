import KioskCore
import Testing

/// Settings are changed at the counter.
struct PreferencesTests {
    private static let time = FrameTime(nanoseconds: 0)

    private static func open(
        _ config: KioskConfig = KioskConfig(), device: String? = nil
    ) -> Booth {
        var booth = Booth(settings: BoothSettings())
        #expect(booth.step(.pressed(.preferences), at: time) == [.offerPreferences])
        let all = Preferences(
            config, cameras: ["/dev/kiosk-camera", "/dev/video2"], displays: ["A 24", "B 10"],
            device: device)
        _ = booth.step(.preferences(all), at: time)
        return booth
    }

    private static func press(_ keys: [BoothKey], _ booth: inout Booth) -> [BoothAction] {
        keys.flatMap { booth.step(.pressed($0), at: time) }
    }

    @Test(
        "a digit turns a setting to its next value, Enter saves what is another than before",
        arguments: [nil, "/dev/kiosk-camera"])
    func turned(device: String?) {
        var booth = Self.open(device: device)
        let keys = Array("1244").map { BoothKey.character($0) }
        #expect(Self.press(keys, &booth).isEmpty)
        let changes = [
            ConfigChange("camera.source", .text("/dev/video2")),
            ConfigChange("screen.mirror", .flag(false)),
            ConfigChange("screen.student_display", .text("B 10")),
        ]
        #expect(Self.press([.enter], &booth) == [.savePreferences(changes)])
        #expect(booth.preferences != nil, "until they are written")
        let said = booth.step(.succeeded(.savePreferences), at: Self.time)
        #expect(said == [.notify(.preferencesSaved(needsNextTime: device == nil))])
        #expect(booth.preferences == nil)
    }

    @Test("turned all the way round nothing is to be saved; Esc leaves all as it was")
    func unchanged() {
        var booth = Self.open()
        #expect(Self.press([.character("2"), .character("2"), .enter], &booth).isEmpty)
        #expect(booth.preferences == nil)
        booth = Self.open()
        #expect(Self.press([.character("2"), .leave], &booth).isEmpty)
        #expect(booth.preferences == nil && booth.state == .waiting(nil))
    }

    @Test("a value of the file that no choice has stays one of the choices")
    func unusual() {
        var config = KioskConfig()
        (config.volume, config.textScale) = (55, 1.05)
        let booth = Self.open(config)
        let settings = booth.preferences?.settings ?? []
        #expect(settings.first { $0.path == "sound.volume" }?.choices.first == .whole(55))
        #expect(settings.first { $0.path == "screen.text_scale" }?.choices.first == .number(1.05))
    }

    @Test("a camera named by the command line is the one that is changed, and told as it is")
    func named() {
        var booth = Self.open(device: "/dev/video7")
        let source = booth.preferences?.settings.first
        #expect(source?.value == .text("/dev/video7"))
        let change = ConfigChange("camera.source", .text("/dev/kiosk-camera"))
        #expect(Self.press([.character("1"), .enter], &booth) == [.savePreferences([change])])
    }

    @Test("with no camera plugged in the camera's setting stays what it is")
    func noCamera() {
        var booth = Booth(settings: BoothSettings())
        let all = Preferences(KioskConfig(), cameras: [], displays: [], device: nil)
        _ = booth.step(.preferences(all), at: Self.time)
        #expect(Self.press([.character("1")], &booth).isEmpty)
        #expect(booth.entry == nil && booth.preferences?.changes == [])
    }

    @Test("opening hours are typed; what is none is said, and the text is typed again")
    func hours() {
        var booth = Self.open()
        let typed = { (text: String) in
            [.character("7")] + text.map { BoothKey.character($0) } + [.enter]
        }
        #expect(Self.press(typed("nine"), &booth) == [.notify(.hoursWrong)])
        #expect(booth.preferences?.changes == [])
        #expect(Self.press([.leave] + typed("09:00-11:30"), &booth).isEmpty)
        let change = ConfigChange("studio.hours", .text("09:00-11:30"))
        #expect(booth.preferences?.changes == [change] && booth.troubles.isEmpty)
        #expect(Self.press(typed(""), &booth).isEmpty)
        #expect(booth.preferences?.changes == [])
    }

    @Test("they are opened between students only, other keys say why they do nothing")
    func between() {
        var booth = Self.open()
        #expect(Self.press([.endOfDay], &booth) == [.notify(.keyNotNow)])
        #expect(Self.press([.character("9")], &booth) == [.notify(.keyNotNow)])
    }
}
