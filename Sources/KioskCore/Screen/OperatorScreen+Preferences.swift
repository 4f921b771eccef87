extension OperatorScreen {
    /// The settings as cards over the stage: each turns to its next value when it is pressed.
    mutating func addPreferences(_ preferences: Preferences) {
        canvas.fill(areas.stage, .panel)
        let cards = preferences.settings.enumerated().map { index, setting in
            ("\(index + 1)", PreferencesWords.line(setting)[language])
        }
        addCards("", cards, in: areas.stage.inset(2 * margin), isTaken: false)
    }
}
