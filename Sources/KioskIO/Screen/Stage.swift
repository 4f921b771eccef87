internal import CSDL2
import Foundation
public import KioskCore

/// The counter's windows, by SDL2: X11, Wayland, or KMS on a bare console. The operator's, and the student's where
/// there is a display for it.
///
/// It belongs to the thread that opened it. It shows what a `CounterScene` says and decides nothing.
public final class Stage {
    private var style: Style
    private let font: ScreenFont
    private let codec: JPEGCodec
    private var look: ScreenLook
    private var windows: [StageWindow] = []
    private var plan: DisplayPlan
    private var isSwapped = false
    /// All displays together as they were when the windows were opened, and when that was looked at.
    private var desktop: (size: Size?, lookedAt: Int64) = (nil, 0)
    /// What it became, until it has stayed so for a second: displays are set up in steps.
    private var nextDesktop: Size?
    private var history = StudentHistory()
    private var speaker: Speaker?
    private var script = SoundScript()
    private var photoShown = Photo()
    private var scratch = FrameScratch()
    /// Other than 0 once the display server has gone. It stays for as long as the program: Xlib writes it.
    private let loss: UnsafeMutablePointer<CInt>
    private var keys: WindowKeys
    private var pointer = WindowPointer()
    /// The operator's view as it was painted last.
    public private(set) var screen: OperatorScreen?

    /// Opens the windows.
    ///
    /// - Throws: `screen.missing` where there is no display, `screen.font`, `screen.input` on a
    ///   console whose keyboard this user may not read, `screen.failed`.
    public init(_ style: Style) throws(KioskError) {
        font = if let named = style.font { named } else { try ScreenFont.chinese() }
        codec = try JPEGCodec()
        // What fills a display has no frame, and libdecor, which draws frames under Wayland, tells SDL 2.26 of
        // windows that are closed: the program ends by it.
        if style.isFullscreen { SDL_SetHint(SDL_HINT_VIDEO_WAYLAND_ALLOW_LIBDECOR, "0") }
        try Self.begin()
        (self.style, look) = (style, style.look)
        loss = .allocate(capacity: 1)
        loss.initialize(to: 0)
        keys = WindowKeys()
        speaker = Speaker(volume: style.volume)
        plan = Self.plan(style, isSwapped: false)
        try open()
        pointer.hide()
    }

    deinit {
        speaker = nil
        // What is asked of a display server that has gone may wait for ever: its windows end with the program.
        guard !isGone else {
            for window in windows { _ = Unmanaged.passRetained(window) }
            return
        }
        windows = []
        TTF_Quit()
        SDL_Quit()
    }

