import CV4L2
import Foundation
import KioskCore

/// An open V4L2 capture node: what it is and what it offers. Closed when it is given up.
struct CameraDevice: ~Copyable {
    /// Its path as it was opened.
    let path: String
    /// The driver's and the card's names and where it is plugged in, as the driver says.
    let driver: String
    let card: String
    let bus: String
    /// Whether it speaks the multi-planar API only (1), as the shim takes it.
    let multiplanar: Int32
    let descriptor: Int32

    /// Opens a node.
    ///
    /// - Throws: `camera.missing`, `camera.permission`, `camera.format` where it is no camera that
    ///   streams, `camera.gone`.
    init(path: String) throws(KioskError) {
        let descriptor = open(path, O_RDWR | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { throw KioskError(camera: path, errno: errno) }
        var capability = v4l2_capability()
        let status = cv4l2_querycap(descriptor, &capability)
        guard status == 0 else {
            close(descriptor)
            throw KioskError(camera: path, errno: -status)
        }
        guard let multiplanar = Self.multiplanar(capability) else {
            close(descriptor)
            throw KioskError(.cameraFormat, path, detail: "no streaming capture")
        }
        self.path = path
        self.descriptor = descriptor
        self.multiplanar = multiplanar
        driver = withUnsafeBytes(of: capability.driver) { Self.text($0) }
        card = withUnsafeBytes(of: capability.card) { Self.text($0) }
        bus = withUnsafeBytes(of: capability.bus_info) { Self.text($0) }
    }

    deinit { close(descriptor) }

    /// 0 or 1 by the node's own capabilities, nil where it does not stream pictures. A UVC
    /// camera's second node streams metadata only.
    private static func multiplanar(_ capability: v4l2_capability) -> Int32? {
        let features =
            capability.capabilities & UInt32(V4L2_CAP_DEVICE_CAPS) != 0
            ? capability.device_caps : capability.capabilities
        guard features & UInt32(V4L2_CAP_STREAMING) != 0 else { return nil }
        if features & UInt32(V4L2_CAP_VIDEO_CAPTURE) != 0 { return 0 }
        return features & UInt32(V4L2_CAP_VIDEO_CAPTURE_MPLANE) != 0 ? 1 : nil
    }

    /// Passes where a call on this node succeeded.
    ///
    /// - Throws: what its errno means. "Invalid" is a wrong format where a format was asked for,
    ///   and a failure of the driver everywhere else.
    func check(_ status: Int32, asksForFormat: Bool = false) throws(KioskError) {
        guard status != 0 else { return }
        let error = KioskError(camera: path, errno: -status)
        guard error.code == .cameraFormat, !asksForFormat else { throw error }
        throw KioskError(.cameraFailed, path, detail: error.detail)
    }

    /// The text in a C array of bytes.
    static func text(_ bytes: UnsafeRawBufferPointer) -> String {
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
}

extension KioskError {
    /// What a camera's errno means; the one table for V4L2.
    init(camera path: String, errno number: Int32) {
        let code: Code =
            switch number {
            case ENOENT, ENXIO: .cameraMissing
            case ENODEV: .cameraGone
            case EACCES, EPERM: .cameraPermission
            case EBUSY: .cameraBusy
            case EINVAL, ENOTTY: .cameraFormat
            default: .cameraFailed
            }
        let detail =
            switch code {
            case .cameraBusy: CameraHolder.name(of: path) ?? ""
            case .cameraPermission: CameraHolder.group(of: path) ?? ""
            default: KioskError.text(number)
            }
        self.init(code, path, detail: detail)
    }
}
