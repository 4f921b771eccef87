public import Testing

/// Tests that keep every core busy take turns: two side by side only slow each other down, on a
/// small machine until one of them waits for minutes.
public struct WholeMachine: TestTrait, SuiteTrait, TestScoping {
    /// Every test of a suite.
    public var isRecursive: Bool { true }

    private static let turns = Turns()

    /// Runs a test when its turn has come. Those that take turns go before the others: at the end
    /// of a run one after the other would keep a single core busy.
    public func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        try await withoutActuallyEscaping(function) { function in
            try await Task(priority: .high) {
                await Self.turns.take()
                let result = await Result(of: function)
                await Self.turns.give()
                try result.get()
            }.value
        }
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
