/// The part of a head that a drawn place belongs to; it tells how far before the head's middle
/// plane the place lies.
enum HeadSurface: Hashable, Sendable {
    /// Skin, with nose and chin standing out.
    case face
    /// The eyeballs' middles, about which eyes turn to the camera.
    case eyeballs
    /// The hair's outside before the head.
    case hair
    /// Where skull and jaw are seen against what is behind them.
    case skullRim
    /// The back of the head below the hair's rim: seen on the near side only.
    case nape
    /// Where hair is seen against what is behind it.
    case hairRim
    /// The ears, whose outer rims lie farther back.
    case ears
    /// Spectacles, flatter than the face behind them.
    case glasses
    /// A plane so many face widths before the middle plane.
    case plane(Double)
}

/// A head as an ellipsoid about the place between the ears, in face widths.
struct HeadShape {
    /// The height of the ellipsoid's middle below the eyes.
    static let middle = 0.05
    /// From that middle to the crown, and to below the chin.
    private static let up = 0.85
    private static let down = 1.15
    /// From the middle plane to the face and to the back of the head.
    private static let frontDepth = 0.70
    private static let backDepth = 0.7
    /// How much larger hair is than the head.
    private static let hairSpread = 1.08
    /// How far the eyeball's middle lies behind its lids.
    private static let eyeball = 0.085

    let turn: HeadTurn

    /// Where a place of the frontal drawing is seen in the turned head, from between the eyes.
    func seen(_ u: Double, _ v: Double, on surface: HeadSurface) -> (u: Double, v: Double) {
        let place = HeadVector(x: u, y: v - Self.middle, z: 0)
        let seen =
            switch surface {
            case .face: onFront(place, 1, lift: Self.lift(u, v))
            case .eyeballs: onFront(place, 1, lift: -Self.eyeball)
            case .hair: onFront(place, Self.hairSpread, lift: 0)
            case .skullRim:
                v < 0
                    ? onRim(place, 1, back: min(1, -v / 0.3))
                    : onFront(place, 1, lift: Self.lift(u, v))
            case .nape: onRim(place, Self.hairSpread, front: 0, back: 1)
            case .hairRim: onRim(place, Self.hairSpread, back: 1)
            case .ears: turn.rotated(HeadVector(x: u, y: place.y, z: 0.02 - 1.2 * (abs(u) - 0.43)))
            case .glasses: turn.rotated(HeadVector(x: u, y: place.y, z: 0.74 - 0.45 * u * u))
            case .plane(let depth): turn.rotated(HeadVector(x: u, y: place.y, z: depth))
            }
        return (seen.x, seen.y + Self.middle)
    }

    /// A place on the half that faces forward. Where the turn hides it behind the head, it is the
    /// place of the silhouette on the same meridian.
    private func onFront(_ place: HeadVector, _ spread: Double, lift: Double) -> HeadVector {
        let across = place.x / (0.5 * spread)
        let along = place.y / ((place.y < 0 ? Self.up : Self.down) * spread)
        let share = min(1, (across * across + along * along).squareRoot())
        let rise = (1 - share * share).squareRoot()
        let depth = Self.frontDepth * spread
        guard share > 1e-6 else {
            return turn.rotated(HeadVector(x: place.x, y: place.y, z: depth + lift))
        }
        let rim = place.scaled(by: 1 / share)
        let edge = silhouette(rim, depth)
        let isHidden = edge.rise > 0 && rise * edge.out < share * edge.rise
        let (out, forward) = isHidden ? (edge.out, edge.rise) : (share, rise)
        var seen = rim.scaled(by: out)
        seen.z = depth * forward + lift
        return turn.rotated(seen)
    }

    /// A place of the frontal silhouette, moved along its meridian to where the turned head's
    /// silhouette is: forward on the far side, back on the near one, by shares of the depths there.
    private func onRim(
        _ place: HeadVector, _ spread: Double, front: Double = 1, back: Double
    ) -> HeadVector {
        let far = silhouette(place, Self.frontDepth * spread)
        let depth = far.rise >= 0 ? Self.frontDepth * front : -Self.backDepth * back
        let edge = silhouette(place, depth * spread)
        var seen = place.scaled(by: edge.out)
        seen.z = depth * spread * edge.rise
        return turn.rotated(seen)
    }

    /// The point of a meridian, from a place on the rim over the pole `depth` before the middle,
    /// that is farthest out in the picture, as shares of rim and pole.
    private func silhouette(_ rim: HeadVector, _ depth: Double) -> (out: Double, rise: Double) {
        let side = turn.rotated(rim)
        let pole = turn.rotated(HeadVector(x: 0, y: 0, z: depth))
        let length = (side.x * side.x + side.y * side.y).squareRoot()
        guard length > 1e-9 else { return (1, 0) }
        let rise = (pole.x * side.x + pole.y * side.y) / length
        let reach = (length * length + rise * rise).squareRoot()
        return (length / reach, rise / reach)
    }

    /// How far nose, lips and chin stand out before the ellipsoid, and how deep the eyes lie in it.
    private static func lift(_ u: Double, _ v: Double) -> Double {
        0.26 * ridge(v) * bump(u / 0.13) + 0.12 * bump(u / 0.26) * bump((v - 0.47) / 0.18)
            + 0.18 * bump(u / 0.26) * bump((v - 0.76) / 0.2)
            - 0.06 * bump((abs(u) - 0.222) / 0.16) * bump(v / 0.12)
    }

    /// The nose's profile: 0 between the eyes, 1 at its tip, 0 above the lip.
    private static func ridge(_ v: Double) -> Double {
        let tip = 0.26
        return v < tip ? max(0, (v + 0.04) / (tip + 0.04)) : max(0, 1 - (v - tip) / 0.12)
    }

    /// 1 at 0, falling smoothly to 0 at ±1.
    private static func bump(_ x: Double) -> Double {
        let rest = max(0, 1 - x * x)
        return rest * rest
    }
}
