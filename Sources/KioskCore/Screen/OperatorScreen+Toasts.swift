extension OperatorScreen {
    /// Over the lower part of the stage, where everybody looks, and over everything else: what is
    /// wrong, and below it what just happened.
    mutating func addToasts(_ toasts: [Toast]) {
        guard !toasts.isEmpty else { return }
        let (area, pad) = (areas.stage, margin)
        let sizes = [3.2, 2.8, 2.4, 2, 1.7, 1.4].map(letters)
        let measure = canvas.measure
        let heights = { (size: Int) in
            toasts.map { measure($0.text, size, area.width - 2 * pad).height + 2 * pad }
        }
        let size = sizes.first { heights($0).reduce(0, +) <= area.height } ?? ScreenCanvas.least
        let high = heights(size)
        var top = max(area.y, area.maxY - high.reduce(0, +))
        for (toast, height) in zip(toasts, high) {
            let place = Rect(x: area.x, y: top, width: area.width, height: height)
            canvas.fill(place, toast.ground)
            canvas.write(
                ScreenText(
                    role: toast.role, text: toast.text, size: size, tint: toast.ink,
                    ground: toast.ground, place: place.inset(pad)))
            top += height
        }
    }
}

/// Something said over the stage.
struct Toast {
    let role: ScreenText.Role
    let text: String
    var ground: ScreenTint { role == .trouble ? .stop : .panel }
    var ink: ScreenTint { role == .trouble ? .ink : .text }

    static func all(_ booth: Booth, _ notice: String, _ language: Language) -> [Toast] {
        let troubles = BoothWords.troubles(booth, language)
        let isSaid = booth.troubles.contains { notice == BoothWords.notice($0.notice, language) }
        return troubles.map { Toast(role: .trouble, text: $0) }
            + (notice.isEmpty || isSaid ? [] : [Toast(role: .notice, text: notice)])
    }
}
