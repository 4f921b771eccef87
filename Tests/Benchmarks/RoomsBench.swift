import KioskCore
import KioskIO
import TestSupport

/// Real people before forty backgrounds that are none: rooms and streets, drawn things, walls lit unevenly or of
/// another colour. No portrait passes.
struct RoomsBench {
    private static let people = ["005", "024", "043", "067", "125"]

    func run() throws {
        guard Corpus.isThere else { return }
        let walls = try Self.walls()
        let people = try Self.people.map {
            try PictureFile.load(Corpus.path("portraits/img/london-\($0)-neutral.jpg"))
        }
        let passed = inParallel(people.count) { index in
            (try? Self.passed(people[index], walls).map { "\($0) (\(Self.people[index]))" })
                ?? ["no face"]
        }.flatMap { $0 }
        print("backgrounds: \(walls.count) that are none, \(people.count) real people")
        print("  passed: \(passed.count) of \(walls.count * people.count) \(passed)\n")
    }

    private struct Wall: Sendable {
        let name: String
        let photo: @Sendable (RealPerson) -> Photo
    }

    private static func walls() throws -> [Wall] {
        let pictures = try ["noface-chelsea.png", "balloons.jpg"].map {
            try PictureFile.load(Corpus.path("portraits/img/\($0)"))
        }
        let places = [(0, 0), (0.3, 0), (0.6, 0.3), (0, 0.5), (0.45, 0.6), (0.8, 0.8), (0.2, 0.25)]
        let rooms = pictures.enumerated().flatMap { number, picture in
            places.map { place in
                let room = Room(of: picture, from: place)
                return Wall(name: "picture \(number) from \(place)") { room.with($0) }
            }
        }
        let drawn = (0..<12).map { seed in
            let room = Room(seed: UInt64(100 + seed), things: 3 + seed)
            return Wall(name: "\(3 + seed) things") { room.with($0) }
        }
        let uneven = [12.0, 16, 20, 25, 30, -12, -20].map { fall in
            Wall(name: "falls by \(fall) L*") { person in
                let plain = person.plain
                return person.papered {
                    LabColor(plain.lightness - 15 + fall * $0.u / 2.1, plain.a, plain.b).light
                }
            }
        }
        let colours = [(0.0, 16.0), (16, 0), (-16, 0), (0, -16), (25, 20), (-25, 30), (0, 45)]
        let other = colours.map { a, b in
            Wall(name: "off by \(a), \(b)") { person in
                let plain = person.plain
                let light = LabColor(plain.lightness, plain.a + a, plain.b + b).light
                return person.papered { _ in light }
            }
        }
        return rooms + drawn + uneven + other
    }

    /// The walls before which a portrait passes; one that is none is no portrait.
    private static func passed(_ photo: Photo, _ walls: [Wall]) throws -> [String] {
        let finder = try FaceFinder()
        let encoder = PortraitEncoder()
        guard let person = try RealPerson(photo, finder: finder) else { return ["no face"] }
        let dressed = RealPerson(person, photo: person.dressed(near: 0))
        let code = person.wallCode
        let rule = PortraitRule.chsi.changed { $0.backdrop = code }
        return walls.filter { wall in
            let portrait = try? PortraitMaker(rule: rule).portrait(
                of: wall.photo(dressed), name: "", finder: finder, encoder: encoder)
            return portrait?.verdict == .pass
        }.map(\.name)
    }
}
