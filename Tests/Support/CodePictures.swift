public import KioskCore
import StudioKit

/// Pictures of students' cards as they reach the counter: drawn, with everything that happens to them on the way.
public enum CodePictures {
    /// A picture and what stands in it.
    public struct Sample: Sendable {
        /// The bytes of the code.
        public let bytes: [UInt8]
        /// Pixels a module, in the picture.
        public let module: Double
        /// The picture.
        public let picture: GrayImage
        /// The quality that it is saved in as a JPEG.
        public let quality: Int
        /// The picture in colours that it has none of.
        public var photo: Photo { picture.photo }
    }

    /// The card on a phone, as the phone saves what it shows: scaled, in dark mode, in a chat's frame, cut close.
    public static func screenshot(seed: UInt64, index: Int) -> Sample {
        var dice = Dice(seed &* 1_000_003 &+ UInt64(index))
        let card = CodeCard(seed: seed, index: index)
        let scale = Double.random(in: 0.4...2, using: &dice)
        var picture = card.picture(scale: scale)
        let module = Double(CodeCard.code.width) / Double(card.side) * scale
        switch Int.random(in: 0..<4, using: &dice) {
        case 0:
            picture = cut(picture, scale, margin: Double.random(in: 0...2, using: &dice) * module)
        case 1: picture = framed(picture, ground: 237, &dice)
        case 2: picture = framed(picture, ground: 20, &dice)
        default: break
        }
        if Int.random(in: 0..<5, using: &dice) == 0 { picture = picture.inverted() }
        return Sample(
            bytes: card.bytes, module: module, picture: picture,
            quality: Int.random(in: 30...90, using: &dice))
    }

    /// Without its quiet zone but for that many pixels.
    private static func cut(_ picture: GrayImage, _ scale: Double, margin: Double) -> GrayImage {
        let code = CodeCard.code
        let left = max(0, Int(Double(code.x) * scale - margin))
        let top = max(0, Int(Double(code.y) * scale - margin))
        let width = min(
            picture.width - left, Int((Double(code.width) * scale + 2 * margin).rounded()) + 1)
        let height = min(
            picture.height - top, Int((Double(code.height) * scale + 2 * margin).rounded()) + 1)
        return GrayImage(size: Size(width: width, height: height)) { output in
            for y in 0..<height {
                for x in 0..<width {
                    output[y * width + x] = picture.pixels[(top + y) * picture.width + left + x]
                }
            }
        }
    }

    /// In the middle of a chat: a ground, and bubbles above and below.
    private static func framed(_ picture: GrayImage, ground: UInt8, _ dice: inout Dice) -> GrayImage
    {
        let size = Size(width: picture.width * 3 / 2, height: picture.height * 2)
        let left = Int.random(in: 0...(size.width - picture.width), using: &dice)
        let top = size.height / 4
        return GrayImage(size: size) { output in
            for y in 0..<size.height {
                for x in 0..<size.width {
                    let (column, row) = (x - left, y - top)
                    let isCard =
                        column >= 0 && column < picture.width && row >= 0 && row < picture.height
                    let isBubble = !isCard && (y / 40) % 3 == 0 && x > 20 && x < size.width / 2
                    output[y * size.width + x] =
                        isCard
                        ? picture.pixels[row * picture.width + column]
                        : isBubble ? 255 - ground / 4 : ground
                }
            }
        }
    }
}

extension GrayImage {
    /// The same in three equal channels.
    public var photo: Photo { Photo(size: size, pixels: pixels.flatMap { [$0, $0, $0] }) }
}
