/// Everything kiosk.conf can say, with the shipped defaults.
public struct KioskConfig: Hashable, Sendable {
    /// `ui.language`; nil takes the locale's.
    public var language: Language?
    /// `session.folder`; nil is `$XDG_DATA_HOME/kiosk`.
    public var sessionFolder: String?
    /// `camera.source`: a device, a folder, a Motion-JPEG file, or `studio`.
    public var cameraSource = "/dev/kiosk-camera"
    /// `camera.width`, `height`, `fps`, `format`, `controls` and `scan`.
    public var camera = CameraRequest()
    /// `camera.mount`.
    public var cameraMount = CameraMount.upright
    /// `camera.angle`; nil where it is not known.
    public var cameraLens: CameraLens?
    /// `codes.rate`: frames a second that are searched for codes.
    public var codesRate = 15
    /// `portrait.rule`.
    public var ruleName = "chsi"
    /// `booth.*`, `identity.number` and `portrait.glasses`.
    public var booth = BoothSettings()
    /// `studio.hours`; nil where none are given.
    public var openingHours: OpeningHours?
    /// `studio.closing_date`, as `2026-04-20`; nil where none is given.
    public var closingDate: String?
    /// `export.folder`; nil is `discs` in the folder of the sessions.
    public var exportFolder: String?
    /// `screen.mirror`: whether the window shows the student as a mirror would.
    public var mirrorsScreen = true
    /// `screen.fullscreen`: whether the window takes the whole screen.
    public var fillsScreen = true
    /// `screen.views`: whose views are shown.
    public var views = ScreenViews.auto
    /// `screen.student_display`: the name of the student's display; empty for the second.
    public var studentDisplay = ""
    /// `screen.text_scale`: how much larger than usual the texts are.
    public var textScale = 1.0
    /// `sound.volume`: 0 to 100; 0 is silence.
    public var volume = 60
    /// `naming.file`.
    public var fileNames = "{id}"
    /// `export.layout`: how files are named where the command does not say.
    public var layoutName = "notice"
    /// The layouts of `[[layout]]`.
    public var ownLayouts: [Layout] = []
    /// `disc.readme`; nil is the program's own text.
    public var discReadme: String?
    /// Where the file has keys of earlier versions, which say nothing any more: `kiosk.conf:12 face.model`.
    public var retiredKeys: [String] = []
    /// The built-in rules and those of `[[rule]]`.
    public var rules = PortraitRule.builtIn

    /// The shipped defaults.
    public init() {}

    /// Every layout there is; one of the file takes the place of a shipped one of its name.
    public var layouts: [Layout] {
        let own = Set(ownLayouts.map(\.name))
        return Layout.shipped(file: fileNames).filter { !own.contains($0.name) } + ownLayouts
    }

    /// The layouts of those names, that of `export.layout` where there is none.
    ///
    /// - Throws: `config.layout`, which lists the names there are.
    public func layouts(named names: [String]) throws(KioskError) -> [Layout] {
        var found: [Layout] = []
        for name in names.isEmpty ? [layoutName] : names {
            guard let layout = layouts.last(where: { $0.name == name }) else {
                throw KioskError(
                    .configLayout, name, detail: layouts.map(\.name).joined(separator: ", "))
            }
            found.append(layout)
        }
        return found
    }

    /// The rule of that name.
    ///
    /// - Throws: `config.rule`, which lists the names there are.
    public func rule(named name: String) throws(KioskError) -> PortraitRule {
        guard let rule = rules.first(where: { $0.name == name }) else {
            throw KioskError(
                .configRule, name, detail: rules.map(\.name).joined(separator: ", "))
        }
        return rule.changed { $0.glasses = booth.glasses }
    }
}
