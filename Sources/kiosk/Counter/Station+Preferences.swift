import KioskCore
import KioskIO

extension Station {
    /// Gives the settings as they are, with the cameras and displays there are to choose from.
    mutating func offerPreferences(at time: FrameTime, _ operating: inout some Operating) {
        let config = savedConfig ?? settings.exports.config
        let cameras = CameraListing.all(CameraChoice(config, settings.rule)).cameras.map {
            $0.stableNames.first ?? $0.path
        }
        let preferences = Preferences(
            config, cameras: cameras, displays: operating.displayNames,
            changesCamera: isDevice)
        step(.preferences(preferences), at: time, &operating)
    }

    /// Writes changed settings into kiosk.conf; what can be changed at once is.
    mutating func savePreferences(
        _ changes: [ConfigChange], at time: FrameTime, _ operating: inout some Operating
    ) throws(KioskError) {
        let config = try ConfigFile.save(changes, named: settings.exports.configFile)
        savedConfig = config
        operating.apply(config)
        if changes.contains(where: { $0.path == "camera.source" }) {
            wantedDevice = config.cameraSource
        }
        step(.succeeded(.savePreferences), at: time, &operating)
    }

    /// Writes down what was changed without the settings being opened, for the next day.
    mutating func keepChanges(at time: FrameTime, _ operating: inout some Operating) {
        let changes = operating.takeChanges()
        guard !changes.isEmpty else { return }
        do throws(KioskError) {
            savedConfig = try ConfigFile.save(changes, named: settings.exports.configFile)
        } catch {
            tell(.refused(error), at: time, &operating)
        }
    }
}
