internal import CSDL2
import KioskCore

/// Where each part of a scene is drawn; what it says stands in KioskCore's words.
extension CounterWindow {
    private typealias Layout = ScreenLayout
    private var language: Language { style.language }

    func draw(_ scene: CounterScene, _ notice: String) {
        clear()
        write(
            stateLine(scene), .huge,
            stateColor(scene.booth.state, isLost: scene.booth.cameraLoss != nil), in: Layout.state)
        drawPreview(scene)
        drawHint(scene)
        drawPerson(scene.booth)
        drawPortrait(scene)
        drawMessage(scene, notice)
        write(BoothWords.keys(scene.booth)[language], .normal, .text, in: Layout.keys)
        write(BoothWords.counts(scene.counts)[language], .small, .quiet, in: Layout.counts)
        if scene.booth.isGuideShown { drawGuide() }
    }

    private func stateLine(_ scene: CounterScene) -> String {
        BoothWords.line(scene.booth)[language]
    }

    private func stateColor(_ state: Booth.State, isLost: Bool) -> ScreenColor {
        switch state {
        case .posing(_, let pose): pose.hint.advice == .ready ? .good : .warn
        case .stored: .good
        case .waiting where isLost: .bad
        case .whoseTurn, .several: .bad
        case .review(_, let shot): color(shot.verdict)
        default: .text
        }
    }

    private func color(_ verdict: Verdict) -> ScreenColor {
        switch verdict {
        case .pass: .good
        case .warn: .warn
        case .notAssessed: .quiet
        case .fail: .bad
        }
    }

    // MARK: the camera's picture

    private func drawPreview(_ scene: CounterScene) {
        fill(Layout.preview, .panel)
        guard let texture = preview.texture else { return }
        let place = Layout.fitted(preview.size, in: Layout.preview)
        copy(texture, to: place)
        // What stands there is no live picture while the camera is away.
        guard scene.booth.cameraLoss == nil else {
            return fill(place, ScreenColor(red: 0, green: 0, blue: 0, alpha: 170))
        }
        guard let guide = scene.guide(style.rule, in: preview.sourceSize) else { return }
        drawGuideFrame(guide, in: place, isReady: isReady(scene.booth))
    }

    private func isReady(_ booth: Booth) -> Bool {
        if case .posing(_, let pose) = booth.state { pose.framing.isReady } else { false }
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
        let color = isReady ? ScreenColor.good : .text
        let unit = Double(frame.height) / Double(style.rule.size.height)
        for (zone, tint) in [(style.rule.hairTop, ScreenColor.warn), (style.rule.eyes, .good)] {
            var shade = tint
            shade.alpha = 46
            fill(
                Rect(
                    x: frame.x, y: frame.y + Int(zone.lowerBound * unit), width: frame.width,
                    height: Int((zone.upperBound - zone.lowerBound) * unit)), shade)
        }
        outline(frame, color)
    }

    private func drawHint(_ scene: CounterScene) {
        if let countdown = scene.booth.countdown(at: scene.time) {
            return write(
                BoothWords.countdown(countdown), .huge, .good, in: Layout.hint, isCentred: true)
        }
        guard case .posing(_, let pose) = scene.booth.state else { return }
        switch pose.hint.advice {
        case .move(let hint):
            let arrow = Layout.arrow(for: hint, isMirrored: style.isMirrored)
            writeHint(arrow + "  " + CheckWords.hint(hint)[language])
        case .fix(_, _, let advice): writeHint(advice[language])
        case .noFace, .manyFaces, .ready: return
        }
    }

    private func writeHint(_ text: String) {
        write(text, .large, .warn, in: Layout.hint, isCentred: true)
    }

    // MARK: whose sitting it is

    private func drawPerson(_ booth: Booth) {
        fill(Layout.person, .panel)
        guard let sitting = booth.sitting else { return }
        var place = Layout.person.inset(12)
        write(BoothWords.isThisYou[language], .small, .quiet, in: place)
        place.y += 24
        let name = sitting.code.fields.maskedName.map(Mask.name) ?? "——"
        write(name, .huge, .text, in: place)
        place.y += 50
        let color = sitting.idNumber == nil ? ScreenColor.quiet : .good
        write(BoothWords.number(of: sitting)[language], .normal, color, in: place)
    }

    // MARK: the portrait and its checks

    private func drawPortrait(_ scene: CounterScene) {
        fill(Layout.portrait, .panel)
        if let texture = portrait.texture {
            copy(texture, to: Layout.fitted(portrait.size, in: Layout.portrait))
        }
        guard case .review(_, let shot) = scene.booth.state else {
            guard scene.earlier != nil else { return }
            return write(BoothWords.earlier[language], .normal, .warn, in: Layout.checks)
        }
        var place = Layout.checks
        write(CheckWords.title(shot.verdict)[language], .large, color(shot.verdict), in: place)
        place.y += 48
        for check in shot.notable.prefix(7) {
            let mark = check.verdict == .notAssessed ? "□ " : "! "
            write(
                mark + CheckWords.title(check.name)[language], .small, color(check.verdict),
                in: place)
            place.y += 28
        }
        write("✓ " + BoothWords.passed(shot)[language], .small, .good, in: place)
    }

    // MARK: what is asked, typed, told

    private func drawMessage(_ scene: CounterScene, _ notice: String) {
        let booth = scene.booth
        if let entry = booth.entry {
            let text = BoothWords.entry(entry, isKept: false)[language]
            return write(text, .normal, .warn, in: Layout.message)
        }
        if let question = booth.question {
            let text = QuestionWords.lines(question, language).joined(separator: "\n")
            return write(text, .normal, .warn, in: Layout.message)
        }
        if case .review(_, let shot) = booth.state, shot.verdict != .pass {
            return write(BoothWords.result(shot)[language], .normal, .warn, in: Layout.message)
        }
        guard notice.isEmpty else { return write(notice, .normal, .quiet, in: Layout.message) }
        let opening = scene.opening.map { "· " + $0[language] }.joined(separator: "\n")
        write(opening, .normal, .warn, in: Layout.message)
    }

    private func drawGuide() {
        fill(Layout.card, ScreenColor(red: 250, green: 250, blue: 246))
        var place = Layout.card.inset(36)
        for (index, line) in GuideWords.lines.enumerated() {
            let ink = ScreenColor(red: 24, green: 28, blue: 34)
            write(line[language], index == 0 ? .huge : .large, ink, in: place)
            place.y += index == 0 ? 70 : 48
        }
    }

    // MARK: drawing

    private func clear() {
        let color = ScreenColor.background
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

    /// Writes a text, wrapped at the place's right edge and cut at its lower one.
    private func write(
        _ text: String, _ size: TextCache.TextSize, _ color: ScreenColor, in place: Rect,
        isCentred: Bool = false
    ) {
        let key = TextCache.Key(text: text, size: size, color: color, width: place.width)
        guard let (texture, drawn) = texts.texture(key) else { return }
        var target = pixels(place)
        var source = SDL_Rect(
            x: 0, y: 0, w: Int32(drawn.width), h: min(Int32(drawn.height), target.h))
        if isCentred { target.x += max(0, (target.w - source.w) / 2) }
        (target.w, target.h) = (source.w, source.h)
        SDL_RenderCopy(renderer, texture, &source, &target)
    }
}

extension Rect {
    fileprivate func inset(_ margin: Int) -> Rect {
        Rect(
            x: x + margin, y: y + margin, width: width - 2 * margin, height: height - 2 * margin)
    }
}
