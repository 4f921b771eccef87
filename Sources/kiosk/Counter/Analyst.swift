import Dispatch
import Foundation
import KioskCore
import KioskIO
import Synchronization

/// The one worker that looks at frames, so that capture and screen never wait for analysis.
///
/// It owns its code reader, face finder and codec, which live on its thread. A one-place mailbox
/// stands before it: a job is taken only when the one before is answered.
final class Analyst: Sendable {
    /// What a frame is to be looked at for.
    enum Job: Sendable {
        /// Codes, faces or both, for the booth.
        case observe(CapturedFrame, Booth.Interest)
        /// A portrait of this very frame, whose one head was found before.
        case shoot(CapturedFrame, HeadGeometry)
    }

    /// What came of it.
    enum Answer: Sendable {
        case observed(Observation, CapturedFrame)
        case shot(Result<Portrait, KioskError>, CapturedFrame)
        /// The frame could not be decoded; the next one may be whole.
        case unusable
        /// The worker could not begin.
        case failed(KioskError)
    }

    private let job = Mutex<Job?>(nil)
    private let jobs = DispatchSemaphore(value: 0)
    private let answer = Mutex<Answer?>(nil)
    private let answers = DispatchSemaphore(value: 0)
    private let isStopped = Atomic<Bool>(false)

    /// Starts the worker; its libraries are opened on its own thread.
    init(rule: PortraitRule, landmarkFile: String?) {
        let thread = Thread { [self] in work(rule: rule, landmarkFile: landmarkFile) }
        thread.name = "analyst"
        thread.stackSize = 8 << 20
        thread.start()
    }

    /// Hands the worker a job. Only after the answer to the one before was taken.
    func post(_ next: Job) {
        job.withLock { $0 = next }
        jobs.signal()
    }

    /// The answer, if there is one.
    func takeAnswer() -> Answer? {
        guard answers.wait(timeout: .now()) == .success else { return nil }
        return answer.withLock { $0.take() }
    }

    /// Waits for the answer.
    func waitForAnswer() -> Answer? {
        answers.wait()
        return answer.withLock { $0.take() }
    }

    /// Ends the worker after its present job.
    func stop() {
        isStopped.store(true, ordering: .relaxed)
        jobs.signal()
    }

    private func work(rule: PortraitRule, landmarkFile: String?) {
        do throws(KioskError) {
            var desk = try AnalystDesk(rule: rule, landmarkFile: landmarkFile)
            while true {
                jobs.wait()
                guard !isStopped.load(ordering: .relaxed) else { return }
                guard let next = job.withLock({ $0.take() }) else { continue }
                reply(desk.answer(to: next))
            }
        } catch {
            jobs.wait()
            reply(.failed(error))
        }
    }

    private func reply(_ result: Answer) {
        answer.withLock { $0 = result }
        answers.signal()
    }
}

/// What the analyst works with, on its own thread.
private struct AnalystDesk: ~Copyable {
    private let rule: PortraitRule
    private let reader: CodeReader
    private let finder: FaceFinder
    private let codec: JPEGCodec
    private var phones = PhoneWatch()
    private var scratch = FrameScratch()
    private var gray = GrayImage()
    private var photo = Photo()
    /// Larger frames are reduced before codes are read: a phone fills more of them.
    private static let codeLongSide = 1920

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
            return .unusable
        }
    }

    private mutating func lookForCodes(
        _ frame: CapturedFrame, _ interest: Booth.Interest, _ seen: inout Observation
    ) throws(KioskError) {
        _ = try FrameDecoder.reducedGray(
            of: frame, toLongSide: Self.codeLongSide, codec: codec, scratch: &scratch, into: &gray)
        let codes = reader.read(gray)
        seen.codes = codes
        if codes.isEmpty, interest.phones {
            seen.isPhoneInView = phones.isPhone(in: gray, at: frame.time)
        }
    }

    private mutating func framing(_ frame: CapturedFrame) throws(KioskError) -> Framing {
        let factor = try FrameDecoder.reducedPhoto(
            of: frame, toLongSide: FaceAnalysis.liveLongSide, codec: codec, scratch: &scratch,
            into: &photo)
        let analysis = try FaceAnalysis(of: photo, scale: Double(factor), finder: finder)
        return analysis.framing(rule, source: frame.layout.uprightSize)
    }

    private borrowing func shoot(_ frame: CapturedFrame, _ head: HeadGeometry) throws(KioskError)
        -> Portrait
    {
        let photo = try FrameDecoder.photo(of: frame, codec: codec)
        return try PortraitMaker(rule: rule).portrait(
            of: photo, head: head, name: "frame \(frame.sequence)", codec: codec)
    }
}
