/// How good a frame of a posing student is, for the choice of the best of a burst.
public struct FrameGrade: Hashable, Sendable, Comparable {
    /// Checks that fail, and checks that warn.
    let failures: Int
    let warnings: Int
    /// Eyes open, sharp, straight: higher is better.
    let score: Double

    /// The grade of a face by what its checks say.
    public init(_ face: PreparedFace, _ checks: [PortraitCheck]) {
        self.init(
            failures: checks.count { $0.verdict == .fail },
            warnings: checks.count { $0.verdict == .warn },
            openness: face.openness, blur: face.blur, pose: face.pose)
    }

    /// Open eyes count most: a quarter of an opening as much as a pixel of blur or ten degrees.
    init(failures: Int, warnings: Int, openness: Double?, blur: Double?, pose: HeadPose?) {
        self.failures = failures
        self.warnings = warnings
        let angles = pose.map { abs($0.roll) + abs($0.yaw) + abs($0.pitch) } ?? 0
        score = 4 * min(openness ?? 1, 1) - (blur ?? 0) - angles / 10
    }

    /// Fewer failures first, then fewer warnings, then the score.
    public static func < (left: FrameGrade, right: FrameGrade) -> Bool {
        (-left.failures, -left.warnings, left.score)
            < (-right.failures, -right.warnings, right.score)
    }
}
