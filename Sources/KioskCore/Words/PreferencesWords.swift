/// What is said of the settings that can be changed at the counter.
enum PreferencesWords {
    static let headline = Phrase(zh: "设置", en: "Settings")
    static let advice = Phrase(
        zh: "按编号改，改好按回车保存；带 * 的下次启动时生效",
        en: "Change one by its number, save with Enter; * holds from the next start.")

    /// A setting with what it is: `画面像镜子：是`.
    static func line(_ setting: Preferences.Setting) -> Phrase {
        let (title, value) = (title(setting.path), value(setting))
        let mark = setting.isLater ? " *" : ""
        let changed = setting.isChanged ? "  ←" : ""
        return Phrase(
            zh: "\(title.zh)：\(value.zh)\(mark)\(changed)",
            en: "\(title.en): \(value.en)\(mark)\(changed)")
    }

    private static func title(_ path: String) -> Phrase {
        switch path {
        case "camera.source": Phrase(zh: "相机", en: "camera")
        case "screen.mirror": Phrase(zh: "画面像镜子", en: "picture like a mirror")
        case "sound.volume": Phrase(zh: "音量", en: "sound")
        case "screen.student_display": Phrase(zh: "学生屏", en: "student's display")
        case "screen.text_scale": Phrase(zh: "字号", en: "size of texts")
        case "portrait.rule": Phrase(zh: "照片规格", en: "rule of the portrait")
        default: Phrase(zh: "拍照时间", en: "opening hours")
        }
    }

    private static func value(_ setting: Preferences.Setting) -> Phrase {
        switch (setting.path, setting.value) {
        case (_, .flag(let flag)):
            flag ? Phrase(zh: "是", en: "yes") : Phrase(zh: "否", en: "no")
        case ("sound.volume", .whole(0)): Phrase(zh: "静音", en: "silent")
        case ("screen.student_display", .text("")): Phrase(zh: "第二台屏", en: "the second")
        case ("screen.text_scale", .number(let scale)):
            Phrase(zh: "\(percent(scale))%", en: "\(percent(scale)) %")
        case ("studio.hours", .text("")): Phrase(zh: "没有设", en: "none")
        case (_, .text(let text)):
            Phrase(
                zh: ForeignText.visible(text, keepsLines: false),
                en: ForeignText.visible(text, keepsLines: false))
        case (_, let value): Phrase(zh: value.description, en: value.description)
        }
    }

    private static func percent(_ scale: Double) -> Int { Int((scale * 100).rounded()) }

    /// The buttons.
    static func buttons(_ preferences: Preferences) -> [ScreenButton] {
        let back = ScreenButton(key: .leave, title: Phrase(zh: "返回", en: "back"))
        guard !preferences.changes.isEmpty else { return [back] }
        let save = ScreenButton(
            key: .enter, title: Phrase(zh: "保存设置", en: "save"), isPrimary: true)
        return [save, back]
    }
}

extension Preferences {
    /// The settings, a line each, for a terminal.
    func lines(_ language: Language) -> [String] {
        settings.enumerated().map { "\($0 + 1)  \(PreferencesWords.line($1)[language])" }
    }
}
