internal import CSDL2
import KioskCore

/// Paints an `OperatorScreen`: its panels, texts and pictures.
extension CounterWindow {
    func draw(_ scene: CounterScene, _ notice: String) {
        updatePortraits(scene)
        let screen = OperatorScreen(
            scene, notice: notice, style.language, isMirrored: style.isMirrored, size: outputSize,
            textScale: style.textScale, measure: texts.size)
        self.screen = screen
        clear()
        for item in screen.items {
            switch item {
            case .panel(let place, let tint): fill(place, ScreenColor(tint))
            case .text(let text): write(text)
            case .picture(.live, let place): drawLive(scene, screen.guidance, in: place)
            case .picture(.portrait, let place): draw(portrait, in: place)
            case .picture(.earlier, let place): draw(earlier, in: place)
            }
        }
    }

    // MARK: pictures

    private func draw(_ picture: PictureTexture, in place: Rect) {
        if let texture = picture.texture { copy(texture, to: place.fitting(picture.size)) }
    }

    private func drawLive(_ scene: CounterScene, _ guidance: Guidance, in place: Rect) {
        guard let texture = preview.texture else { return }
        let place = place.fitting(preview.size)
        copy(texture, to: place)
        // What stands there is no live picture while the camera is away.
        guard scene.booth.cameraLoss == nil else { return fill(place, Self.veil) }
        guard let guide = scene.guide(style.rule, in: preview.sourceSize) else { return }
        drawGuide(guide, in: place, ScreenColor(guidance.severity.tint))
    }

    /// What is not the portrait is darker; nothing ever tints the face.
    private static let veil = ScreenColor(red: 0, green: 0, blue: 0, alpha: 140)
    /// Around a line's core, so that it is seen on any picture.
    private static let casing = ScreenColor(red: 0x0F, green: 0x12, blue: 0x16, alpha: 204)

    /// The portrait's frame, with ticks at its sides for the zones of hair top and eye line.
    private func drawGuide(_ crop: Rect, in place: Rect, _ color: ScreenColor) {
        let frame = onScreen(crop, place)
        darken(place, but: frame)
        let line = max(2, place.height / 220)
        outline(frame, from: -line / 2, lines: 2 * line, Self.casing)
        outline(frame, from: 0, lines: line, color)
        let unit = Double(frame.height) / Double(style.rule.size.height)
        for row in [style.rule.hairTop, style.rule.eyes].flatMap({ [$0.lowerBound, $0.upperBound] })
        {
            let y = frame.y + Int(row * unit)
            let length = frame.width / 12
            for x in [frame.x, frame.x + frame.width - length] {
                let tick = Rect(x: x, y: y - line / 2, width: length, height: line)
                fill(tick.inset(-line / 2), Self.casing)
                fill(tick, color)
            }
        }
    }

    /// A part of the camera's picture where it is on the screen.
    private func onScreen(_ crop: Rect, _ place: Rect) -> Rect {
        let source = preview.sourceSize
        let scale = Double(place.width) / Double(max(1, source.width))
        let left = style.isMirrored ? source.width - crop.x - crop.width : crop.x
        return Rect(
            x: place.x + Int(Double(left) * scale), y: place.y + Int(Double(crop.y) * scale),
            width: Int(Double(crop.width) * scale), height: Int(Double(crop.height) * scale))
    }

    private func darken(_ place: Rect, but frame: Rect) {
        let (right, below) = (frame.x + frame.width, frame.y + frame.height)
        let (top, bottom) = (max(place.y, frame.y), min(place.y + place.height, below))
        let (farRight, farBelow) = (place.x + place.width, place.y + place.height)
        for (x, y, endX, endY) in [
            (place.x, place.y, farRight, top), (place.x, bottom, farRight, farBelow),
            (place.x, top, max(place.x, frame.x), bottom),
            (min(right, farRight), top, farRight, bottom),
        ] where endX > x && endY > y {
            fill(Rect(x: x, y: y, width: endX - x, height: endY - y), Self.veil)
        }
    }

    // MARK: drawing

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

    private func outline(_ place: Rect, from first: Int, lines: Int, _ color: ScreenColor) {
        SDL_SetRenderDrawColor(renderer, color.red, color.green, color.blue, color.alpha)
        for step in first..<first + lines {
            var rect = place.inset(step).sdl
            SDL_RenderDrawRect(renderer, &rect)
        }
    }

    private func copy(_ texture: OpaquePointer, to place: Rect) {
        var rect = place.sdl
        SDL_RenderCopy(renderer, texture, nil, &rect)
    }

    private func write(_ text: ScreenText) {
        let key = TextCache.Key(
            text: text.text, size: text.size, color: ScreenColor(text.tint),
            width: text.place.width)
        guard let (texture, drawn) = texts.texture(key) else { return }
        var target = text.place.sdl
        var source = SDL_Rect(
            x: 0, y: 0, w: Int32(drawn.width), h: min(Int32(drawn.height), target.h))
        if text.isCentred { target.x += max(0, (target.w - source.w) / 2) }
        (target.w, target.h) = (source.w, source.h)
        SDL_RenderCopy(renderer, texture, &source, &target)
    }
}

extension Rect {
    fileprivate var sdl: SDL_Rect {
        SDL_Rect(x: Int32(x), y: Int32(y), w: Int32(width), h: Int32(height))
    }
}
