import Dispatch
public import Testing

/// Tests that keep every core busy take turns: two side by side only slow each other down, on a
/// small machine until one of them waits for minutes.
///
/// They work on a thread of their own, beside those of the other tests, and ask for their turn
/// before those are begun: programs that mostly wait would else be left over at the end of a run,
/// one after the other.
public struct WholeMachine: TestTrait, SuiteTrait, TestScoping {
    /// Every test of a suite.
    public var isRecursive: Bool { true }

    /// Suites too, so that their tests are begun first.
    public func scopeProvider(for test: Test, testCase: Test.Case?) -> Self? { self }

    private static let turns = Turns()
    private static let thread = OneThread()

    /// Runs a suite or a test before those that take no turns, a test's case when its turn has come.
    public func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        let isTest = testCase != nil
        try await withoutActuallyEscaping(function) { function in
            try await Task(executorPreference: isTest ? Self.thread : nil, priority: .high) {
                if isTest { await Self.turns.take() }
                let result = await Result(of: function)
                if isTest { await Self.turns.give() }
                try result.get()
            }.value
        }
    }
}

/// Where the tests run that take turns.
private final class OneThread: TaskExecutor {
    private let queue = DispatchQueue(label: "whole machine")

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}

extension Trait where Self == WholeMachine {
    /// A test that keeps every core busy, and waits for its turn among those.
    public static var wholeMachine: Self { WholeMachine() }
}

extension Result where Success == Void, Failure == any Error {
    fileprivate init(of function: () async throws -> Void) async {
        do {
            try await function()
            self = .success(())
        } catch {
            self = .failure(error)
        }
    }
}

/// One turn, given on in the order of asking. Who waits holds no thread: others work meanwhile.
private actor Turns {
    private var isTaken = false
    private var waiting: [CheckedContinuation<Void, Never>] = []

    func take() async {
        guard isTaken else {
            isTaken = true
            return
        }
        await withCheckedContinuation { waiting.append($0) }
    }

    func give() {
        guard !waiting.isEmpty else {
            isTaken = false
            return
        }
        waiting.removeFirst().resume()
    }
}
