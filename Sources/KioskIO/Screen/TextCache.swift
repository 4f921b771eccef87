internal import CSDL2
import KioskCore

/// Texts as the renderer draws them, each rendered once and kept while it is used.
final class TextCache {
    /// How large a text is, in units of the layout.
    enum TextSize: Int {
        case small = 19
        case normal = 23
        case large = 32
        case huge = 46
    }

    /// A text's look.
    struct Key: Hashable {
        let text: String
        let size: TextSize
        let color: ScreenColor
        /// The width to wrap at, units of the layout.
        let width: Int
    }

    private struct Entry {
        let texture: OpaquePointer
        let size: Size
        var isUsed: Bool
    }

    /// Pixels a unit of the layout.
    var scale = 1.0 { didSet { if scale != oldValue { close() } } }

    private let renderer: OpaquePointer
    private let font: ScreenFont
    private var fonts: [TextSize: OpaquePointer] = [:]
    private var entries: [Key: Entry] = [:]

    init(_ renderer: OpaquePointer, _ font: ScreenFont) {
        self.renderer = renderer
        self.font = font
    }

    /// Gives everything back; texts are rendered anew when they are drawn again.
    func close() {
        for entry in entries.values { SDL_DestroyTexture(entry.texture) }
        for font in fonts.values { TTF_CloseFont(font) }
        entries = [:]
        fonts = [:]
    }

    /// Gives back the texts that were not drawn since the last call.
    func forgetOld() {
        for (key, entry) in entries where !entry.isUsed {
            SDL_DestroyTexture(entry.texture)
            entries[key] = nil
        }
        for key in entries.keys { entries[key]?.isUsed = false }
    }

    /// A text's texture and its size in pixels; nil for an empty text.
    func texture(_ key: Key) -> (texture: OpaquePointer, size: Size)? {
        if let known = entries[key] {
            entries[key]?.isUsed = true
            return (known.texture, known.size)
        }
        guard !key.text.isEmpty, let font = open(key.size) else { return nil }
        let wrap = UInt32(max(1, Double(key.width) * scale))
        guard
            let surface = TTF_RenderUTF8_Blended_Wrapped(font, key.text, key.color.sdl, wrap)
        else { return nil }
        defer { SDL_FreeSurface(surface) }
        guard let texture = SDL_CreateTextureFromSurface(renderer, surface) else { return nil }
        let size = Size(width: Int(surface.pointee.w), height: Int(surface.pointee.h))
        entries[key] = Entry(texture: texture, size: size, isUsed: true)
        return (texture, size)
    }

    private func open(_ size: TextSize) -> OpaquePointer? {
        if let font = fonts[size] { return font }
        let points = Int32((Double(size.rawValue) * scale * 0.82).rounded())
        let opened = TTF_OpenFontIndex(font.path, max(6, points), font.index)
        fonts[size] = opened
        return opened
    }
}

/// A colour of the screen, 0 to 255 a channel.
struct ScreenColor: Hashable {
    let red: UInt8
    let green: UInt8
    let blue: UInt8
    var alpha: UInt8 = 255

    static let background = ScreenColor(red: 22, green: 26, blue: 32)
    static let panel = ScreenColor(red: 34, green: 40, blue: 49)
    static let text = ScreenColor(red: 240, green: 243, blue: 246)
    static let quiet = ScreenColor(red: 160, green: 170, blue: 182)
    static let good = ScreenColor(red: 96, green: 211, blue: 130)
    static let warn = ScreenColor(red: 250, green: 200, blue: 80)
    static let bad = ScreenColor(red: 250, green: 110, blue: 100)

    var sdl: SDL_Color { SDL_Color(r: red, g: green, b: blue, a: alpha) }
}
