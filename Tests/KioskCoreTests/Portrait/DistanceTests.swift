import Testing

@testable import KioskCore

struct DistanceTests {
    /// Pupils that are so many px apart in a portrait that was cut 1 : 1 out of 1920 × 1080.
    private static func verdict(pupils: Double, angle: Double) -> Verdict? {
        let head = HeadGeometry(
            hairTop: 80, leftEye: Point(x: 240 - pupils / 2, y: 250),
            rightEye: Point(x: 240 + pupils / 2, y: 250), chin: Point(x: 240, y: 430),
            faceLeft: 120, faceRight: 360)
        var face = PreparedFace(head: head, rule: .chsi)
        if let lens = CameraLens(angle: angle) {
            face.measureDistance(
                lens, source: Size(width: 1920, height: 1080),
                crop: Rect(x: 0, y: 0, width: 480, height: 640))
        }
        return CheckKind.distance.check(face)?.verdict
    }

    @Test(
        "a lens of 60° shows pupils 105 px apart at a metre; nearer is warned of",
        arguments: [(70, Verdict.pass), (104, .pass), (115, .pass), (118, .warn), (160, .warn)])
    func metre(pupils: Double, verdict: Verdict) {
        #expect(Self.verdict(pupils: pupils, angle: 60) == verdict)
    }

    @Test("a wider lens has to be nearer for the same picture")
    func wider() {
        #expect(Self.verdict(pupils: 104, angle: 78) == .warn)
        #expect(Self.verdict(pupils: 104, angle: 40) == .pass)
    }

    @Test("where the lens is not known nothing is said of the distance", arguments: [0, -5, 180.0])
    func unknown(angle: Double) {
        #expect(Self.verdict(pupils: 200, angle: angle) == nil)
    }

    @Test("the picture's longer side counts, and a camera on its side sees the same")
    func sideways() throws {
        let lens = try #require(CameraLens(angle: 60))
        let wide = lens.distance(ofLength: 1, pixels: 100, in: Size(width: 1920, height: 1080))
        let tall = lens.distance(ofLength: 1, pixels: 100, in: Size(width: 1080, height: 1920))
        #expect(wide == tall && abs(wide - 16.63) < 0.01)
    }
}
