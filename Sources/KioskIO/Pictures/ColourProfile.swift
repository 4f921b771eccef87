import CLCMS
import KioskCore

/// Little CMS: what a picture's numbers mean, and their way to sRGB.
///
/// Colours inside both spaces keep their look (relative colorimetric); what sRGB does not have becomes
/// the nearest it has.
struct ColourProfile: ~Copyable {
    private let profile: cmsHPROFILE

    /// The profile of an ICC file's bytes; nil where they are none, or none of light or of gray.
    init?(icc: [UInt8]) {
        guard let profile = cmsOpenProfileFromMem(icc, cmsUInt32Number(icc.count)) else {
            return nil
        }
        let space = cmsGetColorSpace(profile)
        guard space == cmsSigRgbData || space == cmsSigGrayData else {
            cmsCloseProfile(profile)
            return nil
        }
        self.profile = profile
    }

    /// The profile of a PNG's gamma and primaries: x and y of white, red, green, blue; what is nil is
    /// sRGB's.
    init?(
        gamma: Double?,
        primaries: (Double, Double, Double, Double, Double, Double, Double, Double)?
    ) {
        let p = primaries ?? (0.3127, 0.3290, 0.64, 0.33, 0.30, 0.60, 0.15, 0.06)
        var white = cmsCIExyY(x: p.0, y: p.1, Y: 1)
        var colours = cmsCIExyYTRIPLE(
            Red: cmsCIExyY(x: p.2, y: p.3, Y: 1), Green: cmsCIExyY(x: p.4, y: p.5, Y: 1),
            Blue: cmsCIExyY(x: p.6, y: p.7, Y: 1))
        guard let curve = gamma.map({ cmsBuildGamma(nil, $0) }) ?? Self.curveOfSRGB else {
            return nil
        }
        defer { cmsFreeToneCurve(curve) }
        var curves: [OpaquePointer?] = [curve, curve, curve]
        guard let profile = cmsCreateRGBProfile(&white, &colours, &curves) else { return nil }
        self.profile = profile
    }

    deinit { cmsCloseProfile(profile) }

    /// IEC 61966-2-1, as lcms2 writes it: Y = ((X + 0.055) / 1.055) ^ 2.4, linear below 0.04045.
    private static var curveOfSRGB: OpaquePointer? {
        cmsBuildParametricToneCurve(nil, 4, [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045])
    }

    /// The library's name and version, as in "lcms2 2.14".
    static var engine: String {
        let version = Int(cmsGetEncodedCMMversion())
        return "lcms2 \(version / 1000).\(version % 1000 / 10)"
    }

    /// Brings a picture to sRGB.
    borrowing func convert(_ photo: inout Photo) {
        photo.refill(size: photo.size) { convert(UnsafeMutableRawBufferPointer($0), channels: 3) }
    }

    /// Brings pixels to sRGB where they lie: R G B, or R G B and an alpha that is not touched. Where
    /// the profile is damaged they stay as they are, as in programs that know no profiles.
    borrowing func convert(_ pixels: inout [UInt8], channels: Int) {
        pixels.withUnsafeMutableBytes { convert($0, channels: channels) }
    }

    private borrowing func convert(_ pixels: UnsafeMutableRawBufferPointer, channels: Int) {
        let isGray = cmsGetColorSpace(profile) == cmsSigGrayData
        let count = cmsUInt32Number(pixels.count / channels)
        guard let target = cmsCreate_sRGBProfile() else { return }
        defer { cmsCloseProfile(target) }
        let format = Self.format(channels: 3, skipping: channels - 3, PT_RGB)
        let from = isGray ? Self.format(channels: 1, skipping: channels - 1, PT_GRAY) : format
        guard
            let transform = cmsCreateTransform(
                profile, from, target, format, cmsUInt32Number(INTENT_RELATIVE_COLORIMETRIC), 0)
        else { return }
        defer { cmsDeleteTransform(transform) }
        cmsDoTransform(transform, pixels.baseAddress, pixels.baseAddress, count)
    }

    /// lcms2's number for pixels of 8-bit channels, with others behind them that are no colour.
    private static func format(channels: Int, skipping: Int, _ space: Int32) -> cmsUInt32Number {
        cmsUInt32Number(space) << 16 | cmsUInt32Number(skipping) << 7
            | cmsUInt32Number(channels) << 3 | 1
    }
}
