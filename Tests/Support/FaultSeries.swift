public import KioskCore
import KioskIO
public import StudioKit

/// A fault of the studio beside the check that has to see it: drawn sizes spread evenly over twice the
/// limit, and what the check measures of each.
public struct FaultSeries: Sendable {
    /// The fault.
    public let fault: StudioFault.Name
    /// The check.
    public let check: CheckName
    /// Sizes at which the verdict changes: from pass to warn or fail, and from warn to fail where the
    /// rule says so. Empty where only the drawing's own geometry tells whether a crop exists.
    let limits: [Double]
    /// The largest size.
    let most: Double
    let isSigned: Bool
    /// Whether a larger size is better.
    var isMoreBetter = false

    init(
        _ fault: StudioFault.Name, _ check: CheckName, _ limits: [Double], to most: Double,
        isSigned: Bool = false, isMoreBetter: Bool = false
    ) {
        (self.fault, self.check, self.limits, self.most) = (fault, check, limits, most)
        (self.isSigned, self.isMoreBetter) = (isSigned, isMoreBetter)
    }

    /// Every fault that a check has to see.
    public static let all: [FaultSeries] = [
        FaultSeries(.tilt, "roll", [3, 8], to: 16, isSigned: true),
        FaultSeries(.turn, "yaw", [6, 12], to: 24, isSigned: true),
        FaultSeries(.nod, "pitch", [7, 13], to: 26, isSigned: true),
        FaultSeries(.closedEyes, "eyesOpen", [0.7], to: 1),
        FaultSeries(.openMouth, "lips", [0.315], to: 0.63),
        FaultSeries(.glare, "glare", [5], to: 10),
        FaultSeries(.shadow, "backdrop", [8], to: 16),
        FaultSeries(.uneven, "backdrop", [8], to: 16),
        FaultSeries(.backdrop, "backdrop", [12], to: 24),
        FaultSeries(.clothes, "clothes", [15], to: 30, isMoreBetter: true),
        FaultSeries(.cast, "colour", [8], to: 16, isSigned: true),
        FaultSeries(.exposure, "exposure", [10], to: 20, isSigned: true),
        FaultSeries(.sideLight, "evenLight", [25], to: 50),
        FaultSeries(.blur, "sharpness", [2], to: 4),
        FaultSeries(.shoulders, "shoulders", [4, 8], to: 8, isSigned: true),
        FaultSeries(.secondPerson, "faces", [0.22], to: 0.76),
        FaultSeries(.bun, "hairTop", [], to: 1),
        FaultSeries(.small, "faceWidth", [], to: 0.5),
        FaultSeries(.offCentre, "centring", [], to: 640),
    ]

    /// One drawing and what was said of it.
    public struct Sample: Sendable {
        /// The size drawn.
        public let size: Double
        /// What was measured; nil where no portrait could be made.
        public let value: Double?
        /// What was said: a verdict, or the code of an error.
        public let said: String
        /// Whether that is right.
        public let isRight: Bool
    }

    /// Draws and judges a series: `count` sizes, without those within 15 % of a limit.
    public func run(
        count: Int, seed: UInt64, in picture: Size = Size(width: 1280, height: 720)
    ) throws -> [Sample] {
        let finder = try FaceFinder()
        let encoder = PortraitEncoder()
        let studio = Studio(seed: seed, size: picture)
        return try (0..<count).compactMap { index in
            let size = most * (Double(index) + 0.5) / Double(count)
            let signed = isSigned && index % 2 == 1 ? -size : size
            guard let expected = expected(signed, index, studio) else { return nil }
            let drawn = studio.portrait(of: index, fault: StudioFault(name: fault, size: signed))
            return try judge(drawn.photo, signed, expected, finder, encoder)
        }
    }

    private func judge(
        _ photo: Photo, _ size: Double, _ expected: Verdict, _ finder: borrowing FaceFinder,
        _ encoder: borrowing PortraitEncoder
    ) throws -> Sample {
        do throws(KioskError) {
            let portrait = try PortraitMaker(rule: .chsi).portrait(
                of: photo, name: "", finder: finder, encoder: encoder)
            let found = portrait.checks.first { $0.name == check }
            let said = found?.verdict ?? .notAssessed
            let isRight =
                limits.count == 2 || expected == .pass
                ? said == expected : said == .warn || said == .fail
            return Sample(
                size: size, value: found?.value, said: said.rawValue, isRight: isRight)
        } catch {
            // A face that is nearly out of the picture is none.
            let isOutside = fault == .offCentre && abs(size) > 540
            let isFaces =
                [.faceMany, .faceSmall, .faceFraming].contains(error.code)
                || isOutside && error.code == .faceNone
            let isRight =
                isFaces && expected != .pass
                && (limits.isEmpty || check.rawValue == "faces")
            return Sample(size: size, value: nil, said: error.code.rawValue, isRight: isRight)
        }
    }

    /// What has to be said; nil so near to a limit that it may be either.
    private func expected(_ size: Double, _ index: Int, _ studio: Studio) -> Verdict? {
        let amount = abs(size)
        guard !limits.isEmpty else { return expectedByTruth(size, index, studio) }
        guard limits.allSatisfy({ abs(amount - $0) >= 0.15 * $0 }) else { return nil }
        let isOver = amount > limits[0]
        if isMoreBetter { return isOver ? .pass : .fail }
        return !isOver ? .pass : limits.count == 2 && amount < limits[1] ? .warn : .fail
    }

    /// Whether a crop meets the rule for what was drawn, and also for 15 % less and more of it.
    private func expectedByTruth(_ size: Double, _ index: Int, _ studio: Studio) -> Verdict? {
        let feasible = [0.85, 1, 1.15].map { isFeasible(size * $0, index, studio) }
        guard Set(feasible).count == 1 else { return nil }
        return feasible[0] ? .pass : .fail
    }

    private func isFeasible(_ size: Double, _ index: Int, _ studio: Studio) -> Bool {
        let drawn = studio.portrait(of: index, fault: StudioFault(name: fault, size: size))
        guard case .person(let truth, _) = drawn.truth else { return false }
        let framing = PortraitRule.chsi.judge(heads: [truth.head], scale: 1, source: studio.size)
        return framing.crop != nil
    }
}
