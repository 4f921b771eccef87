import Foundation
import KioskCore
import KioskIO

/// `--wait-camera`: looks for a missing camera once a second and says so once.
enum CameraWait {
    /// Comes back when there is something under the source's name.
    ///
    /// - Throws: `stopped.*` after SIGINT or SIGTERM.
    static func until(_ source: CameraSource, _ language: Language) throws(KioskError) {
        guard case .device(let path) = source, !FileAccess.exists(path) else { return }
        Console.message(KioskError(.cameraMissing, path).message(language))
        while !FileAccess.exists(path) {
            try Interruption.check()
            usleep(200_000)
        }
    }
}
