/// What is said where there is no camera yet.
enum CameraWords {
    /// Which camera is missing, or why it cannot be used.
    static func headline(_ desk: CameraDesk) -> Phrase {
        guard desk.fault.code != .cameraMissing else {
            return Phrase(zh: "没有找到相机 {path}", en: "There is no camera {path}")
                .filled(["path": desk.fault.subject])
        }
        return Phrase(zh: desk.fault.sentence(.chinese), en: desk.fault.sentence(.english))
    }

    /// What to do.
    static func advice(_ desk: CameraDesk) -> Phrase {
        if desk.cameras.isEmpty {
            return Phrase(
                zh: "请插好相机的 USB 线，接通后自动开始",
                en: "Plug the camera in: the day begins by itself.")
        }
        guard desk.shown != nil else {
            return Phrase(
                zh: "插着的相机都不能用，原因见右边",
                en: "None that is plugged in can be used; why stands beside it.")
        }
        return Phrase(
            zh: "插好那一台，或按编号看画面，再按空格用这一台",
            en: "Plug it in, or look at another by its number and take it with the space bar.")
    }

    /// What there is, above the cards.
    static func plugged(_ desk: CameraDesk) -> Phrase {
        desk.cameras.isEmpty
            ? Phrase(zh: "没有插着的相机", en: "No camera is plugged in.")
            : Phrase(zh: "插着的相机", en: "Plugged in")
    }

    /// A camera on its card: what it is called, where it is, and its mode or why it cannot be used.
    static func card(_ camera: CameraDesk.Entry, isShown: Bool, _ language: Language) -> String {
        let sign = isShown ? Phrase(zh: "（画面中）", en: " (shown)")[language] : ""
        let state = camera.fault.map { "✕ " + $0.sentence(language) } ?? camera.mode
        return [camera.card + sign, camera.path, state].joined(separator: "\n")
    }

    /// The buttons.
    static func buttons(_ desk: CameraDesk) -> [ScreenButton] {
        let end = ScreenButton(key: .endOfDay, title: Phrase(zh: "退出", en: "leave"))
        guard desk.shown != nil else { return [end] }
        let take = ScreenButton(
            key: .shootOrAccept, title: Phrase(zh: "用这一台", en: "use this one"), isPrimary: true)
        return [take, end]
    }
}
