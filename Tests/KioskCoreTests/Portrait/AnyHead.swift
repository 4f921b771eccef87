import TestSupport

@testable import KioskCore

/// Heads for property tests.
enum AnyHead {
    /// A head about anywhere, of a person's proportions.
    static func anywhere(in picture: Size, _ dice: inout Dice) -> HeadGeometry {
        let side = Double(min(picture.width, picture.height))
        let height = Double(picture.height)
        let width = Double.random(in: 40...0.8 * side, using: &dice)
        let eyes = Double.random(in: -0.1 * height...1.1 * height, using: &dice)
        return Sample.head(
            hair: eyes - width * .random(in: 0.6...1.2, using: &dice), width: width,
            middle: .random(in: 0...Double(picture.width), using: &dice), eyes: eyes)
    }

    /// A head that some crop brings near the rule or into it, about as often as not.
    static func near(_ oracle: CropOracle, _ dice: inout Dice) -> HeadGeometry {
        let crop = crop(oracle, &dice)
        let scale = Double(crop.width) / Double(oracle.rule.size.width)
        func value(_ range: ClosedRange<Double>) -> Double {
            let half = (range.upperBound - range.lowerBound) / 2
            return (range.lowerBound + half + half * .random(in: -1.3...1.3, using: &dice)) * scale
        }
        return Sample.head(
            hair: value(oracle.rule.hairTop) + Double(crop.y), width: value(oracle.rule.faceWidth),
            middle: value(oracle.rule.centring) + Double(crop.x),
            eyes: value(oracle.rule.eyes) + Double(crop.y))
    }

    /// A crop of any size at any place.
    static func crop(_ oracle: CropOracle, _ dice: inout Dice) -> Rect {
        let size = oracle.sizes[Int.random(in: oracle.sizes.indices, using: &dice)]
        return Rect(
            x: .random(in: 0...oracle.picture.width - size.width, using: &dice),
            y: .random(in: 0...oracle.picture.height - size.height, using: &dice),
            width: size.width, height: size.height)
    }
}
