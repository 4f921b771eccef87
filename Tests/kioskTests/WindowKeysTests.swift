import Foundation
import KioskCore
import KioskIO
import StudioKit
import TestSupport
import TestTraits
import Testing

/// The built program's window with keyboards that are no single fingers: input methods, card readers,
/// scanners, cats; and on a screen that no window manager looks after.
@Suite(.wholeMachine)
struct WindowKeysTests {
    private let folder: TestFolder

    init() throws {
        folder = try TestFolder()
        try folder.write(StudioRecording.settings, to: Program.settings)
    }

    private func start(
        on screen: VirtualScreen, _ arguments: String...,
        environment: [String: String] = [:]
    ) throws -> Running {
        try Program.start(
            Program.kiosk,
            ["run", "--screen", "window", "--session", "day", "--data", "data"] + arguments,
            in: folder, environment: screen.environment.merging(environment) { $1 })
    }

    /// Waits for the window and gives it the keyboard.
    private func focus(on screen: VirtualScreen, of running: Running) throws {
        let isThere = try Patience.wait { try !running.isRunning || screen.focus("kiosk") }
        try #require(isThere && running.isRunning, "\(running.errors)")
    }

    private func log() -> String {
        String(decoding: (try? folder.bytes("data/kiosk.log")) ?? [], as: UTF8.self)
    }

    private func wait(for text: String, of running: Running) throws {
        let isThere = running.waits { log().contains(text) }
        try #require(isThere, "\(text) is not in the log: \(log().suffix(400))")
    }

    /// A window with a student in pose.
    private func pose(on screen: VirtualScreen, _ camera: StudioCamera) throws -> Running {
        let running = try start(on: screen, "--camera", camera.name)
        try focus(on: screen, of: running)
        try camera.shows(.code(0))
        #expect(running.waits(for: "code read"))
        try camera.shows(.empty)
        try wait(for: "\"posing\"", of: running)
        try camera.shows(.pose(0))
        return running
    }

    @Test("a reader that ends with CR LF after a wrong number accepts no portrait and shoots none")
    func reader() throws {
        let screen = try VirtualScreen()
        let camera = try StudioCamera(in: folder)
        defer { camera.ends() }
        let running = try pose(on: screen, camera)
        let wrong = "110105194912310021"
        try screen.send(wrong.map { "\($0)" } + ["Return", "ctrl+j"])
        #expect(running.waits(for: "check character is wrong"))
        #expect(!log().contains("\"shooting\""))
        try screen.press("Escape")
        try shoot(of: running, log: log) { try screen.press("space") }
        let said = running.errors.count
        try screen.send(wrong.map { "\($0)" } + ["Return", "Return"])
        #expect(running.waits(for: "check character is wrong", after: said))
        usleep(300_000)
        #expect(!log().contains("\"event\":\"stored\"") && !log().contains("\"storing\""))
        running.signal(SIGTERM)
        #expect(try running.wait().status == 143)
        #expect(try RecordedDay.stored(in: folder).isEmpty)
    }

    @Test("a scanner or a cat on the keyboard ends no day, sets nobody aside, cancels nothing")
    func burst() throws {
        let screen = try VirtualScreen()
        let camera = try StudioCamera(in: folder)
        defer { camera.ends() }
        let running = try pose(on: screen, camera)
        for keys in [
            ["q", "a", "e", "o", "space", "c", "Return"], ["q", "q", "2", "q"],
            ["Up", "c", "Delete"], ["braceleft", "x", "m", "colon", "a", "Return", "Return"],
        ] {
            let said = running.errors.count
            try screen.send(keys)
            #expect(running.waits(for: "many keys at once", after: said), "\(keys)")
        }
        for key in ["Up", "Down", "Delete", "F1", "Home", "ctrl+c", "alt+q"] {
            try screen.press(key)
            usleep(150_000)
        }
        #expect(running.isRunning && !log().contains("\"shooting\""))
        #expect(!running.errors.contains("cancelled") && !running.errors.contains("set aside,"))
        running.signal(SIGTERM)
        #expect(try running.wait().status == 143)
    }

    @Test("what a hand-held scanner types in the window is the code, + and _ as well")
    func scanner() throws {
        let screen = try VirtualScreen()
        let camera = try StudioCamera(in: folder)
        defer { camera.ends() }
        let running = try start(on: screen, "--camera", camera.name)
        try focus(on: screen, of: running)
        try wait(for: "\"opened\"", of: running)
        let code = "Ab3+_dEf9-IjKlMn/OpQrStUvWxYz0123+_ABCxyz789" + "qWeRtYuIoPaSdFgHjKl+/=="
        for isLast in [false, true] {
            let said = running.errors.count
            try screen.send(code.map(Self.key) + ["Return"])
            #expect(running.waits(for: isLast ? "code read" : "scan it once more", after: said))
        }
        try wait(for: "\"posing\"", of: running)
        try camera.shows(.pose(0))
        try shoot(of: running, log: log) { try screen.press("space") }
        usleep(600_000)
        try screen.press("space")
        try wait(for: "\"event\":\"stored\"", of: running)
        running.signal(SIGTERM)
        #expect(try running.wait().status == 143)
        let shown = try Program.kiosk(
            "sessions", "show", "day", "--json", "--data", "data", in: folder)
        let base64 = Data(code.utf8).base64EncodedString()
        #expect(shown.output.replacing("\\/", with: "/").contains(base64))
    }

