import Foundation
import KioskCore
import TestTraits
import Testing

@testable import KioskIO

/// Work in a copy of the process, which may take and break what it likes.
struct SharedMemoryTests {
    private static func write(_ work: @convention(c) (UnsafeMutableRawPointer?) -> Void) throws
        -> (isDone: Bool, first: UInt8)
    {
        guard let memory = SharedMemory(count: 5) else { throw KioskError(.bug, "mmap") }
        let isDone = memory.write(taking: 512 << 20, seconds: 1, work)
        return (isDone, memory.start.load(as: UInt8.self))
    }

    @Test("what the copy writes is seen here")
    func written() throws {
        let wrote = try Self.write { $0?.storeBytes(of: 7, as: UInt8.self) }
        #expect(wrote.isDone && wrote.first == 7)
    }

    @Test("a copy that crashes is told as one that did not come to its end")
    func crashes() throws {
        let wrote = try Self.write {
            $0?.storeBytes(of: 7, as: UInt8.self)
            kill(getpid(), SIGKILL)
        }
        #expect(!wrote.isDone && wrote.first == 7)
    }

    @Test(
        "a copy that takes more memory than it may gets none",
        .unsanitized("the sanitizer gives the memory"))
    func memory() throws {
        let wrote = try Self.write { start in
            // Of the system: a compiler knows what malloc gives.
            let (some, more) = (SharedMemoryTests.map(64 << 20), SharedMemoryTests.map(2 << 30))
            start?.storeBytes(of: some != MAP_FAILED && more == MAP_FAILED ? 7 : 1, as: UInt8.self)
        }
        #expect(wrote.isDone && wrote.first == 7)
    }

    @Test("a copy that works for too long, or only waits, is ended")
    func time() throws {
        #expect(try !Self.write { _ in while getppid() > 0 {} }.isDone)
        #expect(try !Self.write { _ in while true { pause() } }.isDone)
    }

    private static func map(_ count: Int) -> UnsafeMutableRawPointer? {
        mmap(nil, count, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    }
}
