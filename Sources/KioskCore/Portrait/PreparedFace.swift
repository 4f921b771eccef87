/// One face, prepared once: everything that the checks read, so that no check looks at pixels itself
/// and none measures what another has measured (the shape of OFIQ, ISO/IEC 29794-5).
public struct PreparedFace: Sendable {
    /// The rule to judge by.
    public let rule: PortraitRule
    /// The head, in px of the finished portrait.
    public var head: HeadGeometry
    /// How many faces are in the whole picture.
    public var faces = 1
    /// Pixels of the source for one of the portrait; nil for a finished portrait, whose source nobody
    /// knows.
    public var sourceScale: Double?
    /// The file, where there is one.
    public var file: PortraitFile?
    /// The camera's least blur so far, px of the portrait; nil where nothing is known of a camera.
    public var sharpest: Double?
    /// How far from the lens the eyes are, metres; nil where the lens is not known.
    public private(set) var distance: Double?
    /// How much fine detail a finished portrait has, thousandths; nil where it was not looked for.
    public var detail: Double?
    /// What does not belong into a finished portrait; nil where it was not looked for.
    public var marks: ForeignMarks?

    /// How the head is held.
    public private(set) var pose: HeadPose?
    /// How far the eyes are open: 1 as people look into a camera, 0 closed.
    public private(set) var openness: Double?
    /// The gap between the lips, percent of the distance from eyes to chin.
    public private(set) var lipGap: Double?
    /// Percent of a lens that reflects the lamp.
    public private(set) var glare: Double?
    /// The blur as the deviation of a Gaussian, px of the portrait.
    public private(set) var blur: Double?
    /// How far a grey card would be from grey, ΔE*ab, and whether it would be warm.
    private(set) var cast: (size: Double, isWarm: Bool)?
    /// How much colour the portrait has, levels; nil where nothing but the head's place is known.
    private(set) var colour: Double?
    private(set) var light: FaceLight?
    private(set) var background = Background.unseen
    private(set) var backdrop: BackdropView?
    private(set) var shoulders: ShoulderLine?
    /// How far the clothes are from the backdrop, ΔE*ab.
    public private(set) var clothes: Double?

    /// A head of which nothing but its place is known, in px of the finished portrait.
    public init(head: HeadGeometry, rule: PortraitRule) {
        self.head = head
        self.rule = rule
    }

    /// Looks at a face.
    ///
    /// - Parameters:
    ///   - photo: the picture that is looked at: the finished portrait, or a smaller one with it.
    ///   - gray: the luma of `photo`.
    ///   - crop: the portrait's place in `photo`, in its px; need not be whole.
    ///   - head: in px of `photo`.
    ///   - mesh: in px of `photo`.
    ///   - irises: the irises' middles, left and right, in px of `photo`, where they were looked for; else
    ///     the eyes' own pixels tell where the pupils are.
    ///   - background: what is about that head.
    public init(
        _ photo: Photo, gray: GrayImage, crop: (x: Double, y: Double, width: Double),
        head: HeadGeometry, mesh: FaceMesh, irises: (left: Point, right: Point)? = nil,
        background: Background, rule: PortraitRule
    ) {
        let scale = Double(rule.size.width) / crop.width
        let area = PortraitArea(x: crop.x, y: crop.y, scale: scale, size: rule.size)
        let eyes = EyePair(gray, mesh, irises: irises)
        var head = head
        (head.leftEye, head.rightEye) = (eyes.leftPupil, eyes.rightPupil)
        self.init(head: head.moved(to: area), rule: rule)
        self.background = background
        pose = HeadPose(mesh: mesh, leftPupil: eyes.leftPupil, rightPupil: eyes.rightPupil)
        openness = eyes.openness
        lipGap = LipGap.percent(in: photo, mesh)
        colour = Colourfulness.levels(in: photo, area: area)
        let frame = HeadFrame(leftPupil: head.leftEye, rightPupil: head.rightEye)
        if let model = background.model { look(before: model, photo, area, head) }
        look(at: photo, gray, frame)
        blur = Sharpness.blur(in: gray, frame, flat: backdrop?.flat).map { $0 * scale }
    }

    /// Takes note of how far away the eyes are, whose pupils are 63 mm apart in the mean.
    ///
    /// - Parameters:
    ///   - source: the size of the whole picture.
    ///   - crop: the portrait's place in it.
    public mutating func measureDistance(_ lens: CameraLens, source: Size, crop: Rect) {
        let scale = Double(crop.width) / Double(rule.size.width)
        distance = lens.distance(
            ofLength: 0.063, pixels: scale * head.leftEye.distance(to: head.rightEye), in: source)
    }

    private mutating func look(at photo: Photo, _ gray: GrayImage, _ frame: HeadFrame) {
        light = FaceLight(in: photo, frame)
        glare = Glare.percent(in: photo, frame)
        let whites = ColourCast.Gains(eyesIn: photo, frame)
        let wall = backdrop?.light.flatMap { ColourCast.Gains(backdrop: $0, rule.backdrop) }
        cast = ColourCast.measure(eyes: whites, backdrop: wall)
    }

    private mutating func look(
        before model: BackdropModel, _ photo: Photo, _ area: PortraitArea, _ head: HeadGeometry
    ) {
        backdrop = BackdropView(photo, area: area, head: head, model: model)
        clothes = backdrop.flatMap {
            Clothes.distance(in: photo, area: area, head: head, backdrop: $0.color)
        }
        // Shoulders in clothes of the backdrop's colour have no line to go by.
        guard let clothes, clothes >= 8 else { return }
        shoulders = ShoulderLine(photo, area, head, model)
    }
}

extension HeadGeometry {
    /// The same head in the finished portrait's pixels.
    func moved(to area: PortraitArea) -> HeadGeometry {
        mapped {
            ($0 - area.x) * area.scale
        } y: {
            ($0 - area.y) * area.scale
        }
    }
}
