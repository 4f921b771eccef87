import CV4L2
import KioskCore

/// The modes a camera offers.
extension CameraDevice {
    /// Every format with its sizes and each size's highest rate. A range of sizes gives those that
    /// portraits are taken in, as far as it holds them.
    func offers() -> [CameraOffer] {
        formats().flatMap { format in
            sizes(format).map { size in
                CameraOffer(format: format, size: size, rate: rate(format, size))
            }
        }
    }

    private func formats() -> [FourCC] {
        var formats: [FourCC] = []
        var entry = v4l2_fmtdesc()
        while cv4l2_enum_fmt(descriptor, multiplanar, &entry) == 0 {
            formats.append(FourCC(rawValue: entry.pixelformat))
            entry.index += 1
        }
        return formats
    }

    private func sizes(_ format: FourCC) -> [Size] {
        var sizes: [Size] = []
        var entry = v4l2_frmsizeenum()
        entry.pixel_format = format.rawValue
        while cv4l2_enum_framesizes(descriptor, &entry) == 0 {
            sizes += Self.sizes(entry)
            guard entry.type == V4L2_FRMSIZE_TYPE_DISCRETE.rawValue else { break }
            entry.index += 1
        }
        return sizes.isEmpty ? presentSize().map { [$0] } ?? [] : sizes
    }

    /// The size it is set to: what a driver has that lists none.
    private func presentSize() -> Size? {
        var picture = cv4l2_picture()
        guard cv4l2_get_picture(descriptor, multiplanar, &picture) == 0 else { return nil }
        return Size(width: Int(picture.width), height: Int(picture.height))
    }

    private static let usual = [
        Size(width: 1920, height: 1080), Size(width: 1280, height: 720),
        Size(width: 640, height: 480),
    ]

    private static func sizes(_ entry: v4l2_frmsizeenum) -> [Size] {
        guard entry.type != V4L2_FRMSIZE_TYPE_DISCRETE.rawValue else {
            return [Size(width: Int(entry.discrete.width), height: Int(entry.discrete.height))]
        }
        let range = entry.stepwise
        let columns = Int(range.min_width)...max(Int(range.min_width), Int(range.max_width))
        let rows = Int(range.min_height)...max(Int(range.min_height), Int(range.max_height))
        return usual.filter { columns.contains($0.width) && rows.contains($0.height) }
    }

    /// The highest rate of a mode; 0 where the driver does not say.
    private func rate(_ format: FourCC, _ size: Size) -> Double {
        var entry = v4l2_frmivalenum()
        entry.pixel_format = format.rawValue
        (entry.width, entry.height) = (UInt32(size.width), UInt32(size.height))
        var rates: [Double] = []
        while cv4l2_enum_frameintervals(descriptor, &entry) == 0 {
            let isDiscrete = entry.type == V4L2_FRMIVAL_TYPE_DISCRETE.rawValue
            rates.append(Self.rate(isDiscrete ? entry.discrete : entry.stepwise.min))
            guard isDiscrete else { break }
            entry.index += 1
        }
        return rates.max() ?? 0
    }

    static func rate(_ seconds: v4l2_fract) -> Double {
        seconds.numerator > 0 ? Double(seconds.denominator) / Double(seconds.numerator) : 0
    }
}

/// Setting a mode, and what the driver made of it.
extension CameraDevice {
    /// What the driver reports after a mode was set.
    struct Setting {
        var picture: cv4l2_picture
        var given: CameraOffer
    }

    /// Sets a mode and reads back what the driver made of it, with a second question: some drivers
    /// answer the first with what they were asked for.
    ///
    /// - Throws: `camera.busy`, `camera.gone`; `camera.format` where the driver took another
    ///   format or size than it offered.
    func set(_ offer: CameraOffer, fps: Int) throws(KioskError) -> Setting {
        var picture = cv4l2_picture()
        (picture.width, picture.height) = (UInt32(offer.size.width), UInt32(offer.size.height))
        picture.fourcc = offer.format.rawValue
        try check(
            cv4l2_set_picture(descriptor, multiplanar, &picture), asksForFormat: true)
        let rate = setRate(fps > 0 ? Double(fps) : offer.rate)
        try check(cv4l2_get_picture(descriptor, multiplanar, &picture))
        let given = CameraOffer(
            format: FourCC(rawValue: picture.fourcc),
            size: Size(width: Int(picture.width), height: Int(picture.height)), rate: rate)
        guard given.format == offer.format, given.size == offer.size else {
            throw KioskError(.cameraFormat, path, detail: "\(offer) → \(given)")
        }
        return Setting(picture: picture, given: given)
    }

    /// Asks for a rate and says which the driver took; 0 where it has no say in it.
    private func setRate(_ wanted: Double) -> Double {
        guard wanted > 0 else { return 0 }
        var seconds = v4l2_fract(numerator: 1000, denominator: UInt32((wanted * 1000).rounded()))
        guard cv4l2_set_rate(descriptor, multiplanar, &seconds) == 0 else { return 0 }
        guard cv4l2_get_rate(descriptor, multiplanar, &seconds) == 0 else { return 0 }
        return Self.rate(seconds)
    }
}
