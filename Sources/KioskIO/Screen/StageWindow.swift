internal import CSDL2
import Foundation
import KioskCore

/// One window of the stage: paints a view, item by item, and decides nothing.
final class StageWindow {
    /// Which view it shows.
    var view: ScreenView
    let texts: TextCache
    private let window: OpaquePointer
    private let renderer: OpaquePointer
    private let preview: PictureTexture
    private var pictures: [ScreenPicture: Portrait] = [:]

    /// A portrait as it was painted last.
    private struct Portrait {
        let texture: PictureTexture
        var jpeg: [UInt8] = []
    }

    /// Opens a window that covers a place of the desktop, or one of a size in its middle.
    init(_ view: ScreenView, _ style: Stage.Style, _ font: ScreenFont, on place: Rect?)
        throws(KioskError)
    {
        guard let window = Self.window(view, style, place) else { throw Stage.failure() }
        guard let renderer = Self.renderer(window) else {
            SDL_DestroyWindow(window)
            throw Stage.failure()
        }
        (self.view, self.window, self.renderer) = (view, window, renderer)
        texts = TextCache(renderer, font)
        preview = PictureTexture(renderer)
    }

    deinit {
        texts.close()
        preview.close()
        for picture in pictures.values { picture.texture.close() }
        SDL_DestroyRenderer(renderer)
        SDL_DestroyWindow(window)
    }

    /// A window of the style's size, or one that covers a whole display: made as large as it and without a frame,
    /// since without a window manager nobody makes it so afterwards.
    private static func window(_ view: ScreenView, _ style: Stage.Style, _ place: Rect?)
        -> OpaquePointer?
    {
        let title = title(view)
        guard let place else {
            let centre = Int32(bitPattern: 0x2FFF_0000)
            return SDL_CreateWindow(
                title, centre, centre, Int32(style.size.width), Int32(style.size.height),
                SDL_WINDOW_RESIZABLE.rawValue)
        }
        let at = place.sdl
        guard
            let window = SDL_CreateWindow(
                title, at.x, at.y, at.w, at.h, SDL_WINDOW_BORDERLESS.rawValue)
        else { return nil }
        if kiosk_has_window_manager(window) == 1 {
            if style.isFullscreen, place == Stage.display(of: place) {
                SDL_SetWindowFullscreen(window, SDL_WINDOW_FULLSCREEN_DESKTOP.rawValue)
            }
        } else if view == .attendant {
            SDL_SetWindowInputFocus(window)
        }
        return window
    }

    /// Lets the program outlive the window's display server, whose end sets `loss`.
    func outlivesServer(_ loss: UnsafeMutablePointer<CInt>) { kiosk_x11_outlive(window, loss) }

    private static func title(_ view: ScreenView) -> String {
        view == .attendant ? "kiosk" : "kiosk: student"
    }

    /// Shows the other view from now on. The operator's gets the keyboard: what an input method offers stands there.
    func becomes(_ view: ScreenView) {
        self.view = view
        SDL_SetWindowTitle(window, Self.title(view))
        if view == .attendant { SDL_SetWindowInputFocus(window) }
    }

    /// The first renderer that draws: on a bare console without libGL, SDL's choice is one that clears the screen,
    /// draws nothing on it and says nothing (SDL 2.26).
    private static func renderer(_ window: OpaquePointer) -> OpaquePointer? {
        SDL_SetHint(SDL_HINT_RENDER_SCALE_QUALITY, "1")
        defer { SDL_ResetHint(SDL_HINT_RENDER_DRIVER) }
        for driver in [nil, "opengles2", "software"] {
            if let driver { SDL_SetHint(SDL_HINT_RENDER_DRIVER, driver) }
            guard let renderer = SDL_CreateRenderer(window, -1, 0) else { continue }
            if draws(renderer) { return renderer }
            SDL_DestroyRenderer(renderer)
        }
        return nil
    }

    /// Whether what is painted with a renderer can be read back.
    private static func draws(_ renderer: OpaquePointer) -> Bool {
        let painted: [UInt8] = [16, 192, 96]
        var (panel, dot) = (
            SDL_Rect(x: 0, y: 0, w: 8, h: 8), SDL_Rect(x: 4, y: 4, w: 1, h: 1)
        )
        SDL_SetRenderDrawColor(renderer, painted[0], painted[1], painted[2], 255)
        SDL_RenderFillRect(renderer, &panel)
        var read: [UInt8] = [0, 0, 0]
        SDL_RenderReadPixels(renderer, &dot, SDL_PIXELFORMAT_RGB24.rawValue, &read, 3)
        // A display of 16 bits rounds.
        return zip(painted, read).allSatisfy { abs(Int($0) - Int($1)) <= 8 }
    }

    /// The window's columns and rows, px.
    var size: Size {
        var (width, height) = (Int32(0), Int32(0))
        SDL_GetRendererOutputSize(renderer, &width, &height)
        return Size(width: Int(width), height: Int(height))
    }

