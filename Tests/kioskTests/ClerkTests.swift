import KioskCore
import KioskIO
import Synchronization
import Testing

@testable import kiosk

/// The clerk does one job at a time, tells how far it has come, and ends it when asked to.
struct ClerkTests {
    private static func progress(_ files: Int) -> HandOverProgress {
        HandOverProgress(.writing, files: files, of: 10, bytes: files, of: 10)
    }

    private final class Flag: Sendable {
        let value = Atomic<Bool>(false)
    }

    @Test("a job is done beside the caller, one at a time, and its outcome is taken once")
    func one() {
        var clerk = Clerk<Int>()
        defer { clerk.stop() }
        let isBegun = clerk.begin { report throws(KioskError) in
            try report(Self.progress(3))
            return 7
        }
        #expect(isBegun)
        let isSecond = clerk.begin { _ throws(KioskError) in 8 }
        #expect(!isSecond)
        let outcome = clerk.waitForOutcome()
        #expect(outcome == .success(7))
        let (second, third) = (clerk.takeOutcome(), clerk.waitForOutcome())
        #expect(second == nil && third == nil)
        #expect(clerk.progress == nil)
    }

    @Test("a cancelled job ends where it next tells how far it is, and the next one does not")
    func cancelled() {
        var clerk = Clerk<Int>()
        defer { clerk.stop() }
        let isCancelled = Flag()
        let job: Clerk<Int>.Job = { report throws(KioskError) in
            try report(Self.progress(1))
            while !isCancelled.value.load(ordering: .acquiring) { continue }
            try report(Self.progress(2))
            return 1
        }
        let isBegun = clerk.begin(job)
        clerk.cancel()
        isCancelled.value.store(true, ordering: .releasing)
        let outcome = clerk.waitForOutcome()
        #expect(isBegun && outcome == .failure(KioskError(.exportCancelled)))
        let isNext = clerk.begin(job)
        let next = clerk.waitForOutcome()
        #expect(isNext && next == .success(1))
    }

    @Test("cancelling with nothing to do ends no later job")
    func nothing() {
        var clerk = Clerk<Int>()
        defer { clerk.stop() }
        clerk.cancel()
        let isBegun = clerk.begin { report throws(KioskError) in
            try report(Self.progress(1))
            return 2
        }
        #expect(isBegun)
        let outcome = clerk.waitForOutcome()
        #expect(outcome == .success(2))
    }
}
