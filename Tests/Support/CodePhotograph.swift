import KioskCore
import StudioKit

extension CodePictures {
    /// What happens to a code between a phone's screen and a camera's picture.
    private struct Circumstances {
        /// The tangents of the angles that the phone is turned by, about its upright and its level axis: to 30°.
        let yaw: Double
        let pitch: Double
        /// Cosine and sine of the turn in the picture's plane.
        let roll: (cosine: Double, sine: Double)
        /// Pixels a module, in the middle of the code.
        let module: Double
        /// Standard deviation of the lens's blur, px.
        let blur: Double
        /// Standard deviation of the sensor's noise, levels.
        let noise: Double
        /// How bright the screen is: 1 comes to white, more is cut off.
        let gain: Double
        /// What the screen's black comes to, levels: stray light and reflections.
        let black: Double
        /// A lamp's reflection: where, as a share of the code, how wide and how bright.
        let glare: (x: Double, y: Double, radius: Double, strength: Double)
        /// The beat of the screen's pixels with the camera's: px a period, direction, levels.
        let moire: (period: Double, cosine: Double, sine: Double, strength: Double)

        init(_ dice: inout Dice, severity: Double) {
            func any(_ range: ClosedRange<Double>) -> Double { .random(in: range, using: &dice) }
            yaw = any(-0.577...0.577)
            pitch = any(-0.577...0.577)
            let sine = any(-0.3...0.3)
            roll = ((1 - sine * sine).squareRoot(), sine)
            module = any(1.8...5) / (0.5 + 0.5 * severity)
            blur = any(0.2...0.42) * module * severity
            noise = any(1...9) * severity
            let kind = Int.random(in: 0..<4, using: &dice)
            gain = kind == 0 ? any(1.2...2.2) : any(0.35...0.95)
            black = kind == 1 ? any(30...90) : any(5...30)
            let hasGlare = kind == 2
            glare = (
                any(0...1), any(0...1), any(0.1...0.35), hasGlare ? any(40...160) * severity : 0
            )
            let angle = any(-1...1)
            moire = (
                any(2.2...9), (1 - angle * angle).squareRoot(), angle,
                Int.random(in: 0..<2, using: &dice) == 0 ? any(8...45) * severity : 0
            )
        }
    }

    /// The card on a phone's screen, photographed: turned by up to 30°, blurred, noisy, in glare, with moiré, or
    /// over-exposed in a dark room.
    ///
    /// - Parameter severity: of blur, noise and light; of 0.6 ZXingReader reads about three of four.
    public static func photograph(seed: UInt64, index: Int, severity: Double = 0.6) -> Sample {
        var dice = Dice(seed &* 9_000_011 &+ UInt64(index))
        let card = CodeCard(seed: seed, index: index)
        let circumstances = Circumstances(&dice, severity: severity)
        let picture = drawn(card, circumstances, &dice)
        return Sample(
            bytes: card.bytes, module: circumstances.module, picture: picture, quality: 90)
    }

    private static func drawn(_ card: CodeCard, _ shot: Circumstances, _ dice: inout Dice)
        -> GrayImage
    {
        let reach = Int(Double(card.side) * shot.module * 1.5)
        let size = Size(width: max(200, reach), height: max(200, reach))
        var light = [Float](repeating: 0, count: size.width * size.height)
        let scale = Double(card.side) * shot.module / Double(CodeCard.code.width)
        for y in 0..<size.height {
            for x in 0..<size.width {
                var sum = 0.0
                for sub in 0..<4 {
                    let u = Double(x) + (Double(sub % 2) + 0.5) / 2 - Double(size.width) / 2
                    let v = Double(y) + (Double(sub / 2) + 0.5) / 2 - Double(size.height) / 2
                    sum += shade(card, shot, u / scale, v / scale)
                }
                light[y * size.width + x] = Float(sum / 4)
            }
        }
        blur(&light, size, shot.blur)
        return exposed(light, size, card, shot, scale, &dice)
    }

