import KioskCore
import KioskIO
import TestSupport

@testable import kiosk

extension Station {
    /// A station of the usual settings that keeps everything in a test's folder.
    init(
        in folder: TestFolder, _ booth: BoothSettings = BoothSettings(), opening: [Phrase] = []
    ) throws {
        let files = Stored.files(folder)
        let exports = Exports(files: files, config: KioskConfig(), folder: folder.file("discs"))
        self.init(
            Settings(
                booth: booth, rule: .chsi, codesRate: 30,
                exports: exports),
            store: try SessionStore.open(SessionName("day"), in: files),
            log: try EventLog(path: folder.file("kiosk.log")), opening: opening)
    }
}
