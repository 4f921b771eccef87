internal import CSDL2
import KioskCore

/// Texts as the renderer draws them, each rendered once and kept while it is used.
final class TextCache {
    /// A text's look.
    struct Key: Hashable {
        let text: String
        /// The letters' height, px.
        let size: Int
        let color: ScreenColor
        /// The width to wrap at, px.
        let width: Int
    }

    private struct Entry {
        let texture: OpaquePointer
        let size: Size
        var isUsed: Bool
    }

    private let renderer: OpaquePointer
    private let font: ScreenFont
    private var fonts: [Int: OpaquePointer] = [:]
    private var entries: [Key: Entry] = [:]
    private var sizes: [Key: Size] = [:]

    /// More measured texts and open fonts than a minute shows are forgotten.
    private static let (mostSizes, mostFonts) = (2_000, 60)

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
        sizes = [:]
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
        guard let surface = render(key) else { return nil }
        defer { SDL_FreeSurface(surface) }
        guard let texture = SDL_CreateTextureFromSurface(renderer, surface) else { return nil }
        let size = Size(width: Int(surface.pointee.w), height: Int(surface.pointee.h))
        entries[key] = Entry(texture: texture, size: size, isUsed: true)
        return (texture, size)
    }

    private func render(_ key: Key) -> UnsafeMutablePointer<SDL_Surface>? {
        guard !key.text.isEmpty, let font = open(key.size) else { return nil }
        return TTF_RenderUTF8_Blended_Wrapped(
            font, key.text, key.color.sdl, UInt32(max(1, key.width)))
    }

    /// How large a text is when it is wrapped at a width, px.
    func size(of text: String, _ size: Int, width: Int) -> Size {
        let key = Key(text: text, size: size, color: ScreenColor(.text), width: width)
        if let known = sizes[key] { return known }
        guard let surface = render(key) else { return Size(width: 0, height: 0) }
        defer { SDL_FreeSurface(surface) }
        if sizes.count >= Self.mostSizes { sizes = [:] }
        let measured = Size(width: Int(surface.pointee.w), height: Int(surface.pointee.h))
        sizes[key] = measured
        return measured
    }

    private func open(_ size: Int) -> OpaquePointer? {
        if let font = fonts[size] { return font }
        if fonts.count >= Self.mostFonts {
            for font in fonts.values { TTF_CloseFont(font) }
            fonts = [:]
        }
        let opened = TTF_OpenFontIndex(font.path, Int32(max(6, size)), font.index)
        fonts[size] = opened
        return opened
    }
}

/// A colour of the screen, 0 to 255 a channel.
struct ScreenColor: Hashable {
    let red: UInt8
    let green: UInt8
    let blue: UInt8
    var alpha: UInt8

    init(red: UInt8, green: UInt8, blue: UInt8, alpha: UInt8 = 255) {
        (self.red, self.green, self.blue, self.alpha) = (red, green, blue, alpha)
    }

    /// - Parameter share: how much of what is seen it is, 0 to 1.
    init(_ tint: ScreenTint, _ share: Double = 1) {
        let (red, green, blue) = tint.rgb
        self.init(red: red, green: green, blue: blue, alpha: UInt8((share * 255).rounded()))
    }

    var sdl: SDL_Color { SDL_Color(r: red, g: green, b: blue, a: alpha) }
}
