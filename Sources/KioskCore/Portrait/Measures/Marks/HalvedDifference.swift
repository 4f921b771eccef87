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
        // Nothing thin: a line or a word that reaches the student is none.
        var mask = differing.without(narrowerThan: 9).pixels
        return GrayImage(size: size) { found in
            found.update(repeating: 0)
            mask.withUnsafeMutableBufferPointer { mask in
                for y in 0..<size.height {
                    for x in seeds(row: y, head) {
                        let index = y * size.width + x
                        found[index] = 1
                        guard mask[index] != 0 else { continue }
                        for pixel in ConnectedPart(takenFrom: mask, size.width, 1, at: index).pixels
                        {
                            found[pixel] = 1
                        }
                    }
                }
            }
        }
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

    /// 1 where the portrait differs from the backdrop.
    private var differing: GrayImage {
        let most = UInt8(min(threshold, 40))
        return GrayImage(size: size) { output in
            channels[0].pixels.withUnsafeBufferPointer { red in
                channels[2].pixels.withUnsafeBufferPointer { blue in
                    for index in 0..<output.count {
                        let far = max(Self.far(red[index]), Self.far(blue[index]))
                        output[index] = far > most ? 1 : 0
                    }
                }
            }
        }
    }

    private static func far(_ level: UInt8) -> UInt8 { max(level, 128) - min(level, 128) }

    /// The columns of a row that are the student's whatever they look like: an oval for the face, and what is
    /// below the shoulders, which begin at the neck and fall outwards.
    private func seeds(row: Int, _ head: HeadGeometry) -> Range<Int> {
        let v = (Double(2 * row) - head.eyeLine) / head.faceWidth
        let down = (v - 0.05) / 0.65
        let face = 0.5 * max(0, 1 - down * down).squareRoot()
        let body = v < 0.52 ? 0 : v < 0.82 ? 0.3 + 0.7 * (v - 0.52) / 0.3 : Double(size.width)
        let reach = max(face, body) * head.faceWidth / 2
        let (first, last) = (Int(head.middle / 2 - reach), Int(head.middle / 2 + reach) + 1)
        guard reach > 0 else { return 0..<0 }
        return (first..<last).clamped(to: 0..<size.width)
    }
}

extension GrayImage {
    /// The same, where `mask` is not 0 what lies to the left and right of it, from one to the other: a wall that
    /// is lit unevenly goes on behind the student.
    func without(_ mask: GrayImage) -> GrayImage {
        GrayImage(size: size) { output in
            _ = output.update(fromContentsOf: pixels)
            for row in 0..<height {
                let line = UnsafeMutableBufferPointer(
                    rebasing: output[row * width..<(row + 1) * width])
                var column = 0
                while let start = (column..<width).first(where: {
                    mask.pixels[row * width + $0] != 0
                }) {
                    let end = (start..<width).first { mask.pixels[row * width + $0] == 0 } ?? width
                    line.bridge(start..<end)
                    column = end
                }
            }
        }
    }
}

extension GrayImage {
    /// The same, 0 where `mask` is not 0.
    func blank(where mask: GrayImage) -> GrayImage {
        GrayImage(size: size) { output in
            pixels.withUnsafeBufferPointer { own in
                mask.pixels.withUnsafeBufferPointer { mask in
                    for index in 0..<output.count {
                        output[index] = mask[index] == 0 ? own[index] : 0
                    }
                }
            }
        }
    }
}

extension UnsafeMutableBufferPointer<UInt8> {
    /// Fills a gap with what lies at both sides of it, or at the one there is; 128 where there is none.
    fileprivate func bridge(_ gap: Range<Int>) {
        func mean(_ places: Range<Int>) -> Int? {
            let inside = places.clamped(to: 0..<count)
            return inside.isEmpty ? nil : inside.reduce(0) { $0 + Int(self[$1]) } / inside.count
        }
        let (left, right) = (
            mean(gap.lowerBound - 3..<gap.lowerBound), mean(gap.upperBound..<gap.upperBound + 3)
        )
        let from = left ?? right ?? 128
        let step = (right ?? from) - from
        for place in gap {
            self[place] = UInt8(from + step * (place - gap.lowerBound) / gap.count)
        }
    }
}
