import CSwscale
import KioskCore

/// ffmpeg's libswscale, which turns frames of one format into RGB3 or GREY of the same size; chroma
/// by the nearest sample, as kiosk does.
final class Scaler {
    /// A format that it does not know.
    struct Unknown: Error {}

    private static let formats: [FourCC: AVPixelFormat] = [
        .yuyv: AV_PIX_FMT_YUYV422, .uyvy: AV_PIX_FMT_UYVY422, .yvyu: AV_PIX_FMT_YVYU422,
        .nv12: AV_PIX_FMT_NV12, .nv21: AV_PIX_FMT_NV21, .nv16: AV_PIX_FMT_NV16,
        .yu12: AV_PIX_FMT_YUV420P, .yv12: AV_PIX_FMT_YUV420P, .grey: AV_PIX_FMT_GRAY8,
        .rgb: AV_PIX_FMT_RGB24, .bgr: AV_PIX_FMT_BGR24, .bgrx: AV_PIX_FMT_BGR0,
        .xrgb: AV_PIX_FMT_0RGB,
    ]

    private let context: OpaquePointer
    private let size: Size
    private let channels: Int

    init(_ format: FourCC, to target: FourCC, _ size: Size) throws {
        guard let from = Self.formats[format], let to = Self.formats[target],
            let context = sws_getContext(
                Int32(size.width), Int32(size.height), from, Int32(size.width),
                Int32(size.height), to, SWS_POINT, nil, nil, nil)
        else { throw Unknown() }
        self.context = context
        self.size = size
        channels = target == .rgb ? 3 : 1
    }

    deinit { sws_freeContext(context) }

    func convert(_ frame: CapturedFrame, into photo: inout Photo) {
        photo.refill(size: size) { scale(frame, into: $0) }
    }

    func convert(_ frame: CapturedFrame, into gray: inout GrayImage) {
        gray.refill(size: size) { scale(frame, into: $0) }
    }

    private func scale(_ frame: CapturedFrame, into target: UnsafeMutableBufferPointer<UInt8>) {
        guard let raw = RawFormat(frame.layout.format),
            let planes = RawPlanes(frame.layout, raw)
        else { return }
        frame.bytes.withUnsafeBufferPointer { bytes in
            guard let start = bytes.baseAddress else { return }
            var sources: [UnsafePointer<UInt8>?] = [start]
            if planes.chromaStride > 0 { sources.append(start + planes.chroma) }
            if planes.secondChroma > planes.chroma { sources.append(start + planes.secondChroma) }
            if raw.isCrFirst, sources.count == 3 { sources.swapAt(1, 2) }
            sources += [nil, nil, nil]
            let strides = [planes.stride, planes.chromaStride, planes.chromaStride, 0]
            var targets: [UnsafeMutablePointer<UInt8>?] = [target.baseAddress, nil, nil, nil]
            sws_scale(
                context, sources, strides.map(Int32.init), 0, Int32(size.height), &targets,
                [Int32(size.width * channels), 0, 0, 0])
        }
    }
}
