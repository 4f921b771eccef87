import Foundation
import KioskCore

/// The files of the face models, each known by its digest.
enum FaceModel: String, CaseIterable {
    case fullRange = "face_detection_full_range"
    case shortRange = "face_detection_short_range"
    case mesh = "face_landmark"
    case iris = "iris_landmark"

    /// SHA-256 of the file, as MediaPipe pins it.
    private var digest: String {
        switch self {
        case .fullRange: "99bf9494d84f50acc6617d89873f71bf6635a841ea699c17cb3377f9507cfec3"
        case .shortRange: "3bc182eb9f33925d9e58b5c8d59308a760f4adea8f282370e428c51212c26633"
        case .mesh: "2efcb4f4de43c7614b80a3cc3e8a37354b3b3b40f75cce20f6f38f0f25d65493"
        case .iris: "d1744d2a09c25f501d39eba4faff47e53ecca8852c5ce19bce8eeac39357521f"
        }
    }

    /// Where the models of an installed program are.
    private static let installed = "/usr/share/kiosk/models"

    /// The folder with the models: `.build/models` in the folder of work or above the program, as a checkout
    /// has them, else `/usr/share/kiosk/models`, whether they are there or not.
    static let folder: String = {
        let built = ([".build"] + buildFolders).map { $0 + "/models" }
        return built.first(where: FileAccess.exists) ?? installed
    }()

    /// The folders above the program whose name is `.build`.
    private static var buildFolders: [String] {
        let program = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
        let parts = (program ?? "").split(separator: "/")
        return parts.indices.filter { parts[$0] == ".build" }.map {
            "/" + parts[...$0].joined(separator: "/")
        }
    }

    /// The network in a folder's file of that name.
    ///
    /// - Throws: `face.model` where the file is missing, or another than it should be.
    func network(in folder: String) throws(KioskError) -> Network {
        let path = "\(folder)/\(rawValue).tflite"
        let bytes = try FileAccess.read(path, missing: .faceModel, most: 64 << 20)
        guard SHA256.hex(bytes) == digest else {
            throw KioskError(.faceModel, path, detail: "SHA-256")
        }
        return try Network.ready(Self.model(bytes, path))
    }

    private static func model(
        _ bytes: [UInt8], _ path: String
    ) throws(KioskError) -> NetworkModel {
        do throws(NetworkFault) {
            return try NetworkModel(parsing: bytes)
        } catch {
            throw KioskError(.faceModel, path, detail: error.text)
        }
    }
}
