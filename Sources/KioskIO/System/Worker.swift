import Dispatch
import Foundation
public import KioskCore
import Synchronization

/// A thread that answers one job at a time, for owners of C libraries and for what takes long: who
/// asks goes on meanwhile.
///
/// It has a one-place mailbox: a job is handed over only after the answer to the one before was
/// taken. What it works with is made and used on its own thread alone.
public final class Worker<Job: Sendable, Answer: Sendable>: Sendable {
    private let job = Mutex<Job?>(nil)
    private let jobs = DispatchSemaphore(value: 0)
    private let answer = Mutex<Answer?>(nil)
    private let answers = DispatchSemaphore(value: 0)
    private let isStopped = Atomic<Bool>(false)

    /// Bytes of stack: libisofs's calls go deep.
    private static var stack: Int { 8 << 20 }

    /// Starts a thread of that name.
    ///
    /// - Parameters:
    ///   - opening: makes what the thread works with.
    ///   - refusing: what is answered to a job where that could not be made.
    ///   - answering: answers a job. Nothing of the job is kept on return: who takes the answer then
    ///     is the only owner of what is in it.
    public init<Desk: ~Copyable>(
        _ name: String, opening: @escaping @Sendable () throws(KioskError) -> Desk,
        refusing: @escaping @Sendable (KioskError) -> Answer,
        answering: @escaping @Sendable (inout Desk, Job) -> Answer
    ) {
        start(name) { [self] in
            do throws(KioskError) {
                var desk = try opening()
                work { answering(&desk, $0) }
            } catch {
                work { _ in refusing(error) }
            }
        }
    }

    /// Starts a thread of that name that works with nothing of its own.
    public init(_ name: String, answering: @escaping @Sendable (Job) -> Answer) {
        start(name) { [self] in work(answering) }
    }

    private func start(_ name: String, _ body: @escaping @Sendable () -> Void) {
        let thread = Thread(block: body)
        thread.name = name
        thread.stackSize = Self.stack
        thread.start()
    }

    private func work(_ answering: (Job) -> Answer) {
        while true {
            jobs.wait()
            guard !isStopped.load(ordering: .acquiring) else { return }
            if answerNext(answering) { answers.signal() }
        }
    }

    /// Answers the job in the mailbox, if there is one; the job is gone on return.
    private func answerNext(_ answering: (Job) -> Answer) -> Bool {
        guard let next = job.withLock({ $0.take() }) else { return false }
        let result = answering(next)
        answer.withLock { $0 = result }
        return true
    }

    /// Hands over a job. Only after the answer to the one before was taken.
    public func post(_ next: Job) {
        job.withLock { $0 = next }
        jobs.signal()
    }

    /// The answer, if there is one.
    public func takeAnswer() -> Answer? {
        guard answers.wait(timeout: .now()) == .success else { return nil }
        return answer.withLock { $0.take() }
    }

    /// Waits for the answer to a job that was handed over.
    public func waitForAnswer() -> Answer? {
        answers.wait()
        return answer.withLock { $0.take() }
    }

    /// Ends the thread after its present job.
    public func stop() {
        isStopped.store(true, ordering: .releasing)
        jobs.signal()
    }
}
