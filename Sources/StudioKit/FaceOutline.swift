import KioskCore

/// The outline of a face, about the mean proportions of adult frontal portraits: eyes 0.44 face
/// widths apart, chin 0.79 below them.
struct FaceOutline {
    /// The jaw from the picture's left cheek over the chin to the right one.
    let jaw: [(Double, Double)]
    /// The whole face with the scalp, closed.
    let whole: [(Double, Double)]

    init(_ look: StudentLook) {
        let half: [(Double, Double)] = [
            (-0.5, 0.02), (-0.493, 0.155), (-0.473, 0.282), (-0.45, 0.41), (-0.41, 0.533),
            (-0.344, 0.637), (-0.247, 0.72), (-0.132, 0.776), (0, 0.793),
        ]
        let shaped = half.map { u, v in
            // The jaw alone is wider or narrower, the cheeks stay the unit of length.
            let share = min(max((v - 0.15) / 0.6, 0), 1)
            return (u * (1 + (look.jaw - 1) * share), v * (v > 0 ? look.length : 1))
        }
        jaw = shaped + shaped.dropLast().reversed().map { (-$0.0, $0.1) }
        let crown = look.crown
        let scalp: [(Double, Double)] = [
            (0.495, -0.14), (0.462, -0.34), (0.375, -0.53 * crown / 0.74), (0.22, -0.93 * crown),
            (0, -crown), (-0.22, -0.93 * crown), (-0.375, -0.53 * crown / 0.74),
            (-0.462, -0.34), (-0.495, -0.14),
        ]
        whole = Curve.closed(jaw + scalp)
    }
}
