import Foundation
public import KioskCore
import Synchronization

/// SIGINT, SIGTERM and SIGHUP as a wish that loops ask for, so that everything ends in order.
public enum Interruption {
    private static let signal = Atomic<Int32>(0)

    /// Catches SIGINT, SIGTERM and, unless whoever started us has it ignored (nohup), SIGHUP from now
    /// on, even where whoever started us had them blocked (a
    /// blocked signal is inherited); ignores SIGPIPE and SIGXFSZ, which then are errors
    /// of the write itself.
    public static func install() {
        let signals = isIgnored(SIGHUP) ? [SIGINT, SIGTERM] : [SIGINT, SIGTERM, SIGHUP]
        for number in signals {
            var action = sigaction()
            action.__sigaction_handler.sa_handler = {
                Interruption.signal.store($0, ordering: .relaxed)
            }
            sigaction(number, &action, nil)
        }
        var caught = sigset_t()
        sigemptyset(&caught)
        for number in signals { sigaddset(&caught, number) }
        pthread_sigmask(SIG_UNBLOCK, &caught, nil)
        Glibc.signal(SIGPIPE, SIG_IGN)
        Glibc.signal(SIGXFSZ, SIG_IGN)
    }

    private static func isIgnored(_ number: Int32) -> Bool {
        var action = sigaction()
        guard sigaction(number, nil, &action) == 0 else { return false }
        let handler = unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
        return handler == unsafeBitCast(SIG_IGN, to: Int.self)
    }

    /// The error to end with, where a signal has come.
    public static var error: KioskError? {
        switch signal.load(ordering: .relaxed) {
        case SIGINT: KioskError(.interrupted)
        case SIGTERM: KioskError(.terminated)
        case SIGHUP: KioskError(.hungUp)
        default: nil
        }
    }

    /// Does nothing until a signal has come.
    ///
    /// - Throws: `stopped.interrupt`, `stopped.terminate` or `stopped.hangup`.
    public static func check() throws(KioskError) {
        if let error { throw error }
    }
}
