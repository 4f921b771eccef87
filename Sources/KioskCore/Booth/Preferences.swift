/// The settings that the operator can change at the counter, until they are saved or left.
public struct Preferences: Hashable, Sendable {
    /// One of them.
    public struct Setting: Hashable, Sendable {
        /// The key of kiosk.conf: `screen.mirror`.
        public let path: String
        /// What it can be, in the order it is turned through; empty where it is typed.
        public let choices: [ConfigValue]
        /// Whether it holds only when the counter is opened the next time.
        public let isLater: Bool
        /// What it is to be.
        public internal(set) var value: ConfigValue
        /// What it is.
        let before: ConfigValue

        /// - Parameter choices: what it can be; nil where it is typed.
        init(_ path: String, _ value: ConfigValue, _ choices: [ConfigValue]?, isLater: Bool) {
            (self.path, self.value, before, self.isLater) = (path, value, value, isLater)
            let isKnown = choices?.contains(value) ?? true
            self.choices = (isKnown ? [] : [value]) + (choices ?? [])
        }

        var isChanged: Bool { value != before }

        mutating func turn() {
            guard !choices.isEmpty else { return }
            let index = choices.firstIndex(of: value) ?? -1
            value = choices[(index + 1) % choices.count]
        }
    }

    /// All of them; the digit of their place changes one.
    public internal(set) var settings: [Setting]

    /// What is to be saved.
    public var changes: [ConfigChange] {
        settings.filter(\.isChanged).map { ConfigChange($0.path, $0.value) }
    }

    /// Whether a change holds only when the counter is opened the next time.
    var needsNextTime: Bool { settings.contains { $0.isChanged && $0.isLater } }

    /// The settings in force.
    ///
    /// - Parameters:
    ///   - cameras: the names of the cameras that are plugged in, as `camera.source` takes them.
    ///   - displays: the names of the displays.
    ///   - device: the camera at work, which can be changed for another at once; nil where none is.
    public init(
        _ config: KioskConfig, cameras: [String], displays: [String], device: String?
    ) {
        let texts = { (texts: [String]) in texts.map(ConfigValue.text) }
        settings = [
            Setting(
                "camera.source", .text(device ?? config.cameraSource), texts(cameras),
                isLater: device == nil),
            Setting(
                "screen.mirror", .flag(config.mirrorsScreen), [.flag(true), .flag(false)],
                isLater: false),
            Setting(
                "sound.volume", .whole(config.volume),
                stride(from: 0, through: 100, by: 20).map(ConfigValue.whole), isLater: false),
            Setting(
                "screen.student_display", .text(config.studentDisplay), texts([""] + displays),
                isLater: false),
            Setting(
                "screen.text_scale", .number(config.textScale),
                [0.8, 1, 1.2, 1.4, 1.6].map(ConfigValue.number), isLater: false),
            Setting(
                "portrait.rule", .text(config.ruleName), texts(config.rules.map(\.name)),
                isLater: true),
            Setting(
                "studio.hours", .text(config.openingHours?.description ?? ""), nil,
                isLater: true),
        ]
    }
}

extension Booth {
    /// Opens the settings, between two students.
    mutating func openPreferences() -> [BoothAction] {
        isBetweenStudents ? [.offerPreferences] : []
    }

    /// The settings as they are.
    mutating func offered(_ preferences: Preferences) -> [BoothAction] {
        guard isBetweenStudents else { return [] }
        self.preferences = preferences
        return []
    }

    /// A key while settings are changed.
    mutating func press(_ key: BoothKey, for open: Preferences) -> [BoothAction] {
        switch key {
        case .leave, .cancel: preferences = nil
        case .enter, .shootOrAccept: return save(open)
        case .character(let digit): return change(digit.wholeNumberValue ?? 0)
        default: return [.notify(.keyNotNow)]
        }
        return []
    }

    private mutating func change(_ number: Int) -> [BoothAction] {
        guard let count = preferences?.settings.count, (1...count).contains(number) else {
            return [.notify(.keyNotNow)]
        }
        preferences?.settings[number - 1].turn()
        if preferences?.settings[number - 1].choices.isEmpty == true {
            entry = Entry(kind: .hours)
        }
        return []
    }

    private mutating func save(_ open: Preferences) -> [BoothAction] {
        guard !open.changes.isEmpty else {
            preferences = nil
            return []
        }
        return [.savePreferences(open.changes)]
    }

    /// What was typed as opening hours.
    mutating func endHours(_ text: String) -> [BoothAction] {
        guard text.isEmpty || OpeningHours(text) != nil else {
            return failed(.savePreferences, .hoursWrong)
        }
        succeeded(.savePreferences)
        let index = preferences?.settings.firstIndex { $0.path == "studio.hours" }
        if let index { preferences?.settings[index].value = .text(text) }
        return []
    }

    /// The settings are in the file.
    mutating func saved() -> [BoothAction] {
        let needsNextTime = preferences?.needsNextTime ?? false
        preferences = nil
        return [.notify(.preferencesSaved(needsNextTime: needsNextTime))]
    }
}
