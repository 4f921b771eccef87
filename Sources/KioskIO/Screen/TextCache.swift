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
        /// The height that there is, px: what does not fit ends in an ellipsis.
        let height: Int
        /// Whether each line stands in the middle of the width.
        let isCentred: Bool
    }

    private struct Entry {
        let texture: OpaquePointer
        let size: Size
        var isUsed: Bool
    }

    /// What a text's size hangs on.
    private struct Measured: Hashable {
        let text: String
        let size, width: Int
    }

    private let renderer: OpaquePointer
    private let fonts: FontSet
    private var entries: [Key: Entry] = [:]
    private var sizes: [Measured: Size] = [:]

    /// More measured texts than a minute shows are forgotten.
    private static let mostSizes = 4_000

    init(_ renderer: OpaquePointer, _ font: ScreenFont) {
        self.renderer = renderer
        fonts = FontSet(font)
    }

    /// Gives everything back; texts are rendered anew when they are drawn again.
    func close() {
        for entry in entries.values { SDL_DestroyTexture(entry.texture) }
        fonts.close()
        entries = [:]
        sizes = [:]
    }

    /// Gives back the texts that were not drawn since the last call.
    func forgetOld() {
        for (key, entry) in entries where !entry.isUsed {
            SDL_DestroyTexture(entry.texture)
            entries[key] = nil
        }
        for key in entries.keys { entries[key]?.isUsed = false }
        fonts.closeMany()
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

    /// How large a text is when it is wrapped at a width, px.
    func size(of text: String, _ size: Int, width: Int) -> Size {
        guard !text.isEmpty else { return Size(width: 0, height: 0) }
        let key = Measured(text: text, size: size, width: width)
        if let known = sizes[key] { return known }
        if sizes.count >= Self.mostSizes { sizes = [:] }
        let lines = lines(of: text, size, width)
        let measured = Size(
            width: lines.map { fonts.width(of: $0, size) }.max() ?? 0,
            height: lines.count * fonts.lineHeight(size))
        sizes[key] = measured
        return measured
    }

    private func lines(of text: String, _ size: Int, _ width: Int) -> [String] {
        LineBreaking.lines(of: text, width: width) { fonts.width(of: $0, size) }
    }

    private func render(_ key: Key) -> UnsafeMutablePointer<SDL_Surface>? {
        guard !key.text.isEmpty else { return nil }
        let height = fonts.lineHeight(key.size)
        let lines = LineBreaking.first(
            key.height / height, of: lines(of: key.text, key.size, key.width), width: key.width
        ) { fonts.width(of: $0, key.size) }
        let widths = lines.map { fonts.width(of: $0, key.size) }
        let width = max(1, widths.max() ?? 0)
        guard
            let surface = SDL_CreateRGBSurfaceWithFormat(
                0, Int32(width), Int32(lines.count * height), 32,
                SDL_PIXELFORMAT_ARGB8888.rawValue)
        else { return nil }
        for (index, line) in lines.enumerated() {
            let left = key.isCentred ? (width - widths[index]) / 2 : 0
            draw(line, key, on: surface, x: left, y: index * height)
        }
        return surface
    }

    /// Draws one line, each part with its own font, on one base line.
    private func draw(
        _ line: String, _ key: Key, on surface: UnsafeMutablePointer<SDL_Surface>, x: Int, y: Int
    ) {
        var left = Int32(x)
        for run in fonts.runs(of: line, key.size) {
            let drawn = TTF_RenderUTF8_Blended(run.font, run.text, key.color.sdl)
            guard let drawn else { continue }
            defer { SDL_FreeSurface(drawn) }
            let top = y + fonts.ascent(key.size) - Int(TTF_FontAscent(run.font))
            var place = SDL_Rect(x: left, y: Int32(top), w: 0, h: 0)
            SDL_SetSurfaceBlendMode(drawn, SDL_BLENDMODE_NONE)
            SDL_UpperBlit(drawn, nil, surface, &place)
            left += drawn.pointee.w
        }
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
