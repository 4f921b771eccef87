import KioskCore
import KioskIO

extension Station {
    /// Where and how discs are written while the counter runs.
    struct Exports: Sendable {
        var files: SessionFiles
        var config: KioskConfig
        /// The kiosk.conf that was named; nil for the usual one.
        var configFile: String?
        var folder: String
        /// Where the medium is mounted that the folder is on; nil where that is the machine's own disk.
        /// A stick that is pulled out later leaves a folder of the local disk.
        let medium: String?

        /// Discs of these sessions into a folder.
        init(files: SessionFiles, config: KioskConfig, folder: String) {
            (self.files, self.config, self.folder) = (files, config, folder)
            let place = Mounts.mountPoint(of: folder)
            let isOwn = place == "/" || place == Mounts.mountPoint(of: files.folder)
            medium = isOwn ? nil : place
        }

        /// - Throws: `export.unmounted`.
        func checkMedium() throws(KioskError) {
            try Mounts.check(folder)
            guard let medium, Mounts.mountPoint(of: folder) != medium else { return }
            throw KioskError(.exportUnmounted, medium)
        }
    }
}
