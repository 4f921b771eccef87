public import KioskCore

/// The backdrops that the rule allows (教毕指〔2017〕99号).
public enum StudioBackdrop: String, CaseIterable, Sendable {
    case blue, white, grey

    var color: StudioColor {
        switch self {
        case .blue: StudioColor(100, 197, 255)
        case .white: StudioColor(252, 252, 252)
        case .grey: StudioColor(240, 240, 240)
        }
    }
}

/// Something drawn wrong on purpose, by a size.
public struct StudioFault: Hashable, Sendable {
    /// What can be drawn wrong.
    public enum Name: String, CaseIterable, Sendable {
        /// The head tilts to the picture's right; degrees.
        case tilt
        /// The face is smaller; share of its width that is missing.
        case small
        /// The head turns to the picture's right; degrees of yaw.
        case turn
        /// The chin goes up; degrees of pitch.
        case nod
        /// The student sits to the picture's right; px in 1280×720.
        case offCentre
        /// The eyes close; 0 open, 1 closed.
        case closedEyes
        /// The mouth opens; 0 closed, 1 open.
        case openMouth
    }
    /// What is wrong.
    public var name: Name
    /// By how much.
    public var size: Double

    /// A fault of that size.
    public init(name: Name, size: Double) {
        self.name = name
        self.size = size
    }
}

/// The synthetic studio: a backdrop, a lamp and a camera, and whoever sits before them.
public struct Studio: Sendable {
    /// The seed of everything drawn.
    public let seed: UInt64
    /// Columns and rows of the pictures.
    public let size: Size
    private let backdrop: [UInt8]
    private let noise: [Int8]

    /// A studio whose pictures have that size, 640×480 or more.
    public init(
        seed: UInt64, size: Size = Size(width: 1280, height: 720),
        backdrop: StudioBackdrop = .blue
    ) {
        self.seed = seed
        self.size = size
        self.backdrop = Self.paint(backdrop.color, size)
        var random = StudioRandom(seed: 0x5EED)
        noise = (0..<65_536 + size.width * 3).map { _ in
            Int8(max(-9, min(9, (random.gaussian() * 1.6).rounded())))
        }
    }

    /// How many pixels stand for one of a 1280×720 picture; in an upright picture as many as its
    /// width allows.
    var unit: Double { min(Double(size.height) / 720, Double(size.width) / 548) }

    /// The n-th student, from 0, well posed, with at most one fault.
    public func portrait(of index: Int, fault: StudioFault? = nil) -> StudioPicture {
        let student = Student(seed: seed, index: index)
        var place = goodPlace(student.look)
        var expression = Expression()
        switch fault?.name {
        case .tilt: place.roll = fault?.size ?? 0
        case .turn: place.turn = HeadTurn(yaw: fault?.size ?? 0, pitch: 0)
        case .nod: place.turn = HeadTurn(yaw: 0, pitch: fault?.size ?? 0)
        case .small: place.width *= 1 - min(0.8, fault?.size ?? 0)
        case .offCentre: place.eyes.x += (fault?.size ?? 0) * unit
        case .closedEyes: expression.eyesOpen = 1 - min(1, fault?.size ?? 0)
        case .openMouth: expression.mouthOpen = fault?.size ?? 0
        case nil: break
        }
        return person(student.look, place, expression, isPosed: true, frame: index)
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

    /// Adds the sensor's noise and gives the picture away.
    private func finish(_ canvas: Canvas, _ truth: SceneTruth, _ frame: Int) -> StudioPicture {
        var random = StudioRandom(seed: seed, stream: UInt64(frame) &+ 0xF0F0)
        let rowLength = size.width * 3
        let photo = Photo(size: size) { output in
            canvas.pixels.withUnsafeBufferPointer { source in
                noise.withUnsafeBufferPointer { noise in
                    for row in 0..<size.height {
                        let start = row * rowLength
                        let shift = Int(random.next() & 0xFFFF)
                        Self.add(
                            UnsafeBufferPointer(rebasing: source[start..<start + rowLength]),
                            UnsafeBufferPointer(rebasing: noise[shift..<shift + rowLength]),
                            into: UnsafeMutableBufferPointer(
                                rebasing: output[start..<start + rowLength]))
                    }
                }
            }
        }
        return StudioPicture(photo: photo, truth: truth)
    }

    private static func add(
        _ row: UnsafeBufferPointer<UInt8>, _ noise: UnsafeBufferPointer<Int8>,
        into output: UnsafeMutableBufferPointer<UInt8>
    ) {
        for index in 0..<output.count {
            let level = Int16(row[index]) &+ Int16(noise[index])
            output[index] = UInt8(truncatingIfNeeded: min(max(level, 0), 255))
        }
    }

    /// The backdrop with the lamp's slight fall-off to the corners: five levels of 255.
    private static func paint(_ color: StudioColor, _ size: Size) -> [UInt8] {
        let half = (x: Double(size.width) / 2, y: Double(size.height) / 2)
        var pixels: [UInt8] = []
        pixels.reserveCapacity(size.width * size.height * 3)
        for y in 0..<size.height {
            let down = (Double(y) - half.y * 0.9) / half.y
            for x in 0..<size.width {
                let across = (Double(x) - half.x) / half.x
                let light = 1 - 0.012 * (across * across + down * down)
                pixels.append(UInt8(color.red * light))
                pixels.append(UInt8(color.green * light))
                pixels.append(UInt8(color.blue * light))
            }
        }
        return pixels
    }
}
