internal import CSDL2
import KioskCore

/// Paints a `CounterScreen`, the camera's picture and the portraits.
extension CounterWindow {
    private typealias Layout = ScreenLayout

    func draw(_ scene: CounterScene, _ notice: String) {
        screen = CounterScreen(
            scene, notice: notice, style.language, isMirrored: style.isMirrored,
            measure: texts.height)
        clear()
        for panel in screen?.ground ?? [] { fill(panel.place, ScreenColor(panel.tint)) }
        drawPreview(scene)
        if let texture = portrait.texture {
            copy(texture, to: Layout.fitted(portrait.size, in: Layout.portrait))
        }
        for item in screen?.items ?? [] {
            switch item {
            case .panel(let panel): fill(panel.place, ScreenColor(panel.tint))
            case .text(let text): write(text)
            }
        }
    }

    // MARK: the camera's picture

    private func drawPreview(_ scene: CounterScene) {
        guard let texture = preview.texture else { return }
        let place = Layout.fitted(preview.size, in: Layout.preview)
        copy(texture, to: place)
        // What stands there is no live picture while the camera is away.
        guard scene.booth.cameraLoss == nil else {
            return fill(place, ScreenColor(red: 0, green: 0, blue: 0, alpha: 170))
        }
        guard let guide = scene.guide(style.rule, in: preview.sourceSize) else { return }
        drawGuideFrame(guide, in: place, isReady: Guidance(scene).isReady)
    }

    /// The portrait's frame with the zones for hair top and eye line.
    private func drawGuideFrame(_ crop: Rect, in place: Rect, isReady: Bool) {
        let scale = Double(place.width) / Double(max(1, preview.sourceSize.width))
        let left =
            style.isMirrored
            ? preview.sourceSize.width - crop.x - crop.width : crop.x
        let frame = Rect(
            x: place.x + Int(Double(left) * scale), y: place.y + Int(Double(crop.y) * scale),
            width: Int(Double(crop.width) * scale), height: Int(Double(crop.height) * scale))
        let unit = Double(frame.height) / Double(style.rule.size.height)
        for (zone, tint) in [(style.rule.hairTop, ScreenTint.warn), (style.rule.eyes, .good)] {
            var shade = ScreenColor(tint)
            shade.alpha = 46
            fill(
                Rect(
                    x: frame.x, y: frame.y + Int(zone.lowerBound * unit), width: frame.width,
                    height: Int((zone.upperBound - zone.lowerBound) * unit)), shade)
        }
        outline(frame, ScreenColor(isReady ? .good : .text))
    }

    // MARK: drawing

    private func clear() {
        let color = ScreenColor(.background)
        SDL_SetRenderDrawColor(renderer, color.red, color.green, color.blue, 255)
        SDL_RenderClear(renderer)
        SDL_SetRenderDrawBlendMode(renderer, SDL_BLENDMODE_BLEND)
    }

    private func pixels(_ place: Rect) -> SDL_Rect {
        let scale = texts.scale
        return SDL_Rect(
            x: Int32(Double(place.x) * scale), y: Int32(Double(place.y) * scale),
            w: Int32(Double(place.width) * scale), h: Int32(Double(place.height) * scale))
    }

    private func fill(_ place: Rect, _ color: ScreenColor) {
        var rect = pixels(place)
        SDL_SetRenderDrawColor(renderer, color.red, color.green, color.blue, color.alpha)
        SDL_RenderFillRect(renderer, &rect)
    }

    private func outline(_ place: Rect, _ color: ScreenColor) {
        for step in 0..<3 {
            var rect = pixels(place.inset(step))
            SDL_SetRenderDrawColor(renderer, color.red, color.green, color.blue, 255)
            SDL_RenderDrawRect(renderer, &rect)
        }
    }

    private func copy(_ texture: OpaquePointer, to place: Rect) {
        var rect = pixels(place)
        SDL_RenderCopy(renderer, texture, nil, &rect)
    }

    private func write(_ text: ScreenText) {
        let key = TextCache.Key(
            text: text.text, size: text.size, color: ScreenColor(text.tint),
            width: text.place.width)
        guard let (texture, drawn) = texts.texture(key) else { return }
        var target = pixels(text.place)
        var source = SDL_Rect(
            x: 0, y: 0, w: Int32(drawn.width), h: min(Int32(drawn.height), target.h))
        if text.isCentred { target.x += max(0, (target.w - source.w) / 2) }
        (target.w, target.h) = (source.w, source.h)
        SDL_RenderCopy(renderer, texture, &source, &target)
    }
}
