import KioskCore
import KioskIO

/// What the analyst works with, on its own thread. The pictures it decodes into are kept from one
/// frame to the next: a steady stream allocates none.
struct AnalystDesk: ~Copyable {
    private let rule: PortraitRule
    private let reader: CodeReader
    private let finder: FaceFinder
    private let codec: JPEGCodec
    /// The longer side of the picture that codes are read from: larger ones are halved.
    private static let codesLongSide = 1920
    private var phones = PhoneWatch()
    private var farSight = FarSight()
    private var scratch = FrameScratch()
    private var gray = GrayImage()
    private var photo = Photo()

    init(rule: PortraitRule, landmarkFile: String?) throws(KioskError) {
        let reader = try CodeReader(lineStep: 2)
        let codec = try JPEGCodec()
        let finder = try FaceFinder(landmarkFile: landmarkFile)
        self.rule = rule
        self.reader = reader
        self.codec = codec
        self.finder = finder
    }

    mutating func answer(to job: Analyst.Job) -> Analyst.Answer {
        switch job {
        case .observe(let frame, let interest): return observe(frame, interest)
        case .shoot(let frame, let head):
            do throws(KioskError) {
                return .shot(.success(try shoot(frame, head)), frame)
            } catch {
                return .shot(.failure(error), frame)
            }
        }
    }

    private mutating func observe(_ frame: CapturedFrame, _ interest: Booth.Interest)
        -> Analyst.Answer
    {
        do throws(KioskError) {
            var seen = Observation(time: frame.time)
            if interest.codes { try lookForCodes(frame, interest, &seen) }
            if interest.faces { seen.framing = try framing(frame) }
            return .observed(seen, frame)
        } catch {
            return .unusable(frame)
        }
    }

    private mutating func lookForCodes(
        _ frame: CapturedFrame, _ interest: Booth.Interest, _ seen: inout Observation
    ) throws(KioskError) {
        let inPlace = frame.withLuma(upTo: Self.codesLongSide) { reader.read(luma: $0, $1) }
        if inPlace == nil { try decodeGray(frame) }
        let codes = inPlace ?? reader.read(gray)
        seen.codes = codes
        guard codes.isEmpty, interest.phones else { return }
        if inPlace != nil { try decodeGray(frame) }
        seen.isPhoneInView = phones.isPhone(in: gray, at: frame.time)
    }

    private mutating func decodeGray(_ frame: CapturedFrame) throws(KioskError) {
        _ = try FrameDecoder.reducedGray(
            of: frame, toLongSide: Self.codesLongSide, codec: codec, scratch: &scratch, into: &gray)
    }

    /// How the student sits. Who is not found near by may sit too far away for the small picture.
    private mutating func framing(_ frame: CapturedFrame) throws(KioskError) -> Framing {
        var analysis = try faces(in: frame, longSide: FaceAnalysis.liveLongSide)
        if analysis.heads.isEmpty, analysis.scale > 1, farSight.isWanted(at: frame.time) {
            analysis = try faces(in: frame, longSide: FaceAnalysis.farLongSide)
            farSight.note(isFound: !analysis.heads.isEmpty, at: frame.time)
        }
        return analysis.framing(rule, source: frame.layout.uprightSize)
    }

    private mutating func faces(in frame: CapturedFrame, longSide: Int) throws(KioskError)
        -> FaceAnalysis
    {
        let factor = try FrameDecoder.reducedPhoto(
            of: frame, toLongSide: longSide, codec: codec, scratch: &scratch, into: &photo)
        return try FaceAnalysis(of: photo, scale: Double(factor), finder: finder)
    }

    private borrowing func shoot(_ frame: CapturedFrame, _ head: HeadGeometry) throws(KioskError)
        -> Portrait
    {
        let photo = try FrameDecoder.photo(of: frame, codec: codec)
        return try PortraitMaker(rule: rule).portrait(
            of: photo, head: head, name: "frame \(frame.sequence)", codec: codec)
    }
}

/// When to look for faces in the large picture too: a face that is far away is found nowhere else,
/// and it takes four times as long. Twice a second while nobody is there, and at every look while
/// somebody is: a hint that comes and goes helps nobody.
struct FarSight: Sendable {
    private static let pause = 0.5
    private var last: (time: FrameTime, isFound: Bool)?

    mutating func note(isFound: Bool, at time: FrameTime) { last = (time, isFound) }

    func isWanted(at time: FrameTime) -> Bool {
        guard let last, !last.isFound else { return true }
        return time.seconds(since: last.time) >= Self.pause
    }
}
