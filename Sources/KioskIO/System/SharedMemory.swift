import CSystem
import Foundation

/// Memory that a copy of this process writes to and this one reads.
struct SharedMemory: ~Copyable {
    /// Where it begins; all zeros at first.
    let start: UnsafeMutableRawPointer
    private let count: Int
    /// Behind it stands whether the copy came to its end.
    private let done: UnsafeMutablePointer<Int32>

    /// So many bytes; nil where there are not so many.
    init?(count: Int) {
        let stride = MemoryLayout<Int32>.stride
        let before = (count + stride - 1) / stride * stride
        let all = before + stride
        let start = mmap(nil, all, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0)
        guard let start, start != MAP_FAILED else { return nil }
        (self.start, self.count) = (start, all)
        done = (start + before).bindMemory(to: Int32.self, capacity: 1)
    }

    deinit { munmap(start, count) }

    /// Has a copy of this process write to it, once, and waits: for a library without a limit on what it allocates, or
    /// whose mistakes must not end the day.
    ///
    /// - Parameters:
    ///   - bytes: what the copy may allocate.
    ///   - seconds: of work that it may take; it is ended after twice as many on the clock.
    ///   - work: gets where the memory begins. It calls C and copies bytes: what other threads had locked stays so
    ///     in the copy.
    /// - Returns: whether the work came to its end.
    borrowing func write(
        taking bytes: Int, seconds: UInt32,
        _ work: @convention(c) (UnsafeMutableRawPointer?) -> Void
    ) -> Bool {
        csystem_call_apart(work, start, done, bytes, seconds) == 0
    }
}
