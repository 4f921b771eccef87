import KioskCore
import KioskIO

extension Station {
    /// Gives the settings as they are, with the cameras and displays there are to choose from.
    mutating func offerPreferences(at time: FrameTime, _ operating: inout some Operating) {
        let config = savedConfig ?? settings.exports.config
        let cameras = CameraListing.all(CameraChoice(config, settings.rule)).cameras.map {
            $0.stableNames.first ?? $0.path
        }
        let preferences = Preferences(config, cameras: cameras, displays: operating.displayNames)
        step(.preferences(preferences), at: time, &operating)
    }

    /// Writes changed settings into kiosk.conf; what can be changed at once is.
    mutating func savePreferences(
        _ changes: [ConfigChange], at time: FrameTime, _ operating: inout some Operating
    ) throws(KioskError) {
        let config = try ConfigFile.save(changes, named: settings.exports.configFile)
        savedConfig = config
        operating.apply(config)
        step(.succeeded(.savePreferences), at: time, &operating)
    }
}