    /// What X calls a key.
    private static func key(_ character: Character) -> String {
        let names: [Character: String] = [
            "+": "plus", "/": "slash", "=": "equal", "-": "minus", "_": "underscore",
        ]
        return names[character] ?? "\(character)"
    }

    @Test(
        "clicks on the buttons of the real window set aside, open a path and leave it, and end the day"
    )
    func clicks() throws {
        let screen = try VirtualScreen()
        let camera = try StudioCamera(in: folder)
        defer { camera.ends() }
        let running = try start(on: screen, "--camera", camera.name)
        try focus(on: screen, of: running)
        #expect(running.waits(for: "session day"))
        try screen.click(Self.button(.setAside))
        #expect(running.waits(for: "set aside, 1"))
        try screen.click(Self.button(.openFile))
        let confirm = Self.button(.enter, isTyping: true)
        let isOpen = { try Self.isBright(screen, confirm) }
        #expect(try running.waits { try isOpen() })
        try screen.click(Self.button(.leave, isTyping: true))
        #expect(try running.waits { try !isOpen() })
        try screen.click(Rect(x: 0, y: 60, width: 40, height: 20))
        try screen.click(Self.button(.setAside))
        #expect(running.waits(for: "set aside, 2"))
        try screen.click(Self.button(.endOfDay))
        try wait(for: "endOfDay", of: running)
        try screen.press("q")
        #expect(try running.wait().status == 0)
    }

    /// Where a button stands in a window of 1280×720 between two students.
    private static func button(_ key: BoothKey, isTyping: Bool = false) -> Rect {
        var booth = Booth(settings: BoothSettings())
        let time = FrameTime(seconds: 0)
        if isTyping { _ = booth.step(.pressed(.openFile), at: time) }
        let screen = OperatorScreen(
            CounterScene(booth: booth, time: time, counts: DayCounts()), notice: "",
            Looks.look(.english),
            size: Size(width: 1280, height: 720)
        ) { _, size, _ in Size(width: 1, height: size) }
        return screen.buttons.first { $0.keys == [key] }?.place
            ?? Rect(x: 0, y: 0, width: 0, height: 0)
    }

    /// Whether a button has the colour of the primary one.
    private static func isBright(_ screen: VirtualScreen, _ place: Rect) throws -> Bool {
        let picture = try screen.picture()
        let (red, green, blue) = ScreenTint.go.rgb
        let start = ((place.y + 3) * picture.width + place.x + 3) * 3
        return Array(picture.pixels[start..<start + 3]) == [red, green, blue]
    }

    @Test("without a window manager the window covers the whole screen and is drawn for it")
    func fullScreen() throws {
        let size = Size(width: 1920, height: 1080)
        let screen = try VirtualScreen(size)
        let running = try start(on: screen, "--camera", StudioRecording.lastingCamera)
        try focus(on: screen, of: running)
        #expect(try screen.geometry("kiosk") == Rect(x: 0, y: 0, width: 1920, height: 1080))
        #expect(running.waits(for: "session day"))
        // The first picture of the window, and of the camera in it.
        var picture = try screen.picture()
        while running.isRunning, picture.pixels[(1_079 * picture.width + 1_919) * 3] != 0x0F {
            picture = try screen.picture()
        }
        let shown = picture
        // The panel at the right and the last line of the buttons, where a larger screen has them.
        let side = ScreenAreas(size).side
        let at = { (x: Int, y: Int) in shown.pixels[(y * shown.width + x) * 3] }
        #expect(at(side.x + side.width - 4, side.y + 4) == 0x1B)
        #expect(at(1919, 1079) == 0x0F, "the window's own ground")
        running.signal(SIGTERM)
        _ = try running.wait()
    }

    @Test(
        "with a Chinese input method on, letters and digits are keys; in a path it helps",
        .enabled(
            if: FileAccess.exists("/usr/bin/fcitx5")
                && FileAccess.exists("/usr/bin/dbus-run-session"),
            "fcitx5 is not installed"))
    func inputMethod() throws {
        let screen = try VirtualScreen()
        let method = try InputMethod(on: screen)
        let student = Student(seed: 3, index: 0)
        let camera = try StudioCamera(in: folder)
        defer { camera.ends() }
        let running = try start(
            on: screen, "--camera", camera.name, environment: method.environment)
        try focus(on: screen, of: running)
        #expect(running.waits(for: "session day"))
        #expect(try method.isOn())
        // The control, while nobody sits: in a path the method does help. It does so as soon as the field is
        // open, which nobody says.
        try screen.press("o")
        let helps = try method.waitsForCandidates { try screen.type("ni") }
        #expect(helps)
        let isClosed = try Patience.wait {
            try screen.press("Escape")
            return !method.showsCandidates
        }
        #expect(isClosed)
        try screen.press("Escape", "Escape")
        try screen.press("g")
        #expect(running.waits(for: "No code yet?"))
        #expect(!method.showsCandidates)
        try screen.press("g")
        try camera.shows(.code(0))
        #expect(running.waits(for: "code read"))
        try screen.type(student.idNumber)
        try screen.press("Return")
        #expect(running.waits(for: "number taken"), "\(running.errors)")
        #expect(!method.showsCandidates)
        running.signal(SIGTERM)
        _ = try running.wait()
    }
}
