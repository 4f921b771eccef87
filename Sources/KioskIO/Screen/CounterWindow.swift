internal import CSDL2
import Foundation
public import KioskCore

/// The counter's window, by SDL2: X11, Wayland, or KMS on a bare console.
///
/// It belongs to the thread that opened it. It draws what a `CounterScene` says and decides nothing.
public final class CounterWindow {
    /// How the window looks.
    public struct Style: Sendable {
        /// The language of its texts.
        public var language: Language
        /// The rule whose zones are drawn.
        public var rule: PortraitRule
        /// Whether the camera's picture is shown as a mirror would.
        public var isMirrored: Bool
        /// Whether the window takes the whole screen.
        public var isFullscreen: Bool
        /// Columns and rows where it does not.
        public var size: Size
        /// How much larger than usual its texts are, 0.8 to 1.6.
        public var textScale = 1.0
        /// The font of its texts; nil for the best that is installed.
        public var font: ScreenFont?

        /// A window of 1280×720.
        public init(
            language: Language, rule: PortraitRule, isMirrored: Bool, isFullscreen: Bool,
            size: Size = Size(width: 1280, height: 720), font: ScreenFont? = nil
        ) {
            self.language = language
            self.rule = rule
            self.isMirrored = isMirrored
            self.isFullscreen = isFullscreen
            self.size = size
            self.font = font
        }
    }

    let style: Style
    let renderer: OpaquePointer
    let texts: TextCache
    let preview: PictureTexture
    let portrait: PictureTexture
    let earlier: PictureTexture
    private let window: OpaquePointer
    private let codec: JPEGCodec
    private var shown: (portrait: [UInt8], earlier: [UInt8]) = ([], [])
    private var photoShown = Photo()
    private var scratch = FrameScratch()
    private var keys: WindowKeys
    private var pointer = WindowPointer()
    /// What was drawn last.
    public internal(set) var screen: OperatorScreen?

    /// Opens the window.
    ///
    /// - Throws: `screen.missing` where there is no display, `screen.font`, `screen.input` on a
    ///   console whose keyboard this user may not read, `screen.failed`.
    public init(_ style: Style) throws(KioskError) {
        let font = if let named = style.font { named } else { try ScreenFont.chinese() }
        let codec = try JPEGCodec()
        try Self.begin()
        guard let window = Self.window(style) else { throw Self.failure() }
        guard let renderer = Self.renderer(window) else {
            SDL_DestroyWindow(window)
            throw Self.failure()
        }
        self.style = style
        self.codec = codec
        self.window = window
        self.renderer = renderer
        texts = TextCache(renderer, font)
        preview = PictureTexture(renderer)
        portrait = PictureTexture(renderer)
        earlier = PictureTexture(renderer)
        keys = WindowKeys()
        pointer.hide()
    }

    deinit {
        texts.close()
        preview.close()
        portrait.close()
        earlier.close()
        SDL_DestroyRenderer(renderer)
        SDL_DestroyWindow(window)
        TTF_Quit()
        SDL_Quit()
    }

    /// SIGINT and SIGTERM stay ours. Without a display SDL takes "offscreen" and shows nothing to
    /// nobody; only who asks for such a driver by name gets it.
    private static func begin() throws(KioskError) {
        SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1")
        SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "0")
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

    /// A window of the style's size, or one that covers the whole screen: made as large as the screen
    /// and without a frame, since without a window manager nobody makes it so afterwards.
    private static func window(_ style: Style) -> OpaquePointer? {
        let centre = Int32(bitPattern: 0x2FFF_0000)
        guard style.isFullscreen else {
            return SDL_CreateWindow(
                "kiosk", centre, centre, Int32(style.size.width), Int32(style.size.height),
                SDL_WINDOW_RESIZABLE.rawValue)
        }
        var screen = SDL_Rect()
        guard SDL_GetDisplayBounds(0, &screen) == 0 else { return nil }
        guard
            let window = SDL_CreateWindow(
                "kiosk", screen.x, screen.y, screen.w, screen.h, SDL_WINDOW_BORDERLESS.rawValue)
        else { return nil }
        if kiosk_has_window_manager(window) == 1 {
            SDL_SetWindowFullscreen(window, SDL_WINDOW_FULLSCREEN_DESKTOP.rawValue)
        } else {
            SDL_SetWindowInputFocus(window)
        }
        return window
    }

