import CV4L2
import KioskCore

/// A pixel format and size that a camera offers.
struct CameraMode: Hashable {
    let format: FourCC
    let size: Size

    /// Formats that can be decoded, the one that costs the bus least first.
    private static let formats: [FourCC] = [.motionJPEG, .yuyv]

    /// The mode that suits a portrait best: at least 640 rows, since a portrait is never enlarged;
    /// of those the largest up to 1920×1080, MJPG before YUYV.
    static func best(of device: Int32, path: String, wanted: Size?) throws(KioskError) -> CameraMode
    {
        var capability = v4l2_capability()
        let status = cv4l2_querycap(device, &capability)
        guard status == 0 else { throw KioskError(camera: path, errno: -status) }
        let features =
            capability.capabilities & UInt32(V4L2_CAP_DEVICE_CAPS) != 0
            ? capability.device_caps : capability.capabilities
        let needed = UInt32(V4L2_CAP_VIDEO_CAPTURE) | UInt32(V4L2_CAP_STREAMING)
        guard features & needed == needed else {
            throw KioskError(.cameraFormat, path, detail: "no streaming capture")
        }
        let offered = modes(of: device)
        let usable = offered.filter { mode in
            wanted.map { mode.size == $0 } ?? (mode.size.height >= 640 && mode.size.width <= 1920)
        }
        guard let best = usable.max(by: isLess) else {
            let sizes = Set(offered.map { "\($0.format) \($0.size)" }).sorted()
            throw KioskError(.cameraFormat, path, detail: sizes.joined(separator: ", "))
        }
        return best
    }

    /// Sets the mode and reads back what the driver made of it.
    func set(on device: Int32, path: String, fps: Int) throws(KioskError) -> FrameLayout {
        var description = v4l2_format()
        cv4l2_set_pixels(&description, UInt32(size.width), UInt32(size.height), format.rawValue)
        let status = cv4l2_s_fmt(device, &description)
        guard status == 0 else { throw KioskError(camera: path, errno: -status) }
        let pixels = cv4l2_pixels(&description)
        guard FourCC(rawValue: pixels.pixelformat) == format else {
            throw KioskError(.cameraFormat, path, detail: "\(FourCC(rawValue: pixels.pixelformat))")
        }
        setRate(fps, device)
        return Self.layout(pixels)
    }

    private static func layout(_ pixels: v4l2_pix_format) -> FrameLayout {
        let format = FourCC(rawValue: pixels.pixelformat)
        let isHD = pixels.colorspace == UInt32(V4L2_COLORSPACE_REC709.rawValue)
        let isFull = pixels.quantization == UInt32(V4L2_QUANTIZATION_FULL_RANGE.rawValue)
        return FrameLayout(
            format: format,
            size: Size(width: Int(pixels.width), height: Int(pixels.height)),
            stride: format == .motionJPEG ? 0 : Int(pixels.bytesperline),
            encoding: format == .motionJPEG
                ? .jfif : YUVEncoding(matrix: isHD ? .bt709 : .bt601, fullRange: isFull))
    }

    /// Asks for a rate; a driver that has no say in it is left alone.
    private func setRate(_ fps: Int, _ device: Int32) {
        guard fps > 0 else { return }
        var parameters = v4l2_streamparm()
        parameters.type = UInt32(V4L2_BUF_TYPE_VIDEO_CAPTURE.rawValue)
        parameters.parm.capture.timeperframe = v4l2_fract(numerator: 1, denominator: UInt32(fps))
        _ = cv4l2_s_parm(device, &parameters)
    }

    private static func isLess(_ first: CameraMode, _ second: CameraMode) -> Bool {
        let areas = (first.size.width * first.size.height, second.size.width * second.size.height)
        guard areas.0 == areas.1 else { return areas.0 < areas.1 }
        return (formats.firstIndex(of: first.format) ?? 9)
            > (formats.firstIndex(of: second.format) ?? 9)
    }

    /// Every discrete mode with a format we decode. A stepwise range gives its 1280×720 where it
    /// holds it.
    private static func modes(of device: Int32) -> [CameraMode] {
        formats.flatMap { format -> [CameraMode] in
            var modes: [CameraMode] = []
            var entry = v4l2_frmsizeenum()
            entry.pixel_format = format.rawValue
            while cv4l2_enum_framesizes(device, &entry) == 0 {
                modes.append(contentsOf: sizes(entry).map { CameraMode(format: format, size: $0) })
                entry.index += 1
            }
            return modes
        }
    }

    private static func sizes(_ entry: v4l2_frmsizeenum) -> [Size] {
        guard entry.type != V4L2_FRMSIZE_TYPE_DISCRETE.rawValue else {
            return [Size(width: Int(entry.discrete.width), height: Int(entry.discrete.height))]
        }
        let range = entry.stepwise
        let fits =
            range.min_width <= 1280 && 1280 <= range.max_width && range.min_height <= 720
            && 720 <= range.max_height
        return fits ? [Size(width: 1280, height: 720)] : []
    }
}
