public import KioskCore

/// What one frame is looked at with: a code reader, a face finder, a codec, and what was seen before.
///
/// The pictures it decodes into are kept from one frame to the next: of a steady stream only those
/// that are prepared for the readers of codes are new.
/// Not for use by two threads at once.
public struct AnalystDesk: ~Copyable {
    private let rule: PortraitRule
    private let lens: CameraLens?
    private let reader: CodeReader
    private let finder: FaceFinder
    private let codec: JPEGCodec
    private let encoder = PortraitEncoder()
    /// The longer side of the picture that codes are read from: larger ones are halved.
    private static let codesLongSide = 1920
    private var rota = CodeRota()
    private var phones = PhoneWatch()
    /// For advice alone: a lamp that is known stays known through a sitting.
    private var screens = PhoneWatch(furnitureMemory: 120)
    private var sights = CodeSightWatch()
    private var sightPace = CodeSightPace()
    private var follower = FaceFollower()
    private var edges = EdgeWatch()
    private var neighbours = FrameNeighbours()
    private let detailWatch = DetailWatch()
    /// The least blur of this camera's portraits so far, px.
    private var sharpest: Double?
    private var scratch = FrameScratch()
    private var gray = GrayImage()
    private var photo = Photo()

    /// Opens the libraries.
    ///
    /// - Parameters:
    ///   - rule: what portraits have to meet.
    ///   - lens: the camera's, where it is known.
    /// - Throws: `face.model`, `jpeg.codec`, `bug`.
    public init(rule: PortraitRule, lens: CameraLens? = nil) throws(KioskError) {
        let reader = try CodeReader(lineStep: 2)
        let codec = try JPEGCodec()
        let finder = try FaceFinder()
        (self.rule, self.lens) = (rule, lens)
        self.reader = reader
        self.codec = codec
        self.finder = finder
    }

    /// What is seen in a frame of what the booth wants to know.
    ///
    /// - Throws: `picture.*` or `camera.format` where the frame cannot be decoded, `bug` where the
    ///   face library fails.
    public mutating func observe(
        _ frame: borrowing Frame, _ interest: Booth.Interest
    ) throws(KioskError) -> Observation {
        var seen = Observation(time: frame.time)
        if interest.codes { try lookForCodes(frame, interest, &seen) }
        if interest.faces { try lookForFaces(frame, &seen) }
        return seen
    }

    /// The portrait of the best of frames whose one head was found before, and that frame.
    ///
    /// - Parameter shots: at least one, the best first.
    /// - Throws: as `observe`; `face.small`, `size.*`, `jpeg.codec`.
    public mutating func portrait(
        of shots: [Burst.Shot]
    ) throws(KioskError) -> (portrait: Portrait, frame: CapturedFrame) {
        detailWatch.begin(shots)
        let first = Result { () throws(KioskError) in try makePortrait(of: shots[0]) }
        let trusted = detailWatch.end()
        let portrait = try trusted == 0 ? first.get() : makePortrait(of: shots[trusted])
        if let blur = portrait.blur { sharpest = min(sharpest ?? blur, blur) }
        return (portrait, shots[trusted].frame)
    }

    private func makePortrait(of shot: Burst.Shot) throws(KioskError) -> Portrait {
        let photo = try FrameDecoder.photo(of: shot.frame, codec: codec)
        var portrait = try PortraitMaker(rule: rule, lens: lens).portrait(
            of: photo, head: shot.head, faces: shot.faces, name: "frame \(shot.frame.sequence)",
            sharpest: sharpest, finder: finder, encoder: encoder)
        portrait.colours = FrameDecoder.colours(of: shot.frame)
        return portrait
    }

    private mutating func lookForCodes(
        _ frame: borrowing Frame, _ interest: Booth.Interest, _ seen: inout Observation
    ) throws(KioskError) {
        let inPlace = frame.withLuma(upTo: Self.codesLongSide) { luma, size in
            look(luma, size, at: frame.time, interest)
        }
        if inPlace == nil { try decodeGray(frame) }
        let (reading, wantsSight) = inPlace ?? lookAtGray(at: frame.time, interest)
        seen.codes = reading.codes
        guard reading.codes.isEmpty, interest.phones || wantsSight else { return }
        if inPlace != nil { try decodeGray(frame) }
        if interest.phones { seen.isPhoneInView = phones.isPhone(in: gray, at: frame.time) }
        guard wantsSight else { return }
        let marks = screens.phones(in: gray, at: frame.time)
        seen.sight = sights.see(reading, marks, in: gray, at: frame.time)
    }

    /// What the readers say of some luma, and whether it is to be seen why no code is read.
    private mutating func look(
        _ luma: UnsafeBufferPointer<UInt8>, _ size: Size, at time: FrameTime,
        _ interest: Booth.Interest
    ) -> (CodeReading, Bool) {
        let reading = reader.look(luma: luma, size, &rota)
        return (reading, interest.sights && sightPace.isDue(luma, size, at: time))
    }

    private mutating func lookAtGray(
        at time: FrameTime, _ interest: Booth.Interest
    ) -> (CodeReading, Bool) {
        let (image, size) = (gray.pixels, gray.size)
        return image.withUnsafeBufferPointer { look($0, size, at: time, interest) }
    }

    private mutating func decodeGray(_ frame: borrowing Frame) throws(KioskError) {
        _ = try FrameDecoder.reducedGray(
            of: frame, toLongSide: Self.codesLongSide, codec: codec, scratch: &scratch, into: &gray)
    }

    private mutating func lookForFaces(
        _ frame: borrowing Frame, _ seen: inout Observation
    ) throws(KioskError) {
        let factor = try FrameDecoder.reducedPhoto(
            of: frame, toLongSide: FaceAnalysis.liveLongSide, codec: codec, scratch: &scratch,
            into: &photo)
        seen.doubtful = neighbours.take(photo, at: frame.time)
        let faces = try follower.faces(in: photo, at: frame.time, finder)
        try edges.look(photo, at: frame.time, finder)
        var analysis = FaceAnalysis(of: photo, scale: Double(factor), faces: faces)
        analysis.cutFaces = max(analysis.cutFaces, edges.cutFaces)
        let look = analysis.look(rule, source: frame.layout.uprightSize)
        (seen.framing, seen.grade) = (look.framing, look.grade)
        seen.cutFaces = analysis.cutFaces
    }
}
