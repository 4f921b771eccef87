/// A portrait at half its size as its difference to the backdrop's model: 128 where it is the backdrop.
/// Red and blue alone tell marks of every colour from the backdrops that rules know.
struct HalvedDifference {
    let size: Size
    /// Red, green and blue, levels from the backdrop's, 128 added.
    let channels: [GrayImage]
    private let threshold: Double

    init(_ photo: Photo, _ model: BackdropModel) {
        let size = Size(width: photo.width / 2, height: photo.height / 2)
        self.size = size
        threshold = model.threshold
        channels = (0..<3).map { channel in
            GrayImage(size: size) { output in
                photo.pixels.withUnsafeBufferPointer { pixels in
                    Self.fill(output, pixels, photo.width, size, channel, model)
                }
            }
        }
    }

    private static func fill(
        _ output: UnsafeMutableBufferPointer<UInt8>, _ pixels: UnsafeBufferPointer<UInt8>,
        _ width: Int, _ size: Size, _ channel: Int, _ model: BackdropModel
    ) {
        for y in 0..<size.height {
            let (start, step) = model.levels(row: Double(2 * y) + 0.5, channel)
            for x in 0..<size.width {
                let at = (2 * y * width + 2 * x) * 3 + channel
                let sum =
                    Int(pixels[at]) + Int(pixels[at + 3]) + Int(pixels[at + 3 * width])
                    + Int(pixels[at + 3 * width + 3])
                let difference = Float(sum) / 4 - (start + step * Float(2 * x))
                output[y * size.width + x] = UInt8(min(max(difference + 128, 0), 255))
            }
        }
    }

    /// 1 where the student is: what differs from the backdrop and hangs together with the face or with
    /// what leaves the portrait below, and the face itself.
    func student(_ head: HeadGeometry) -> GrayImage {
        // Nothing thin: a line across the picture reaches the student and is none.
        var mask = GrayImage(size: size, pixels: differing).without(narrowerThan: 5).pixels
        var found = [UInt8](repeating: 0, count: mask.count)
        mask.withUnsafeMutableBufferPointer { mask in
            for index in 0..<mask.count where isSeed(index, head) {
                found[index] = 1
                guard mask[index] != 0 else { continue }
                for pixel in ConnectedPart(takenFrom: mask, size.width, at: index).pixels {
                    found[pixel] = 1
                }
            }
        }
        return GrayImage(size: size, pixels: found)
    }

    /// How far the hair is from the backdrop in each channel: the middle of what is under its top.
    func hair(_ head: HeadGeometry) -> SIMD3<Double> {
        let top = head.hairTopOrEstimate
        let rows = stride(from: top + 0.06 * head.faceWidth, to: top + 0.2 * head.faceWidth, by: 2)
        let columns = stride(from: -0.3, through: 0.3, by: 0.05)
        let places = rows.flatMap { y in
            columns.compactMap { u -> Int? in
                let (x, y) = (Int(head.middle + u * head.faceWidth) / 2, Int(y) / 2)
                return x >= 0 && y >= 0 && x < size.width && y < size.height
                    ? y * size.width + x : nil
            }
        }
        guard !places.isEmpty else { return .zero }
        func middle(_ channel: GrayImage) -> Double {
            places.map { Double(channel.pixels[$0]) - 128 }.smallest(at: places.count / 2)
        }
        return SIMD3(middle(channels[0]), middle(channels[1]), middle(channels[2]))
    }

    /// Whether a part has that difference to the backdrop, or a share of it, as a strand has.
    func isLike(_ hair: SIMD3<Double>, _ part: ConnectedPart) -> Bool {
        var sum = SIMD3<Double>.zero
        for pixel in part.pixels {
            sum += SIMD3(channels.map { Double($0.pixels[pixel]) - 128 })
        }
        let along = (sum * hair).sum()
        return along > 0
            && along * along > 0.85 * (sum * sum).sum() * (hair * hair).sum()
    }

    private var differing: [UInt8] {
        let most = UInt8(min(threshold, 40))
        return [UInt8](unsafeUninitializedCapacity: channels[0].pixels.count) { output, count in
            count = output.count
            channels[0].pixels.withUnsafeBufferPointer { red in
                channels[2].pixels.withUnsafeBufferPointer { blue in
                    for index in 0..<count {
                        let far = max(Self.far(red[index]), Self.far(blue[index]))
                        output[index] = far > most ? 1 : 0
                    }
                }
            }
        }
    }

    private static func far(_ level: UInt8) -> UInt8 { max(level, 128) - min(level, 128) }

    private func isSeed(_ index: Int, _ head: HeadGeometry) -> Bool {
        let (x, y) = (Double(index % size.width) * 2, Double(index / size.width) * 2)
        let (u, v) = ((x - head.middle) / head.faceWidth, (y - head.eyeLine) / head.faceWidth)
        let (across, down) = (u / 0.5, (v - 0.05) / 0.65)
        if across * across + down * down < 1 { return true }
        // Shoulders begin at the neck and fall outwards.
        return v > 0.52 + 0.3 * min(max(0, abs(u) - 0.3) / 0.7, 1)
    }
}

extension GrayImage {
    /// The same, 128 where `mask` is not 0.
    func without(_ mask: GrayImage) -> GrayImage {
        GrayImage(size: size) { output in
            pixels.withUnsafeBufferPointer { own in
                mask.pixels.withUnsafeBufferPointer { mask in
                    for index in 0..<output.count {
                        output[index] = mask[index] == 0 ? own[index] : 128
                    }
                }
            }
        }
    }
}