    /// Columns and rows of all displays together, px; nil where nobody needs to ask.
    var desktopSize: Size? {
        var (width, height) = (UInt32(0), UInt32(0))
        guard kiosk_x11_screen_size(window, &width, &height) == 1 else { return nil }
        return Size(width: Int(width), height: Int(height))
    }

    /// The window's number in events.
    var number: UInt32 { SDL_GetWindowID(window) }

    /// Columns and rows in the window's own coordinates, as a mouse has them: not those of its pixels on every display.
    var ownSize: Size {
        var (width, height) = (Int32(0), Int32(0))
        SDL_GetWindowSize(window, &width, &height)
        return Size(width: Int(width), height: Int(height))
    }

    /// Takes the camera's newest picture.
    func see(_ photo: Photo, isMirrored: Bool, of source: Size) {
        preview.update(photo, isMirrored: isMirrored)
        (preview.sourceSize, preview.isMirrored) = (source, isMirrored)
    }

    /// Paints a view; `portrait` gives the file behind each portrait in it.
    func paint(
        _ items: [ScreenItem], _ codec: borrowing JPEGCodec,
        portrait: (ScreenPicture) -> [UInt8]?
    ) {
        clear()
        var shown: Set<ScreenPicture> = []
        for item in items {
            switch item {
            case .panel(let place, let tint): fill(place, ScreenColor(tint))
            case .glaze(let place, let tint, let share): fill(place, ScreenColor(tint, share))
            case .triangles(let corners, let tint): fill(corners, ScreenColor(tint))
            case .text(let text): write(text)
            case .live(let live): draw(live)
            case .picture(let picture, let place):
                shown.insert(picture)
                draw(picture, portrait(picture) ?? [], in: place, codec)
            }
        }
        for (picture, known) in pictures where !shown.contains(picture) {
            known.texture.close()
            pictures[picture] = nil
        }
    }

    /// Shows what was painted.
    func present() {
        SDL_RenderPresent(renderer)
        texts.forgetOld()
    }

    /// What was painted, as a picture.
    func photo() -> Photo {
        let size = size
        return Photo(size: size) { pixels in
            SDL_RenderReadPixels(
                renderer, nil, SDL_PIXELFORMAT_RGB24.rawValue, pixels.baseAddress,
                Int32(size.width * 3))
        }
    }

    // MARK: pictures

    private func draw(
        _ picture: ScreenPicture, _ jpeg: [UInt8], in place: Rect, _ codec: borrowing JPEGCodec
    ) {
        var known = pictures[picture] ?? Portrait(texture: PictureTexture(renderer))
        if known.jpeg != jpeg {
            known.jpeg = jpeg
            known.texture.clear()
            if let photo = try? codec.decode(jpeg, name: "portrait") {
                known.texture.update(photo, isMirrored: false)
            }
        }
        pictures[picture] = known
        guard let texture = known.texture.texture else { return }
        var target = place.fitting(known.texture.size).sdl
        SDL_RenderCopy(renderer, texture, nil, &target)
    }

    private func draw(_ live: LiveView) {
        guard let texture = preview.texture else { return }
        var (source, target) = (preview.part(live.source).sdl, live.place.sdl)
        SDL_RenderCopy(renderer, texture, &source, &target)
    }

    // MARK: panels, shapes, texts

    private func clear() {
        let color = ScreenColor(.background)
        SDL_SetRenderDrawColor(renderer, color.red, color.green, color.blue, 255)
        SDL_RenderClear(renderer)
        SDL_SetRenderDrawBlendMode(renderer, SDL_BLENDMODE_BLEND)
    }

    private func fill(_ place: Rect, _ color: ScreenColor) {
        var rect = place.sdl
        SDL_SetRenderDrawColor(renderer, color.red, color.green, color.blue, color.alpha)
        SDL_RenderFillRect(renderer, &rect)
    }

    private func fill(_ corners: [ScreenPoint], _ color: ScreenColor) {
        let vertices = corners.map { corner in
            SDL_Vertex(
                position: SDL_FPoint(x: Float(corner.x), y: Float(corner.y)), color: color.sdl,
                tex_coord: SDL_FPoint(x: 0, y: 0))
        }
        SDL_RenderGeometry(renderer, nil, vertices, Int32(vertices.count), nil, 0)
    }

    private func write(_ text: ScreenText) {
        let key = TextCache.Key(
            text: text.text, size: text.size, color: ScreenColor(text.tint),
            width: text.place.width, height: text.place.height, isCentred: text.isCentred)
        guard let (texture, drawn) = texts.texture(key) else { return }
        var target = text.place.sdl
        let (width, height) = (Int32(drawn.width), Int32(drawn.height))
        if text.isCentred { target.x += max(0, (target.w - width) / 2) }
        (target.w, target.h) = (width, height)
        SDL_RenderCopy(renderer, texture, nil, &target)
    }
}

extension Rect {
    var sdl: SDL_Rect {
        SDL_Rect(x: Int32(x), y: Int32(y), w: Int32(width), h: Int32(height))
    }
}
