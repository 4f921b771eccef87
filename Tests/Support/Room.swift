public import KioskCore

/// What is no backdrop: rooms, streets, walls of two colours, made of pictures without people and of drawn
/// shapes.
public struct Room: Sendable {
    private let light: @Sendable (_ u: Double, _ v: Double) -> LinearLight

    /// A room of a picture, shown from a place of it on.
    public init(of picture: Photo, from place: (x: Double, y: Double) = (0, 0)) {
        light = { u, v in
            let x = place.x + (u + 1.5) / 3, y = place.y + (v + 1) / 3
            let column = Int((x - x.rounded(.down)) * Double(picture.width))
            let row = Int((y - y.rounded(.down)) * Double(picture.height))
            let index = 3 * (min(row, picture.height - 1) * picture.width + column)
            return LinearLight(
                red: Gamma.light[Int(picture.pixels[index])],
                green: Gamma.light[Int(picture.pixels[index + 1])],
                blue: Gamma.light[Int(picture.pixels[index + 2])])
        }
    }

    /// A drawn room of so many things, each a rectangle of one colour.
    public init(seed: UInt64, things: Int) {
        var dice = Dice(seed)
        func number(_ range: ClosedRange<Double>) -> Double { .random(in: range, using: &dice) }
        func colour() -> LinearLight {
            LabColor(number(15...85), number(-25...25), number(-30...30)).light
        }
        let wall = colour()
        let boxes = (0..<things).map { _ in
            (
                u: number(-1.6...1.2), v: number(-1.2...0.6), width: number(0.15...0.9),
                height: number(0.15...1.2), colour: colour()
            )
        }
        light = { u, v in
            let box = boxes.last {
                u > $0.u && u < $0.u + $0.width && v > $0.v && v < $0.v + $0.height
            }
            return box?.colour ?? wall
        }
    }

    /// A person in it.
    public func with(_ person: RealPerson) -> Photo { person.papered { light($0.u, $0.v) } }
}
