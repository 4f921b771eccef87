import Foundation
import KioskCore
import KioskIO
import Testing

@testable import StudioKit

struct StudioPoseTests {
    private static let studio = Studio(seed: 9)

    private static func truth(_ name: StudioFault.Name, _ size: Double, of index: Int) throws
        -> FaceTruth
    {
        let picture = studio.portrait(of: index, fault: StudioFault(name: name, size: size))
        guard case .person(let truth, _) = picture.truth else { throw KioskError(.faceNone, "") }
        return truth
    }

    /// The mesh of a drawn picture, by the numbers of its points; empty where no face is found.
    private static func points(
        _ finder: borrowing FaceFinder, _ name: StudioFault.Name, _ size: Double, of index: Int
    ) throws -> [Point] {
        let picture = studio.portrait(of: index, fault: StudioFault(name: name, size: size))
        let faces = try finder.find(in: picture.photo)
        return faces.first?.places.map(\.point) ?? []
    }

    @Test(
        "without an angle nothing is turned: the picture is the good one, tilt apart",
        arguments: [StudioFault.Name.turn, .nod, .shoulders])
    func nothing(name: StudioFault.Name) {
        for index in 0..<9 {
            let good = Self.studio.portrait(of: index)
            let none = Self.studio.portrait(of: index, fault: StudioFault(name: name, size: 0))
            #expect(none.photo == good.photo && none.truth == good.truth)
        }
    }

    @Test("a face that turns moves to that side, its features most; a chin that rises moves up")
    func signs() throws {
        for index in 0..<9 {
            let ahead = try Self.truth(.turn, 0, of: index).head
            let right = try Self.truth(.turn, 20, of: index)
            let left = try Self.truth(.turn, -20, of: index)
            let up = try Self.truth(.nod, 15, of: index)
            let down = try Self.truth(.nod, -15, of: index)
            #expect(right.yaw == 20 && left.yaw == -20 && up.pitch == 15 && down.pitch == -15)
            let step = 0.1 * ahead.faceWidth
            #expect(right.head.leftEye.x > ahead.leftEye.x + step)
            #expect(left.head.rightEye.x < ahead.rightEye.x - step)
            #expect(up.head.eyeLine < ahead.eyeLine - step)
            #expect(up.head.chin.y < ahead.chin.y - step)
            #expect(down.head.eyeLine > ahead.eyeLine + step)
            #expect(abs(right.head.middle - ahead.middle) < 0.5 * step)
        }
    }

    @Test("the mesh of the drawn picture follows: the nose against the eyes, the eyes and the chin")
    func noses() throws {
        let finder = try FaceFinder()
        func mean(_ name: StudioFault.Name, _ size: Double, _ measure: ([Point]) -> Double) throws
            -> Double
        {
            let values = try [1, 2, 4, 5, 7].map { index in
                let points = try Self.points(finder, name, size, of: index)
                try #require(!points.isEmpty, "student \(index), \(name) \(size)")
                return measure(points)
            }
            return values.reduce(0, +) / Double(values.count)
        }
        let offsets = try [-20.0, -10, 0, 10, 20].map { angle in
            try mean(.turn, angle) {
                ($0[1].x - ($0[33].x + $0[263].x) / 2) / ($0[263].x - $0[33].x)
            }
        }
        #expect(offsets == offsets.sorted() && offsets[4] - offsets[0] > 0.15, "\(offsets)")
        let heights = try [-15.0, 0, 15].map { angle in
            try mean(.nod, angle) {
                let eyes = ($0[33].y + $0[263].y) / 2
                return ($0[1].y - eyes) / ($0[152].y - eyes)
            }
        }
        #expect(heights == heights.sorted(by: >), "\(heights)")
    }

    @Test(
        "the finder's eyes lie where the truth has them, up to 20 degrees",
        arguments: [(StudioFault.Name.turn, 20.0), (.turn, -20), (.nod, 20), (.nod, -20)])
    func eyes(name: StudioFault.Name, size: Double) throws {
        let finder = try FaceFinder()
        var found = 0
        for index in 0..<9 {
            let points = try Self.points(finder, name, size, of: index)
            guard !points.isEmpty else { continue }
            found += 1
            let head = try Self.truth(name, size, of: index).head
            let rim = [33, 160, 158, 133, 153, 144].map { points[$0] }
            let left = rim.map(\.x).reduce(0, +) / 6
            let top = rim.map(\.y).reduce(0, +) / 6
            #expect(abs(left - head.leftEye.x) < 0.05 * head.faceWidth, "student \(index)")
            #expect(abs(top - head.leftEye.y) < 0.05 * head.faceWidth, "student \(index)")
        }
        #expect(found >= 8)
    }

    @Test("shoulders slope by the angle, the picture's right lower")
    func shoulders() {
        for (index, angle) in [(0, 6.0), (2, -8), (4, 3)] {
            let fault = StudioFault(name: .shoulders, size: angle)
            let measured = Measured(Self.studio.portrait(of: index, fault: fault))
            let place = Self.studio.goodPlace(Student(seed: 9, index: index).look)
            let rows = [-1.0, 1].map { side in
                Self.shoulder(measured, at: Int(place.eyes.x + side * place.width))
            }
            let slope = atan((rows[1] - rows[0]) / (2 * place.width)) * 180 / .pi
            #expect(abs(slope - angle) < 1.5, "\(slope) for \(angle)")
        }
    }

    /// The first row of a column that is not the backdrop.
    private static func shoulder(_ measured: Measured, at column: Int) -> Double {
        let top = measured.codes(column, 40)
        let row = (40..<720).first {
            Measured.distance(measured.codes(column, $0), top) > 40
        }
        return Double(row ?? 0)
    }

    @Test("a bun reaches so far above the crown, and the truth's hair top is its top")
    func bun() throws {
        for index in 0..<9 {
            let look = Student(seed: 9, index: index).look
            let place = Self.studio.goodPlace(look)
            let fault = StudioFault(name: .bun, size: 0.42)
            let photo = Self.studio.portrait(of: index, fault: fault).photo
            let head = try Self.truth(.bun, 0.42, of: index).head
            let reach = (place.eyes.y - (head.hairTop ?? 0)) / place.width
            #expect(abs(reach - look.crown - 0.42) < 0.01)
            let found = try #require(HairTop.find(in: photo, head: head))
            #expect(abs(found - (head.hairTop ?? 0)) <= 3, "student \(index)")
        }
    }
}
