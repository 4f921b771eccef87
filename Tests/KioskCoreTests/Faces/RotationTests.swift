import Testing

@testable import KioskCore

struct RotationTests {
    /// The mean face turned by degrees to the picture's right and then with its chin up, larger and
    /// elsewhere, as a mesh's numbers in a square of one pixel.
    private static func mesh(yaw: Double, pitch: Double) throws -> FaceMesh {
        let (sy, cy) = Angle.sineCosine(yaw)
        let (sp, cp) = Angle.sineCosine(pitch)
        let numbers = MeanFace.points.flatMap { point -> [Float] in
            let (x, ahead) = (point.x * cy + point.z * sy, point.z * cy - point.x * sy)
            let (y, z) = (point.y * cp + ahead * sp, ahead * cp - point.y * sp)
            return [Float(0.5 + x / 4000), Float(0.5 - y / 4000), Float(-z / 4000)]
        }
        let square = TurnedSquare(middle: Point(x: 300, y: 200), side: 400)
        return try #require(FaceMesh(numbers: numbers, presence: 9, of: square, edge: 1))
    }

    @Test(
        "the pose of a turned mean face is how it was turned",
        arguments: [(0.0, 0.0), (10, 0), (-20, 0), (0, 10), (0, -20), (12, -7)])
    func pose(yaw: Double, pitch: Double) throws {
        let mesh = try Self.mesh(yaw: yaw, pitch: pitch)
        let pose = HeadPose(mesh: mesh, leftPupil: mesh.leftEye, rightPupil: mesh.rightEye)
        #expect(abs(pose.yaw - yaw) < 0.2, "\(pose.yaw)")
        #expect(abs(pose.pitch - pitch) < 0.2, "\(pose.pitch)")
    }

    @Test("the mean face has as many points as a mesh, and is the same on both sides")
    func mean() throws {
        #expect(MeanFace.points.count == FaceMesh.count)
        let mesh = try Self.mesh(yaw: 0, pitch: 0)
        #expect(abs(mesh.leftEye.x + mesh.rightEye.x - 600) < 0.5)
        #expect(abs(mesh.cheeks.lowerBound + mesh.cheeks.upperBound - 600) < 0.5)
        #expect(mesh.leftEye.x < mesh.rightEye.x && mesh.chin.y > mesh.leftEye.y)
    }

    @Test("the mean of meshes lies between them, and there is none of none")
    func between() throws {
        let meshes = try [-10.0, 10].map { try Self.mesh(yaw: $0, pitch: 0) }
        let mean = try #require(FaceMesh.mean(of: meshes))
        let pose = HeadPose(mesh: mean, leftPupil: mean.leftEye, rightPupil: mean.rightEye)
        #expect(abs(pose.yaw) < 0.2)
        #expect(FaceMesh.mean(of: []) == nil)
    }

    @Test("a face whose chin is out of the picture is cut, one at its edge is not")
    func whole() throws {
        let mesh = try Self.mesh(yaw: 0, pitch: 0)
        #expect(mesh.isWhole(in: Size(width: 600, height: 400)))
        #expect(!mesh.isWhole(in: Size(width: 600, height: Int(mesh.chin.y) - 70)))
        #expect(!mesh.isWhole(in: Size(width: Int(mesh.rightEye.x), height: 400)))
    }

    @Test("the square of a head's places is about the one of its mesh")
    func square() throws {
        let mesh = try Self.mesh(yaw: 0, pitch: 0)
        #expect(mesh.square.change(to: HeadGeometry(mesh: mesh).meshSquare) < 0.05)
    }
}