    /// SIGINT and SIGTERM stay ours. Without a display SDL takes "offscreen" and shows nothing to
    /// nobody; only who asks for such a driver by name gets it.
    private static func begin() throws(KioskError) {
        SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1")
        SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "0")
        // A window that loses the keyboard stays where it is: the other display's does.
        SDL_SetHint(SDL_HINT_VIDEO_MINIMIZE_ON_FOCUS_LOSS, "0")
        // What SDL's own renderer drew goes to the display as it is, not by an OpenGL that a processor imitates.
        SDL_SetHint("SDL_FRAMEBUFFER_ACCELERATION", "0")
        // Fingers come as fingers, not as a mouse that SDL makes of them.
        SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0")
        // SDL_QUIT is then one thing only: a Wayland compositor that has gone.
        SDL_SetHint(SDL_HINT_QUIT_ON_LAST_WINDOW_CLOSE, "0")
        SDL_SetMainReady()
        guard SDL_Init(SDL_INIT_VIDEO) == 0 else { throw KioskError(.screenMissing) }
        let driver = SDL_GetCurrentVideoDriver().map { String(cString: $0) } ?? ""
        if ["offscreen", "dummy"].contains(driver), getenv("SDL_VIDEODRIVER") == nil {
            SDL_Quit()
            throw KioskError(.screenMissing)
        }
        if driver.lowercased() == "kmsdrm", !canReadKeyboard() {
            SDL_Quit()
            throw KioskError(.screenInput)
        }
        guard TTF_Init() == 0 else { throw failure() }
    }

    /// On a console SDL reads the keyboard itself; without the right to, it shows a picture and
    /// takes no key.
    private static func canReadKeyboard() -> Bool {
        let names = (try? FileAccess.names(in: "/dev/input")) ?? []
        return names.contains { $0.hasPrefix("event") && access("/dev/input/\($0)", R_OK) == 0 }
    }

    static func failure() -> KioskError {
        KioskError(.screenFailed, detail: SDL_GetError().map { String(cString: $0) } ?? "")
    }

    // MARK: displays and windows

    /// The names of this machine's displays, the main one first, without a window.
    ///
    /// - Throws: `screen.missing` where there is none, `screen.failed`.
    public static func displayNames() throws(KioskError) -> [String] {
        try begin()
        defer {
            TTF_Quit()
            SDL_Quit()
        }
        return displays
    }

    /// The names of the displays, the main one first.
    private static var displays: [String] {
        (0..<max(0, SDL_GetNumVideoDisplays())).map { index in
            SDL_GetDisplayName(index).map { String(cString: $0) } ?? ""
        }
    }

    /// The display that covers a place's middle.
    static func display(of place: Rect) -> Rect? {
        var point = SDL_Point(
            x: Int32(place.x + place.width / 2), y: Int32(place.y + place.height / 2))
        let index = SDL_GetPointDisplayIndex(&point)
        return index < 0 ? nil : bounds(Int(index))
    }

    private static func bounds(_ display: Int) -> Rect? {
        var rect = SDL_Rect()
        guard SDL_GetDisplayBounds(Int32(display), &rect) == 0 else { return nil }
        return Rect(x: Int(rect.x), y: Int(rect.y), width: Int(rect.w), height: Int(rect.h))
    }

    private static func plan(_ style: Style, isSwapped: Bool) -> DisplayPlan {
        DisplayPlan(
            displays: displays, style.views, student: style.studentDisplay, isSwapped: isSwapped)
    }

    /// Opens the windows of the plan, the operator's last: it gets the keyboard.
    private func open() throws(KioskError) {
        windows = []
        if let student = plan.student {
            windows.append(try window(.student, on: student))
        }
        windows.insert(try window(.attendant, on: plan.attendant), at: 0)
        desktop = (windows[0].desktopSize, WallClock.monotonic())
    }

    /// Begins anew where a display was plugged in or out and SDL is not told of it, as under X11: it asks the server
    /// once a second. Without any display it goes on asking.
    private func followDisplays() {
        let now = WallClock.monotonic()
        guard now - desktop.lookedAt >= 1_000_000_000 else { return }
        desktop.lookedAt = now
        let size = windows.first?.desktopSize
        defer { nextDesktop = size }
        guard windows.isEmpty || (size != desktop.size && size == nextDesktop) else { return }
        windows = []
        SDL_QuitSubSystem(SDL_INIT_VIDEO)
        guard SDL_InitSubSystem(SDL_INIT_VIDEO) == 0 else { return }
        (keys, plan) = (WindowKeys(), Self.plan(style, isSwapped: isSwapped))
        do throws(KioskError) { try open() } catch { windows = [] }
        pointer.hide()
        seeAgain()
    }

    /// Gives new windows the picture that the others had.
    private func seeAgain() {
        for window in windows {
            window.see(photoShown, isMirrored: look.isMirrored, of: look.picture)
        }
    }

    private func window(_ view: ScreenView, on display: Int) throws(KioskError) -> StageWindow {
        var place = style.isFullscreen ? Self.bounds(display) : nil
        if plan.student == plan.attendant, let whole = place {
            place?.width = whole.width / 2
            if view == .student { place?.x = whole.x + whole.width / 2 }
        }
        let window = try StageWindow(view, style, font, on: place)
        window.outlivesServer(loss)
        return window
    }

    /// Shows the views where the displays are now. A display that cannot be opened leaves the windows as they are.
    private func arrange() {
        let next = Self.plan(style, isSwapped: isSwapped)
        guard next != plan else { return }
        guard !exchanges(next) else { return }
        let (before, old) = (plan, windows)
        plan = next
        do throws(KioskError) { try open() } catch { (plan, windows) = (before, old) }
        seeAgain()
    }

    /// Where only the views change their displays the windows stay, and show the other view.
    private func exchanges(_ next: DisplayPlan) -> Bool {
        guard windows.count == 2, next.student == plan.attendant, next.attendant == plan.student,
            next.student != next.attendant
        else { return false }
        plan = next
        windows.reverse()
        windows[0].becomes(.attendant)
        windows[1].becomes(.student)
        return true
    }

    /// The names of the displays there are now, the main one first.
    public var names: [String] { Self.displays }

    /// The name of the student's display; nil where it has none of its own, or its name says not which it is.
    public var studentDisplay: String? {
        let names = Self.displays
        guard let student = plan.student, student != plan.attendant,
            names.indices.contains(student),
            names.count(where: { $0 == names[student] }) == 1
        else { return nil }
        return names[student]
    }

    /// Takes changed settings over: windows move where the student's display is another.
    public func apply(isMirrored: Bool, textScale: Double, volume: Int, studentDisplay: String) {
        (look.isMirrored, look.textScale) = (isMirrored, textScale)
        (style.look.isMirrored, style.look.textScale) = (isMirrored, textScale)
        style.studentDisplay = studentDisplay
        if volume != style.volume {
            let isMuted = speaker?.isMuted ?? false
            // One device at a time.
            speaker = nil
            speaker = Speaker(volume: volume)
            speaker?.isMuted = isMuted
            style.volume = volume
        }
        arrange()
        seeAgain()
    }

    /// Does what a key does to the windows, and says what there is to say of it.
    public func perform(_ command: WindowCommand) -> BoothNotice? {
        switch command {
        case .swapViews:
            isSwapped.toggle()
            arrange()
            if let name = studentDisplay { (style.studentDisplay, isSwapped) = (name, false) }
            return nil
        case .mute:
            speaker?.isMuted.toggle()
            return .sound(isOn: speaker?.isMuted == false && style.volume > 0)
        }
    }

    private var isGone: Bool { loss.pointee != 0 }

    /// Checks that somebody can still see the windows.
    ///
    /// - Throws: `screen.gone` once the display server has ended, as when a desktop crashes or is left. SDL goes on
    ///   painting then, for nobody.
    public func check() throws(KioskError) {
        guard !isGone else { throw KioskError(.screenGone) }
    }

    // MARK: what is pressed

    /// What came from the keyboard, the mouse, a touch screen and the windows' frames since the last call.
    public struct Pressed {
        /// The keys of the keyboard.
        public var strokes: [KeyStroke] = []
        /// What the buttons do that were pressed, of the view that was painted last.
        public var buttons: [BoothKey] = []
        /// The paths of files that were dropped on a window.
        public var files: [String] = []
        /// What is to be done to the windows themselves.
        public var commands: [WindowCommand] = []
        /// Whether the window is to be closed.
        public var asksToClose = false
    }

    /// What was pressed since the last call.
    public func pressed() -> Pressed {
        var pressed = Pressed()
        var event = SDL_Event()
        while SDL_PollEvent(&event) != 0 {
            switch SDL_EventType(event.type) {
            case SDL_QUIT: loss.pointee = 1
            case SDL_WINDOWEVENT where event.window.event == SDL_WINDOWEVENT_CLOSE.rawValue:
                pressed.asksToClose = true
            case SDL_DISPLAYEVENT: arrange()
            case SDL_DROPFILE:
                guard let path = event.drop.file else { continue }
                pressed.files.append(String(cString: path))
                SDL_free(path)
            case SDL_KEYDOWN where WindowKey.command(event.key.keysym) != nil:
                guard event.key.repeat == 0 else { continue }
                pressed.commands += WindowKey.command(event.key.keysym).map { [$0] } ?? []
            default: pressed.strokes += keys.strokes(of: &event)
            }
            if let press = pointer.press(of: event, { self.window($0)?.ownSize }) {
                pressed.buttons += keys(of: press)
            }
        }
        pointer.rest()
        followDisplays()
        return pressed
    }

    private func window(_ number: UInt32) -> StageWindow? {
        windows.first { $0.number == number }
    }

    /// What is pressed at a place of a window; nothing where it does not show the operator's view.
    private func keys(of press: WindowPointer.Press) -> [BoothKey] {
        guard let window = window(press.window), window.view == .attendant else { return [] }
        let (x, y) = (
            press.share.x * Double(window.size.width), press.share.y * Double(window.size.height)
        )
        return screen?.keys(atX: Int(x), y: Int(y)) ?? []
    }

    // MARK: what is shown

    /// Takes the camera's newest picture for the preview. One that cannot be decoded leaves the
    /// last.
    public func see(_ frame: borrowing Frame) {
        do throws(KioskError) {
            _ = try FrameDecoder.reducedPhoto(
                of: frame, toLongSide: 1_280, codec: codec, scratch: &scratch,
                into: &photoShown)
        } catch {
            return
        }
        look.picture = frame.layout.uprightSize
        for window in windows {
            window.see(photoShown, isMirrored: look.isMirrored, of: look.picture)
        }
    }

    /// Paints the counter's views and shows them.
    public func show(_ scene: CounterScene, notice: String) {
        keys.takeText(scene.booth.typing == .text)
        paint(scene, notice)
        for window in windows { window.present() }
        speaker?.play(script.see(scene))
    }

    private func paint(_ scene: CounterScene, _ notice: String) {
        history.see(scene)
        let sharesDisplay = windows.count == 1 && isSwapped && !scene.isAttendantNeeded
        windows.first?.view = sharesDisplay ? .student : .attendant
        for window in windows {
            window.paint(items(window, scene, notice), codec) { picture in
                switch picture {
                case .portrait: scene.portrait
                case .stored: scene.stored
                case .earlier: scene.earlier
                case .found(let sequence): scene.found[sequence]
                }
            }
        }
    }

    private func items(_ window: StageWindow, _ scene: CounterScene, _ notice: String)
        -> [ScreenItem]
    {
        let (size, texts) = (window.size, window.texts)
        guard window.view == .attendant else {
            return StudentScreen(scene, history, look, size: size, measure: texts.size).items
        }
        let view = OperatorScreen(
            scene, notice: notice, look, size: size, measure: texts.size)
        screen = view
        return view.items
    }

    /// How large a text is in the windows' font when it is wrapped at a width, px.
    public func size(of text: String, _ size: Int, width: Int) -> Size {
        windows.first?.texts.size(of: text, size, width: width) ?? Size(width: 0, height: 0)
    }

    /// What a scene looks like, as a picture of the window's own size, the operator's or the student's: for tests.
    public func picture(of scene: CounterScene, notice: String, view: ScreenView = .attendant)
        -> Photo?
    {
        paint(scene, notice)
        return windows.first { $0.view == view }?.photo()
    }
}
