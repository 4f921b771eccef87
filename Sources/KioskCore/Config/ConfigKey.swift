/// One key of kiosk.conf: what it takes and where it goes.
struct ConfigKey: Sendable {
    /// What a key takes.
    enum Kind: Sendable {
        case text
        case choice([String])
        case flag
        case whole(ClosedRange<Int>)
        case numbers([Int])
        case number(ClosedRange<Double>)
        /// A text of a form, or none: how to write it, and whether a text is so.
        case form(String, @Sendable (String) -> Bool)
        /// A text that can be wrong: what is right, for people, and whether a text is.
        case checked(String, @Sendable (String) -> Bool)
    }

    /// The path in the file: `codes.rate`.
    let path: String
    /// What it takes.
    let kind: Kind
    /// What holds where the file says nothing.
    let fallback: ConfigValue
    /// Puts a checked value into the configuration.
    let set: @Sendable (inout KioskConfig, ConfigValue) -> Void

    /// What the key takes, for people: `15 … 60`, `"zh" | "en"`.
    var allowed: String {
        switch kind {
        case .text: "text"
        case .choice(let names): names.map { "\"\($0)\"" }.joined(separator: " | ")
        case .flag: "true | false"
        case .whole(let range): "\(range.lowerBound) … \(range.upperBound)"
        case .numbers(let numbers): numbers.map { "\($0)" }.joined(separator: " | ")
        case .number(let range): "\(range.lowerBound) … \(range.upperBound)"
        case .form(let example, _): "\"\" | \"\(example)\""
        case .checked(let allowed, _): allowed
        }
    }

    /// The type's name, for people.
    var typeName: String {
        switch kind {
        case .text, .choice, .form, .checked: "text in quotes"
        case .flag: "true or false"
        case .whole, .numbers: "a whole number"
        case .number: "a number"
        }
    }
}

extension ConfigKey {
    /// Every key there is: the one table.
    static let all: [ConfigKey] = [
        .flag("screen.mirror", true) { $0.mirrorsScreen = $1 },
        .flag("screen.fullscreen", true) { $0.fillsScreen = $1 },
        .choice("screen.views", ScreenViews.allCases.map(\.rawValue), "auto") {
            $0.views = ScreenViews(rawValue: $1) ?? .auto
        },
        .text("screen.student_display", "") { $0.studentDisplay = $1 },
        .number("screen.text_scale", 0.8...1.6, 1) { $0.textScale = $1 },
        .whole("sound.volume", 0...100, 60) { $0.volume = $1 },
        .choice("ui.language", ["auto", "zh", "en"], "auto") {
            $0.language = Language(rawValue: $1)
        },
        .text("session.folder", "") { $0.sessionFolder = $1.isEmpty ? nil : $1 },
        .form("studio.hours", "09:00-11:30 14:00-17:00", { OpeningHours($0) != nil }) {
            $0.openingHours = OpeningHours($1)
        },
        .form("studio.closing_date", "2026-04-20", { CivilTime.isDate(dashed: $0) }) {
            $0.closingDate = $1.isEmpty ? nil : $1
        },
        .checked(
            "camera.source", "/dev/kiosk-camera", "/dev/… | folder | .mjpeg | studio:SEED:N",
            StudioSource.isNoneOrRight
        ) { $0.cameraSource = $1 },
        .whole("camera.width", 0...7680, 0) { $0.camera.width = $1 },
        .whole("camera.height", 0...4320, 0) { $0.camera.height = $1 },
        .whole("camera.fps", 0...240, 0) { $0.camera.fps = $1 },
        .form("camera.format", "MJPG", { FourCC(parsing: $0) != nil }) {
            $0.camera.format = FourCC(parsing: $1)
        },
        .numbers("camera.mount", [0, 90, 180, 270], 0) {
            $0.cameraMount = CameraMount(rawValue: $1) ?? .upright
        },
        .whole("camera.angle", 0...170, 0) { $0.cameraLens = CameraLens(angle: Double($1)) },
        .whole("codes.rate", 1...60, 15) { $0.codesRate = $1 },
        .text("codes.foreign", ForeignCodes.shipped.joined(separator: " ")) {
            $0.booth.foreignCodes = ForeignCodes(listed: $1)
        },
        .text("portrait.rule", "chsi") { $0.ruleName = $1 },
        .choice("portrait.glasses", PortraitRule.Glasses.allCases.map(\.rawValue), "allowed") {
            $0.booth.glasses = PortraitRule.Glasses(rawValue: $1) ?? .allowed
        },
        .number("booth.code_gone", 0.1...5, 0.5) { $0.booth.codeGone = $1 },
        .number("booth.absence", 0.5...30, 3) { $0.booth.absence = $1 },
        .number("booth.ready_for", 0.1...5, BoothSettings().readyFor) { $0.booth.readyFor = $1 },
        .number("booth.stillness", 0.005...0.2, 0.03) { $0.booth.stillness = $1 },
        .number("booth.sitting_limit", 10...600, 90) { $0.booth.sittingLimit = $1 },
        .number("booth.stored_shown", 0...10, 1) { $0.booth.storedShown = $1 },
        .whole("booth.automatic_shots", 1...20, 5) { $0.booth.automaticShots = $1 },
        .choice("identity.number", ["required", "optional", "never"], "optional") {
            $0.booth.numberPolicy = BoothSettings.NumberPolicy(rawValue: $1) ?? .optional
        },
        .checked(
            "naming.file", "{id}", NameTemplate.allowed,
            { Layout.Tree(folder: "", file: $0) != nil }
        ) {
            $0.fileNames = $1
        },
        .text("export.folder", "") { $0.exportFolder = $1.isEmpty ? nil : $1 },
        .text("export.layout", "notice") { $0.layoutName = $1 },
        .text("disc.readme", "") { $0.discReadme = $1.isEmpty ? nil : $1 },
    ]

