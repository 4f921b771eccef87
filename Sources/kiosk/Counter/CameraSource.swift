import KioskCore
import KioskIO

/// What `--camera` and `camera.source` can name.
enum CameraSource: Equatable {
    /// A V4L2 device.
    case device(String)
    /// A folder of pictures or a Motion-JPEG file.
    case recording(String)
    /// A named pipe that another program writes Motion-JPEG into.
    case pipe(String)
    /// The synthetic studio: its seed and number of students.
    case studio(seed: UInt64, students: Int)

    /// The source that a text names: `studio`, `studio:SEED`, `studio:SEED:N`, a path.
    ///
    /// - Throws: `usage` for a studio with a seed or number that is none.
    init(_ text: String) throws(KioskError) {
        if StudioSource.isMeant(text) {
            guard let studio = StudioSource(text) else {
                throw KioskError(.usage, "--camera \(text)")
            }
            self = .studio(seed: studio.seed, students: studio.students)
        } else if FileAccess.isPipe(text) {
            self = .pipe(text)
        } else if FileAccess.isFolder(text) || text.hasSuffix(".mjpeg") || text.hasSuffix(".mjpg") {
            self = .recording(text)
        } else {
            self = .device(text)
        }
    }
}
