internal import CSDL2
import KioskCore

/// Texts as the renderer draws them, each rendered once and kept while it is used.
final class TextCache {
    /// A text's look.
    struct Key: Hashable {
        let text: String
        let size: ScreenText.Size
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
    private var fonts: [ScreenText.Size: OpaquePointer] = [:]
    private var entries: [Key: Entry] = [:]
    private var heights: [Key: Int] = [:]

    /// More measured texts than a minute shows are forgotten.
    private static let mostHeights = 500

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
        heights = [:]
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
        let wrap = UInt32(max(1, Double(key.width) * scale))
        return TTF_RenderUTF8_Blended_Wrapped(font, key.text, key.color.sdl, wrap)
    }

    /// How high a text is when it is wrapped at a width, both in units of the layout.
    func height(of text: String, _ size: ScreenText.Size, width: Int) -> Int {
        let key = Key(text: text, size: size, color: ScreenColor(.text), width: width)
        if let known = heights[key] { return known }
        guard let surface = render(key) else { return 0 }
        defer { SDL_FreeSurface(surface) }
        if heights.count >= Self.mostHeights { heights = [:] }
        let height = Int((Double(surface.pointee.h) / scale).rounded(.up))
        heights[key] = height
        return height
    }

    private func open(_ size: ScreenText.Size) -> OpaquePointer? {
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
    var alpha: UInt8

    init(red: UInt8, green: UInt8, blue: UInt8, alpha: UInt8 = 255) {
        (self.red, self.green, self.blue, self.alpha) = (red, green, blue, alpha)
    }

    init(_ tint: ScreenTint) {
        switch tint {
        case .background: self.init(red: 22, green: 26, blue: 32)
        case .panel: self.init(red: 34, green: 40, blue: 49)
        case .text: self.init(red: 240, green: 243, blue: 246)
        case .quiet: self.init(red: 160, green: 170, blue: 182)
        case .good: self.init(red: 96, green: 211, blue: 130)
        case .warn: self.init(red: 250, green: 200, blue: 80)
        case .bad: self.init(red: 250, green: 110, blue: 100)
        case .ink: self.init(red: 24, green: 28, blue: 34)
        case .paper: self.init(red: 250, green: 250, blue: 246)
        }
    }

    var sdl: SDL_Color { SDL_Color(r: red, g: green, b: blue, a: alpha) }
}
