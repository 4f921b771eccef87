public import KioskCore

/// The synthetic studio: a backdrop, a lamp and a camera, and whoever sits before them.
public struct Studio: Sendable {
    /// The seed of everything drawn.
    public let seed: UInt64
    /// Columns and rows of the pictures.
    public let size: Size
    let backdropColor: StudioColor
    let backdrop: [UInt8]
    private let noise: SensorNoise

    /// A studio whose pictures have that size, 640×480 or more.
    public init(
        seed: UInt64, size: Size = Size(width: 1280, height: 720),
        backdrop: StudioBackdrop = .blue
    ) {
        self.seed = seed
        self.size = size
        backdropColor = backdrop.color
        self.backdrop = StudioBackdrop.paint(backdrop.color, size)
        noise = SensorNoise(width: size.width)
    }

    /// How many pixels stand for one of a 1280×720 picture; in an upright picture as many as its
    /// width allows.
    var unit: Double { min(Double(size.height) / 720, Double(size.width) / 548) }

    /// The n-th student, from 0, well posed, with at most one fault.
    public func portrait(of index: Int, fault: StudioFault? = nil) -> StudioPicture {
        let look = Student(seed: seed, index: index).look
        guard let fault else {
            return person(look, goodPlace(look), Expression(), isPosed: true, frame: index)
        }
        return FaultDrawing(fault, of: look, index: index, in: self).picture
    }

    /// The empty studio.
    func empty(frame: Int) -> StudioPicture {
        finish(Canvas(size: size, pixels: backdrop), .empty, frame)
    }

    /// A student at a place.
    func person(
        _ look: StudentLook, _ place: HeadPlace, _ expression: Expression, isPosed: Bool, frame: Int
    ) -> StudioPicture {
        var canvas = Canvas(size: size, pixels: backdrop)
        let truth = HeadDrawing(look, at: place, expression).draw(on: &canvas)
        return finish(canvas, .person(truth, isPosed: isPosed), frame)
    }

    /// A phone at a place.
    func phone(_ phone: PhoneDrawing, at centre: Point, slope: Double, code: [UInt8], frame: Int)
        -> StudioPicture
    {
        var canvas = Canvas(size: size, pixels: backdrop)
        phone.draw(at: centre, slope: slope, on: &canvas)
        return finish(canvas, .code(code), frame)
    }

    /// Where a student with that look sits so that a crop inside the rule exists with room to
    /// spare: the head's height decides the distance, and what is above the hair the height.
    func goodPlace(_ look: StudentLook) -> HeadPlace {
        // In a crop of 522×696 px a px of the frame is 0.92 px of the portrait.
        let scale = 480.0 / 522
        let width = min(max(168 / look.hairHeight / scale, 222), 258) * (1 + 0.03 * look.distance)
        let above = 80 / scale + look.hairHeight * width
        // Beside the head there is room for half of the crop.
        let room = max(0, Double(size.width) / 2 - 272 * unit)
        let x = Double(size.width) / 2 + look.sideways * min(110 * unit, room)
        return HeadPlace(
            eyes: Point(x: x, y: (above + 12 + 10 * look.vertical) * unit), width: width * unit,
            roll: look.roll)
    }

    /// The crop that a good portrait is made of, about a student at a place: 522×696 px of a
    /// 1280×720 picture.
    func goodCrop(_ look: StudentLook, at place: HeadPlace) -> Rect {
        let hairTop = place.eyes.y - look.hairHeight * place.width
        let left = max(0, Int(place.eyes.x - 261 * unit))
        let top = max(0, Int(hairTop - 80 * 522 / 480 * unit))
        return Rect(
            x: left, y: top, width: min(size.width - left, Int(522 * unit)),
            height: min(size.height - top, Int(696 * unit)))
    }

    /// Adds the sensor's noise and gives the picture away.
    func finish(_ canvas: Canvas, _ truth: SceneTruth, _ frame: Int) -> StudioPicture {
        var random = StudioRandom(seed: seed, stream: UInt64(frame) &+ 0xF0F0)
        return StudioPicture(photo: noise.exposed(canvas, &random), truth: truth)
    }
}
