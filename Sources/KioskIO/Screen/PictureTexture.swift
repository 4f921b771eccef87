internal import CSDL2
import KioskCore

/// A picture on the screen that changes: the camera's, or a portrait.
final class PictureTexture {
    private let renderer: OpaquePointer
    private(set) var texture: OpaquePointer?
    /// Columns and rows of the texture.
    private(set) var size = Size(width: 0, height: 0)
    /// Columns and rows of what it was made of.
    var sourceSize = Size(width: 0, height: 0)
    /// Whether it stands in the texture as a mirror would show it.
    var isMirrored = false

    init(_ renderer: OpaquePointer) { self.renderer = renderer }

    func close() { clear() }

    func clear() {
        if let texture { SDL_DestroyTexture(texture) }
        texture = nil
        size = Size(width: 0, height: 0)
    }

    /// Where a part of what it was made of stands in the texture, px.
    func part(_ source: Rect) -> Rect {
        let scale = Double(size.width) / Double(max(1, sourceSize.width))
        let left = isMirrored ? sourceSize.width - source.x - source.width : source.x
        return Rect(
            x: Int((Double(left) * scale).rounded()),
            y: Int((Double(source.y) * scale).rounded()),
            width: Int((Double(source.width) * scale).rounded()),
            height: Int((Double(source.height) * scale).rounded()))
    }

    /// Copies a picture in; mirrored here, where it costs one pass, rather than by the renderer.
    func update(_ photo: Photo, isMirrored: Bool) {
        if photo.size != size { make(photo.size) }
        sourceSize = photo.size
        guard let texture else { return }
        var pixels: UnsafeMutableRawPointer?
        var pitch: Int32 = 0
        guard SDL_LockTexture(texture, nil, &pixels, &pitch) == 0, let pixels else { return }
        photo.pixels.withUnsafeBufferPointer { source in
            for row in 0..<photo.height {
                let target = (pixels + row * Int(pitch)).assumingMemoryBound(to: UInt32.self)
                let line = UnsafeBufferPointer(
                    rebasing: source[row * photo.width * 3..<(row + 1) * photo.width * 3])
                Self.copy(line, to: target, isMirrored)
            }
        }
        SDL_UnlockTexture(texture)
    }

    /// Copies a row, R G B each, to words of 0x00RRGGBB.
    private static func copy(
        _ line: UnsafeBufferPointer<UInt8>, to target: UnsafeMutablePointer<UInt32>,
        _ isMirrored: Bool
    ) {
        guard let start = line.baseAddress else { return }
        let columns = line.count / 3
        let step = isMirrored ? -3 : 3
        var from = isMirrored ? start + 3 * (columns - 1) : start
        for column in 0..<columns {
            target[column] = UInt32(from[0]) << 16 | UInt32(from[1]) << 8 | UInt32(from[2])
            from += step
        }
    }

    /// Of the format that windows have: of any other SDL's own renderer makes a copy each time it scales.
    private func make(_ new: Size) {
        clear()
        size = new
        texture = SDL_CreateTexture(
            renderer, SDL_PIXELFORMAT_RGB888.rawValue,
            Int32(SDL_TEXTUREACCESS_STREAMING.rawValue), Int32(new.width), Int32(new.height))
    }
}
