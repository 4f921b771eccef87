import KioskCore

/// The crop of one head, which every live picture asks for once.
struct CropBench {
    private static let rounds = 2_000

    func run() {
        print("crop of one head, \(Self.rounds) heads (aim: 0.3 ms or less)")
        for rule in [PortraitRule.chsi, .idCard] {
            for picture in [
                Size(width: 1280, height: 720), Size(width: 1920, height: 1080),
                Size(width: 720, height: 1280),
            ] {
                var watch = Stopwatch()
                let solver = CropSolver(rule: rule, picture: picture)
                for round in 0..<Self.rounds {
                    let head = Self.head(round, in: picture)
                    watch.time("solve") { _ = solver.solve(head) }
                }
                print("  \(rule.name) in \(picture): \(hundredths(watch.median("solve"))) ms")
            }
        }
        print("")
    }

    /// A head in the middle, its hair anywhere above its eyes.
    private static func head(_ round: Int, in picture: Size) -> HeadGeometry {
        let (middle, eyes) = (Double(picture.width) / 2, Double(picture.height) * 0.42)
        return HeadGeometry(
            hairTop: eyes - 120 - Double(round % 100), leftEye: Point(x: middle - 53, y: eyes),
            rightEye: Point(x: middle + 53, y: eyes), chin: Point(x: middle, y: eyes + 190),
            faceLeft: middle - 120, faceRight: middle + 120)
    }
}
