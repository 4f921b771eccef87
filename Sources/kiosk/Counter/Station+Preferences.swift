import KioskCore
import KioskIO

extension Station {
    /// Gives the settings as they are, with the cameras and displays there are to choose from.
    mutating func offerPreferences(at time: FrameTime, _ operating: inout some Operating) {
        let config = savedConfig ?? settings.exports.config
        let listed = CameraListing.all(CameraChoice(config, settings.rule)).cameras
        // The device at work may have been named by the command line, or be known by another name.
        let used = device.map { device in
            listed.first { $0.path == FileAccess.followed(device) }?.bestName ?? device
        }
        let preferences = Preferences(
            config, cameras: listed.map(\.bestName), displays: operating.displayNames, device: used)
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

extension CameraListing {
    /// The name that stays the same when cameras are plugged in in another order.
    fileprivate var bestName: String { stableNames.first ?? path }
}
