import Dispatch
import Synchronization

/// Something worked out beside whatever its owner does meanwhile.
final class Beside<Value: Sendable>: Sendable {
    private let value = Mutex<Value?>(nil)
    private let done = DispatchGroup()

    /// Begins.
    init(_ body: @escaping @Sendable () -> Value) {
        DispatchQueue.global(qos: .userInitiated).async(group: done) { [self] in
            let worked = body()
            value.withLock { $0 = worked }
        }
    }

    /// The value; waits for it.
    func wait() -> Value {
        done.wait()
        guard let worked = value.withLock({ $0 }) else {
            preconditionFailure("done, so worked out")
        }
        return worked
    }
}