    /// Keys of earlier versions, which say nothing any more: an old kiosk.conf stops no counter.
    static let retired: Set<String> = ["face.landmarks", "face.model"]

    private typealias Setter<Value> = @Sendable (inout KioskConfig, Value) -> Void

    private static func text(_ path: String, _ fallback: String, _ set: @escaping Setter<String>)
        -> ConfigKey
    {
        ConfigKey(path: path, kind: .text, fallback: .text(fallback)) {
            if case .text(let text) = $1 { set(&$0, text) }
        }
    }

    private static func checked(
        _ path: String, _ fallback: String, _ allowed: String,
        _ isRight: @escaping @Sendable (String) -> Bool, _ set: @escaping Setter<String>
    ) -> ConfigKey {
        ConfigKey(path: path, kind: .checked(allowed, isRight), fallback: .text(fallback)) {
            if case .text(let text) = $1 { set(&$0, text) }
        }
    }

    private static func form(
        _ path: String, _ example: String, _ isRight: @escaping @Sendable (String) -> Bool,
        _ set: @escaping Setter<String>
    ) -> ConfigKey {
        ConfigKey(path: path, kind: .form(example, isRight), fallback: .text("")) {
            if case .text(let text) = $1 { set(&$0, text) }
        }
    }

    private static func choice(
        _ path: String, _ names: [String], _ fallback: String, _ set: @escaping Setter<String>
    ) -> ConfigKey {
        ConfigKey(path: path, kind: .choice(names), fallback: .text(fallback)) {
            if case .text(let text) = $1 { set(&$0, text) }
        }
    }

    private static func flag(_ path: String, _ fallback: Bool, _ set: @escaping Setter<Bool>)
        -> ConfigKey
    {
        ConfigKey(path: path, kind: .flag, fallback: .flag(fallback)) {
            if case .flag(let flag) = $1 { set(&$0, flag) }
        }
    }

    private static func whole(
        _ path: String, _ range: ClosedRange<Int>, _ fallback: Int, _ set: @escaping Setter<Int>
    ) -> ConfigKey {
        ConfigKey(path: path, kind: .whole(range), fallback: .whole(fallback)) {
            if case .whole(let number) = $1 { set(&$0, number) }
        }
    }

    private static func numbers(
        _ path: String, _ allowed: [Int], _ fallback: Int, _ set: @escaping Setter<Int>
    ) -> ConfigKey {
        ConfigKey(path: path, kind: .numbers(allowed), fallback: .whole(fallback)) {
            if case .whole(let number) = $1 { set(&$0, number) }
        }
    }

    private static func number(
        _ path: String, _ range: ClosedRange<Double>, _ fallback: Double,
        _ set: @escaping Setter<Double>
    ) -> ConfigKey {
        ConfigKey(path: path, kind: .number(range), fallback: .number(fallback)) {
            switch $1 {
            case .number(let number): set(&$0, number)
            case .whole(let number): set(&$0, Double(number))
            default: break
            }
        }
    }
}
