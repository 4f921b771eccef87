public import KioskCore

/// Makes pictures of a camera's bytes.
public enum FrameDecoder {
    /// The whole colour picture of a frame, as the portrait is made of it.
    ///
    /// - Throws: `camera.format` for a format without a decoder, `picture.*` for broken bytes.
    public static func photo(
        of frame: CapturedFrame, codec: borrowing JPEGCodec
    ) throws(KioskError) -> Photo {
        try photo(of: frame, codec: codec, reduction: .full)
    }

    /// The colour picture for analysis, its longer side at most `longSide`, and how many pixels of
    /// the frame one of its pixels stands for.
    ///
    /// - Throws: as `photo`.
    public static func reducedPhoto(
        of frame: CapturedFrame, toLongSide longSide: Int, codec: borrowing JPEGCodec
    ) throws(KioskError) -> (photo: Photo, factor: Int) {
        guard frame.layout.format == .motionJPEG else {
            return try photo(of: frame, codec: codec).reduced(toLongSide: longSide)
        }
        let reduction = JPEGCodec.Reduction(frame.layout.size, toLongSide: longSide)
        let small = try photo(of: frame, codec: codec, reduction: reduction)
        return (small, Int(reduction.rawValue))
    }

    /// The luma of a frame in full size, as codes are read from it.
    ///
    /// - Throws: as `photo`.
    public static func gray(
        of frame: CapturedFrame, codec: borrowing JPEGCodec
    ) throws(KioskError) -> GrayImage {
        switch frame.layout.format {
        case .motionJPEG: try codec.decodeGray(frame.bytes, name: "frame")
        case .yuyv:
            try checked(frame, bytesPerPixel: 2) { YUYV.gray($0, $1) }
        default: try photo(of: frame, codec: codec).gray()
        }
    }

    private static func photo(
        of frame: CapturedFrame, codec: borrowing JPEGCodec, reduction: JPEGCodec.Reduction
    ) throws(KioskError) -> Photo {
        switch frame.layout.format {
        case .motionJPEG:
            return try codec.decode(frame.bytes, name: "frame", reduction: reduction)
        case .yuyv: return try checked(frame, bytesPerPixel: 2) { YUYV.photo($0, $1) }
        case .rgb: return try checked(frame, bytesPerPixel: 3) { packedRGB($0, $1) }
        default: throw KioskError(.cameraFormat, "frame", detail: "\(frame.layout.format)")
        }
    }

    /// Converts a raw frame after its length was found to hold what its layout promises.
    private static func checked<Picture>(
        _ frame: CapturedFrame, bytesPerPixel: Int,
        _ convert: (UnsafeBufferPointer<UInt8>, FrameLayout) -> Picture
    ) throws(KioskError) -> Picture {
        let layout = frame.layout
        let row = layout.size.width * bytesPerPixel
        let needed = layout.stride * (layout.size.height - 1) + row
        guard layout.size.width > 0, layout.size.height > 0, layout.stride >= row,
            frame.bytes.count >= needed
        else { throw KioskError(.pictureTruncated, "frame") }
        return frame.bytes.withUnsafeBufferPointer { convert($0, layout) }
    }

    private static func packedRGB(_ bytes: UnsafeBufferPointer<UInt8>, _ layout: FrameLayout)
        -> Photo
    {
        let row = layout.size.width * 3
        return Photo(size: layout.size) { pixels in
            for y in 0..<layout.size.height {
                for index in 0..<row { pixels[y * row + index] = bytes[y * layout.stride + index] }
            }
        }
    }
}
