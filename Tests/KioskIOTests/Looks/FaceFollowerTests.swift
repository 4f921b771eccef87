import StudioKit
import TestSupport
import Testing

@testable import KioskCore
@testable import KioskIO

struct FaceFollowerTests {
    private static let size = Size(width: 640, height: 360)

    /// Somebody moved to the right by so many pixels, before the studio's backdrop; nobody for nil.
    private static func photo(_ index: Int, movedBy pixels: Int?) -> Photo {
        let drawn = Studio(seed: 12, size: Size(width: 1280, height: 720)).portrait(of: index).photo
            .reduced(toLongSide: 640).photo
        return Photo(size: size) { output in
            for row in 0..<size.height {
                for column in 0..<size.width {
                    let source = min(max(0, column - (pixels ?? 1000)), size.width - 1)
                    for channel in 0..<3 {
                        output[3 * (row * size.width + column) + channel] =
                            drawn.pixels[3 * (row * size.width + source) + channel]
                    }
                }
            }
        }
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
            let photo = Self.photo(1, movedBy: look % 2 == 0 ? 0 : step)
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
        let (somebody, nobody) = (Self.photo(2, movedBy: 0), Self.photo(2, movedBy: nil))
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
        let alone = Self.photo(1, movedBy: 0)
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
