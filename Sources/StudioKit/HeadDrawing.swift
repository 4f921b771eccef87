import KioskCore

/// Draws one student, from the hair behind the head to the glasses.
struct HeadDrawing {
    let look: StudentLook
    let place: HeadPlace
    let expression: Expression
    let outline: FaceOutline
    /// The outline in pixels, which shading must not leave.
    let facePoints: [Point]

    init(_ look: StudentLook, at place: HeadPlace, _ expression: Expression) {
        self.look = look
        self.place = place
        self.expression = expression
        outline = FaceOutline(look)
        facePoints = place.points(outline.whole, on: .skullRim)
    }

    /// Draws the student and gives back where everything is.
    func draw(on canvas: inout Canvas) -> FaceTruth {
        drawBackHair(on: &canvas)
        drawBody(on: &canvas)
        drawSkin(on: &canvas)
        drawFeatures(on: &canvas)
        drawFrontHair(on: &canvas)
        if look.hasGlasses { drawGlasses(on: &canvas) }
        return truth
    }

    /// Where everything is, from the very outlines that were drawn.
    private var truth: FaceTruth {
        let jaw = place.points(Curve.open(outline.jaw), on: .skullRim)
        let hair = hairShapes.flatMap { points($0) } + facePoints
        let lowest = jaw.max { $0.y < $1.y } ?? place.point(0, 0.79)
        let head = HeadGeometry(
            hairTop: hair.map(\.y).min() ?? 0,
            leftEye: place.point(-0.222, 0), rightEye: place.point(0.222, 0), chin: lowest,
            faceLeft: jaw.map(\.x).min() ?? 0, faceRight: jaw.map(\.x).max() ?? 0)
        return FaceTruth(head: head, roll: place.roll, yaw: place.turn.yaw, pitch: place.turn.pitch)
    }

    /// Soft light or shadow on the skin about a place, its radii in face widths.
    func glow(
        on canvas: inout Canvas, _ centre: (Double, Double), _ radii: (Double, Double),
        _ color: StudioColor, _ strength: Double, within mask: [Point]? = nil
    ) {
        canvas.glow(
            place.point(centre.0, centre.1), place.radii(centre.0, centre.1, radii.0, radii.1),
            color, strength, within: mask)
    }

    /// A length in pixels.
    func length(_ share: Double) -> Double { share * place.width }

    /// Skin, shaded: light from the front, a little from one side, darker to the rim.
    private func drawSkin(on canvas: inout Canvas) {
        let shadow = look.skin.mixed(StudioColor(96, 44, 34), 0.35).lit(0.82)
        drawEars(on: &canvas, shadow)
        canvas.fill(facePoints, look.skin.lit(1.0), to: look.skin.lit(0.94))
        for side in [-1.0, 1.0] {
            let strength = 0.34 + 0.16 * side * look.light
            glow(
                on: &canvas, (side * 0.56, 0.3), (0.3, 0.62), shadow, strength,
                within: facePoints)
            glow(
                on: &canvas, (side * 0.34, 0.66), (0.26, 0.22), shadow, 0.22,
                within: facePoints)
            glow(
                on: &canvas, (side * 0.27, 0.25), (0.17, 0.12),
                look.skin.mixed(StudioColor(214, 92, 84), 0.45), 0.34, within: facePoints)
        }
        let light = look.skin.mixed(StudioColor(255, 246, 236), 0.55)
        glow(
            on: &canvas, (-0.08 * look.light, -0.36), (0.34, 0.2), light, 0.42,
            within: facePoints)
        glow(on: &canvas, (0, 0.66), (0.12, 0.08), light, 0.34)
        drawBeard(on: &canvas)
    }

    private func drawEars(on canvas: inout Canvas, _ shadow: StudioColor) {
        guard ![.long, .bob, .curly].contains(look.hair) else { return }
        for side in [-1.0, 1.0] {
            canvas.fill(
                place.points(Curve.ellipse(side * 0.49, 0.13, 0.062, 0.135), on: .ears),
                look.skin.lit(0.95),
                to: look.skin.lit(0.84))
            canvas.glow(
                place.point(side * 0.505, 0.14, on: .ears), (length(0.04), length(0.1)), shadow,
                0.6)
        }
    }

    private func drawBeard(on canvas: inout Canvas) {
        guard look.beard > 0 else { return }
        let color = look.hairColor.mixed(look.skin, 0.25)
        let strip = Curve.closed(
            [
                (-0.455, 0.3), (-0.44, 0.42), (-0.4, 0.54), (-0.335, 0.64), (-0.24, 0.725),
                (-0.13, 0.78), (0, 0.797), (0.13, 0.78), (0.24, 0.725), (0.335, 0.64), (0.4, 0.54),
                (0.44, 0.42), (0.455, 0.3), (0.37, 0.43), (0.25, 0.495), (0.2, 0.39), (0, 0.365),
                (-0.2, 0.39), (-0.25, 0.495), (-0.37, 0.43),
            ].map { ($0.0 * (1 + (look.jaw - 1) * 0.7), $0.1 * look.length) })
        canvas.fill(place.points(strip), color, opacity: 0.25 + 0.5 * look.beard)
    }
}
