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
        case shoot(Burst.Shot)
    }

    /// What came of it.
    enum Answer: Sendable {
        case observed(Observation, CapturedFrame)
        case shot(Result<Portrait, KioskError>, CapturedFrame)
        /// The frame could not be decoded; the next one may be whole.
        case unusable(CapturedFrame)
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
                if answerNext(at: &desk) { answers.signal() }
            }
        } catch {
            jobs.wait()
            answer.withLock { $0 = .failed(error) }
            answers.signal()
        }
    }

    /// Answers the job in the mailbox, if there is one. Nothing of its frame is kept on return: who is
    /// told of the answer then is the frame's only owner, and fills its storage again.
    private func answerNext(at desk: inout AnalystDesk) -> Bool {
        guard let next = job.withLock({ $0.take() }) else { return false }
        let result = desk.answer(to: next)
        answer.withLock { $0 = result }
        return true
    }
}
