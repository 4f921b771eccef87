import KioskCore
import KioskIO

extension Stage.Style {
    /// How the windows look by the configuration.
    ///
    /// - Parameters:
    ///   - rule: whose frame is drawn.
    ///   - views: which views there are; nil for `screen.views`.
    init(_ config: KioskConfig, _ rule: PortraitRule, _ views: ScreenViews?) {
        let look = ScreenLook(
            language: config.effectiveLanguage, rule: rule, isMirrored: config.mirrorsScreen,
            textScale: config.textScale)
        self.init(look, isFullscreen: config.fillsScreen)
        self.views = views ?? config.views
        (studentDisplay, volume) = (config.studentDisplay, config.volume)
    }
}
