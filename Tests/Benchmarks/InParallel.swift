import Dispatch
import Synchronization

/// The values of a body for 0, 1, …, count − 1, made on all cores.
func inParallel<Value: Sendable>(_ count: Int, _ body: @Sendable (Int) -> Value) -> [Value] {
    let results = Mutex<[Int: Value]>([:])
    DispatchQueue.concurrentPerform(iterations: count) { index in
        let value = body(index)
        results.withLock { $0[index] = value }
    }
    return results.withLock { all in (0..<count).compactMap { all[$0] } }
}
