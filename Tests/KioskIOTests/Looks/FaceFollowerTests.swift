import StudioKit
import TestSupport
import Testing

@testable import KioskCore
@testable import KioskIO

struct FaceFollowerTests {
    /// Somebody before the studio's backdrop, in 640 × 360 px.
    private static func photo(_ index: Int) -> Photo {
        Studio(seed: 12, size: Size(width: 1280, height: 720)).portrait(of: index).photo
            .reduced(toLongSide: 640).photo
    }

    private static func middle(_ faces: [FaceMesh]) -> Double? {
        faces.count == 1 ? HeadGeometry(mesh: faces[0]).middle : nil
    }

    @Test(
        "a face is followed where it goes, slowly or at a bound",
        arguments: [2, 15, 45, 60, 75, 90, 110])
    func moves(step: Int) throws {
        let finder = try FaceFinder()
        var follower = FaceFollower()
        for look in 0..<6 {
            let photo = Self.photo(1).moved(by: look % 2 == 0 ? 0 : step)
            let time = FrameTime(seconds: Double(look) / 10)
            let faces = try follower.faces(in: photo, at: time, finder)
            let found = try Self.middle(finder.find(in: photo))
            let (seen, whole) = (try #require(Self.middle(faces)), try #require(found))
            #expect(abs(seen - whole) < 2, "look \(look): \(seen), \(whole)")
        }
    }

    @Test("who leaves is gone at once, and who comes is there at once where nobody was")
    func comesAndGoes() throws {
        let finder = try FaceFinder()
        var follower = FaceFollower()
        let (somebody, nobody) = (Self.photo(2), Self.photo(2).moved(by: 640))
        for (look, photo) in [somebody, nobody, nobody, somebody].enumerated() {
            let time = FrameTime(seconds: Double(look) / 10)
            let faces = try follower.faces(in: photo, at: time, finder)
            #expect(faces.count == (look == 0 || look == 3 ? 1 : 0), "look \(look)")
        }
    }

    @Test("a second person is seen within three looks")
    func second() throws {
        let finder = try FaceFinder()
        var follower = FaceFollower()
        let alone = Self.photo(1)
        let studio = Studio(seed: 12, size: Size(width: 1280, height: 720))
        let fault = StudioFault(name: .secondPerson, size: 1)
        let both = studio.portrait(of: 1, fault: fault).photo.reduced(toLongSide: 640).photo
        var counts: [Int] = []
        for look in 0..<8 {
            let time = FrameTime(seconds: Double(look) / 10)
            counts.append(try follower.faces(in: look < 4 ? alone : both, at: time, finder).count)
        }
        #expect(counts.prefix(4).allSatisfy { $0 == 1 } && counts[6] == 2, "\(counts)")
    }
}
