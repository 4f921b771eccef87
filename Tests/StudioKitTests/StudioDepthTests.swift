import KioskIO
import StudioKit
import Testing

@testable import KioskCore

/// Whether models that were trained on people read drawn heads as they are drawn.
struct StudioDepthTests {
    private static let studio = Studio(seed: 5)

    private static func pose(
        of index: Int, _ name: StudioFault.Name, _ size: Double, _ finder: borrowing FaceFinder
    ) throws -> HeadPose {
        let fault = StudioFault(name: name, size: size)
        let photo = studio.portrait(of: index, fault: fault).photo.reduced(toLongSide: 640).photo
        let mesh = try #require(try finder.find(in: photo).first, "\(name) \(size) of \(index)")
        return HeadPose(mesh: mesh, leftPupil: mesh.leftEye, rightPupil: mesh.rightEye)
    }

    @Test(
        "a drawn turn and a drawn nod have their own size, and a level head is level",
        arguments: [StudioFault.Name.turn, .nod])
    func depth(name: StudioFault.Name) throws {
        let finder = try FaceFinder()
        func mean(_ size: Double) throws -> Double {
            let poses = try (0..<5).map { try Self.pose(of: $0, name, size, finder) }
            return poses.reduce(0) { $0 + (name == .turn ? $1.yaw : $1.pitch) } / 5
        }
        let (left, level, right) = (try mean(-15), try mean(0.001), try mean(15))
        let slope = (right - left) / 30
        #expect((0.85...1.15).contains(slope), "\(slope)")
        #expect(abs(level) < 3, "\(level)")
    }
}