    private static func renderer(_ window: OpaquePointer) -> OpaquePointer? {
        SDL_SetHint(SDL_HINT_RENDER_SCALE_QUALITY, "1")
        return SDL_CreateRenderer(window, -1, 0)
            ?? SDL_CreateRenderer(window, -1, SDL_RENDERER_SOFTWARE.rawValue)
    }

    private static func failure() -> KioskError {
        KioskError(.screenFailed, detail: SDL_GetError().map { String(cString: $0) } ?? "")
    }

    /// What came from the keyboard, the mouse, a touch screen and the window's frame since the last call.
    public struct Pressed {
        /// The keys of the keyboard.
        public var strokes: [KeyStroke] = []
        /// What the buttons do that were pressed, of the screen that was drawn last.
        public var buttons: [BoothKey] = []
        /// Whether the window is to be closed.
        public var asksToClose = false
    }

    /// What was pressed since the last call.
    public func pressed() -> Pressed {
        var pressed = Pressed()
        var event = SDL_Event()
        while SDL_PollEvent(&event) != 0 {
            pressed.strokes += keys.strokes(of: &event)
            if SDL_EventType(event.type) == SDL_QUIT { pressed.asksToClose = true }
            if let place = pointer.press(of: event) { pressed.buttons += keys(at: place) }
        }
        pointer.rest()
        return pressed
    }

    /// What is pressed at a place, in the window's own coordinates.
    private func keys(at place: (x: Int32, y: Int32)) -> [BoothKey] {
        var (width, height) = (Int32(0), Int32(0))
        SDL_GetWindowSize(window, &width, &height)
        guard width > 0, height > 0 else { return [] }
        let size = outputSize
        return screen?.keys(
            atX: Int(place.x) * size.width / Int(width),
            y: Int(place.y) * size.height / Int(height)) ?? []
    }

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
        preview.update(photoShown, isMirrored: style.isMirrored)
        preview.sourceSize = frame.layout.uprightSize
    }

    /// Draws the counter and shows it.
    public func show(_ scene: CounterScene, notice: String) {
        keys.takeText(scene.booth.typing == .text)
        draw(scene, notice)
        SDL_RenderPresent(renderer)
        texts.forgetOld()
    }

    /// How large a text is in the window's font when it is wrapped at a width, px.
    public func size(of text: String, _ size: Int, width: Int) -> Size {
        texts.size(of: text, size, width: width)
    }

    /// Takes over the portraits of a scene, where they are others.
    func updatePortraits(_ scene: CounterScene) {
        update(portrait, scene.portrait ?? [], &shown.portrait)
        update(earlier, scene.earlier ?? [], &shown.earlier)
    }

    private func update(_ texture: PictureTexture, _ jpeg: [UInt8], _ shown: inout [UInt8]) {
        guard jpeg != shown else { return }
        shown = jpeg
        texture.clear()
        if let photo = try? codec.decode(jpeg, name: "portrait") {
            texture.update(photo, isMirrored: false)
        }
    }

    /// The window's columns and rows, px.
    var outputSize: Size {
        var (width, height) = (Int32(0), Int32(0))
        SDL_GetRendererOutputSize(renderer, &width, &height)
        return Size(width: Int(width), height: Int(height))
    }

    /// What a scene looks like, as a picture of the window's own size: for tests.
    public func picture(of scene: CounterScene, notice: String) -> Photo {
        draw(scene, notice)
        let size = outputSize
        return Photo(size: size) { pixels in
            SDL_RenderReadPixels(
                renderer, nil, SDL_PIXELFORMAT_RGB24.rawValue, pixels.baseAddress,
                Int32(size.width * 3))
        }
    }
}
