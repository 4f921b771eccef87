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
    private var edges = EdgeWatch()
    /// The least blur of this camera's portraits so far, px.
    private var sharpest: Double?
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
        case .shoot(let shot):
            do throws(KioskError) {
                return .shot(.success(try portrait(of: shot)), shot.frame)
            } catch {
                return .shot(.failure(error), shot.frame)
            }
        }
    }

    private mutating func observe(_ frame: CapturedFrame, _ interest: Booth.Interest)
        -> Analyst.Answer
    {
        do throws(KioskError) {
            var seen = Observation(time: frame.time)
            if interest.codes { try lookForCodes(frame, interest, &seen) }
            if interest.faces { try lookForFaces(frame, &seen) }
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

    private mutating func lookForFaces(
        _ frame: CapturedFrame, _ seen: inout Observation
    ) throws(KioskError) {
        let factor = try FrameDecoder.reducedPhoto(
            of: frame, toLongSide: FaceAnalysis.liveLongSide, codec: codec, scratch: &scratch,
            into: &photo)
        var analysis = try FaceAnalysis(of: photo, scale: Double(factor), finder: finder)
        try edges.look(analysis, finder)
        analysis.cutFaces = edges.cutFaces
        let look = analysis.look(rule, source: frame.layout.uprightSize)
        (seen.framing, seen.grade, seen.cutFaces) = (look.framing, look.grade, edges.cutFaces)
    }

    private mutating func portrait(of shot: Burst.Shot) throws(KioskError) -> Portrait {
        let photo = try FrameDecoder.photo(of: shot.frame, codec: codec)
        let portrait = try PortraitMaker(rule: rule).portrait(
            of: photo, head: shot.head, faces: shot.faces, name: "frame \(shot.frame.sequence)",
            sharpest: sharpest, finder: finder, codec: codec)
        if let blur = portrait.blur { sharpest = min(sharpest ?? blur, blur) }
        return portrait
    }
}
