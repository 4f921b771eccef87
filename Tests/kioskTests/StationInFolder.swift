import KioskCore
import KioskIO
import TestSupport

@testable import kiosk

extension Station {
    /// A station of the usual settings that keeps everything in a test's folder.
    init(
        in folder: TestFolder, _ booth: BoothSettings = BoothSettings(), opening: [Phrase] = [],
        configFile: String? = nil
    ) throws {
        let files = Stored.files(folder)
        var exports = Exports(files: files, config: KioskConfig(), folder: folder.file("discs"))
        exports.configFile = configFile
        self.init(
            Settings(
                booth: booth, rule: .chsi, codesRate: 30,
                exports: exports),
            store: try SessionStore.open(SessionName("day"), in: files),
            log: try EventLog(path: folder.file("kiosk.log")), opening: opening)
    }
}