    /// How bright the screen is there, 0 to 1: px of the card from the middle of its code.
    private static func shade(_ card: CodeCard, _ shot: Circumstances, _ u: Double, _ v: Double)
        -> Double
    {
        let turnedU = u * shot.roll.cosine + v * shot.roll.sine
        let turnedV = v * shot.roll.cosine - u * shot.roll.sine
        // A pinhole as far away as the card is high three times, before a plane that leans.
        let depth = 1 - (shot.yaw * turnedU + shot.pitch * turnedV) / 1660
        let (across, down) = (foreshortening(shot.yaw), foreshortening(shot.pitch))
        let x = turnedU * across / depth + Double(CodeCard.code.x + CodeCard.code.width / 2)
        let y = turnedV * down / depth + Double(CodeCard.code.y + CodeCard.code.height / 2)
        guard x >= 0, y >= 0, x < Double(CodeCard.size.width), y < Double(CodeCard.size.height)
        else { return 0.12 }
        return card.isDark(x, y) ? 0.02 : 1
    }

    /// How much longer a way is on the plane than it looks, from the angle's tangent: 1 / cos.
    private static func foreshortening(_ tangent: Double) -> Double {
        (1 + tangent * tangent).squareRoot()
    }

    /// Three running means one after another come near a Gaussian of that deviation (Wells, 1986).
    private static func blur(_ light: inout [Float], _ size: Size, _ deviation: Double) {
        let width = (4 * deviation * deviation + 1).squareRoot()
        for _ in 0..<3 {
            smear(&light, size.height, size.width, along: 1, across: size.width, width)
            smear(&light, size.width, size.height, along: size.width, across: 1, width)
        }
    }

    /// A running mean over a window that need not be a whole number of pixels wide.
    private static func smear(
        _ light: inout [Float], _ lines: Int, _ length: Int, along: Int, across: Int,
        _ width: Double
    ) {
        let reach = Int((width - 1) / 2)
        let rest = Float((width - 1) / 2 - Double(reach))
        let total = Float(2 * reach + 1) + 2 * rest
        var line = [Float](repeating: 0, count: length)
        for index in 0..<lines {
            for place in 0..<length { line[place] = light[index * across + place * along] }
            for place in 0..<length {
                var sum: Float = 0
                for near in -reach...reach { sum += line[min(max(place + near, 0), length - 1)] }
                sum += rest * line[max(place - reach - 1, 0)]
                sum += rest * line[min(place + reach + 1, length - 1)]
                light[index * across + place * along] = sum / total
            }
        }
    }

    private static func exposed(
        _ light: [Float], _ size: Size, _ card: CodeCard, _ shot: Circumstances, _ scale: Double,
        _ dice: inout Dice
    ) -> GrayImage {
        let extent = Double(card.side) * shot.module
        var pixels = [UInt8](repeating: 0, count: light.count)
        for y in 0..<size.height {
            for x in 0..<size.width {
                let across = (Double(x) - Double(size.width) / 2) / extent + 0.5 - shot.glare.x
                let down = (Double(y) - Double(size.height) / 2) / extent + 0.5 - shot.glare.y
                let away = (across * across + down * down) / (shot.glare.radius * shot.glare.radius)
                let glare = away < 1 ? (1 - away) * (1 - away) * shot.glare.strength : 0
                let phase =
                    (Double(x) * shot.moire.cosine + Double(y) * shot.moire.sine)
                    / shot.moire.period
                let wave = triangle(phase) * shot.moire.strength
                let lit = Double(light[y * size.width + x])
                let level =
                    shot.black + lit * shot.gain * (255 - shot.black) + glare + wave * lit
                    + normal(&dice) * shot.noise
                pixels[y * size.width + x] = UInt8(min(255, max(0, level.rounded())))
            }
        }
        return GrayImage(size: size, pixels: pixels)
    }

    /// A wave of period 1 between −1 and 1, without trigonometry: the same everywhere.
    private static func triangle(_ phase: Double) -> Double {
        let part = phase - phase.rounded(.down)
        return part < 0.5 ? 4 * part - 1 : 3 - 4 * part
    }

    /// Roughly normal: the sum of four even numbers, of deviation 1.
    private static func normal(_ dice: inout Dice) -> Double {
        let bits = dice.next()
        let sum = (0..<4).reduce(0) { $0 + Int(bits >> (16 * UInt64($1)) & 0xFFFF) }
        return (Double(sum) / 65536 - 2) * 1.732
    }
}
