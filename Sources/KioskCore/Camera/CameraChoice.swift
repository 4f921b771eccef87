/// Chooses a camera's mode by the work it has to do.
public struct CameraChoice: Sendable {
    private let request: CameraRequest
    private let leastRows: Int
    private let leastColumns: Int
    private let isSideways: Bool

    /// A choice for portraits of a size that must not be enlarged.
    ///
    /// - Parameters:
    ///   - portrait: columns and rows of the finished portrait.
    ///   - isSideways: whether the camera is mounted on its side, so that its columns become rows.
    public init(_ request: CameraRequest, portrait: Size, isSideways: Bool = false) {
        self.request = request
        (leastColumns, leastRows) = (portrait.width, portrait.height)
        self.isSideways = isSideways
    }

    /// A choice by the configuration, for a rule's portraits.
    public init(_ config: KioskConfig, _ rule: PortraitRule) {
        self.init(
            config.camera, portrait: rule.size, isSideways: config.cameraMount.isSideways)
    }

    /// Above this many pixels on the long side a frame costs more than a portrait gains: 1080 rows
    /// leave the student room for a third of the height to sit nearer or farther.
    private static let enoughColumns = 1920
    /// Frames a second that are as good as more: the eye sees no difference in a preview.
    private static let enoughRate = 24.0

    /// What a frame costs to look at, the least first: formats whose luma lies there as it is,
    /// those where it is mixed with colour, those that have to be decompressed, those that
    /// libv4lconvert makes something of. GREY is none of them: a portrait has colours.
    private static let byCost =
        FourCC.decodable.filter { !$0.isMotionJPEG && $0 != .grey } + [.motionJPEG, .jpeg]
        + FourCC.convertible

    /// The best of the modes on offer: enough pixels for the crop without an upscale, then the
    /// rate, then as many pixels as help, then the format that costs least.
    ///
    /// - Throws: `camera.small` where no mode has the pixels, `camera.compressed` where all are in
    ///   formats without a decoder, `camera.format` where there is none as asked for; each with
    ///   what there is.
    public func best(of offers: [CameraOffer], camera: String) throws(KioskError) -> CameraOffer {
        if let name = request.format?.compressionName {
            throw KioskError(.cameraCompressed, camera, detail: name)
        }
        let decodable = offers.filter { Self.isDecoded($0.format) }
        guard offers.isEmpty || !decodable.isEmpty else {
            throw KioskError(.cameraCompressed, camera, detail: Self.list(offers))
        }
        let wanted = decodable.filter(isWanted)
        guard !wanted.isEmpty else {
            throw KioskError(.cameraFormat, camera, detail: Self.list(offers))
        }
        guard let best = wanted.filter(isLargeEnough).max(by: isWorse) else {
            throw KioskError(.cameraSmall, camera, detail: Self.list(wanted))
        }
        return best
    }

    /// Whether pictures can be made of a format's frames.
    private static func isDecoded(_ format: FourCC) -> Bool {
        byCost.contains(format.contiguous) || format == .grey
    }

    private func isWanted(_ offer: CameraOffer) -> Bool {
        if let format = request.format, offer.format != format { return false }
        if request.width > 0, offer.size.width != request.width { return false }
        if request.height > 0, offer.size.height != request.height { return false }
        return request.format != nil || offer.format != .grey
    }

    /// Columns and rows of an offer once it stands upright.
    private func upright(_ offer: CameraOffer) -> Size {
        isSideways ? Size(width: offer.size.height, height: offer.size.width) : offer.size
    }

    /// Whether the finished portrait fits into the picture pixel for pixel.
    private func isLargeEnough(_ offer: CameraOffer) -> Bool {
        let size = upright(offer)
        return size.width >= leastColumns && size.height >= leastRows
    }

    private func isWorse(_ first: CameraOffer, _ second: CameraOffer) -> Bool {
        let (one, two) = (rank(first), rank(second))
        guard one == two else { return one.lexicographicallyPrecedes(two) }
        return first.format.rawValue > second.format.rawValue
    }

    private func rank(_ offer: CameraOffer) -> [Double] {
        let isReasonable = max(offer.size.width, offer.size.height) <= Self.enoughColumns
        let rate = request.fps > 0 ? min(offer.rate, Double(request.fps)) : offer.rate
        let pixels = Double(offer.size.width * offer.size.height)
        let cost = Self.byCost.firstIndex(of: offer.format.contiguous) ?? Self.byCost.count
        return [
            isReasonable ? 1 : 0, min(rate, Self.enoughRate), isReasonable ? pixels : -pixels,
            -Double(cost),
        ]
    }

    private static func list(_ offers: [CameraOffer]) -> String {
        Set(offers.map(\.description)).sorted().joined(separator: ", ")
    }
}
