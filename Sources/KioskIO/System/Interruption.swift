import Foundation
public import KioskCore
import Synchronization

/// SIGINT and SIGTERM as a wish that loops ask for, so that everything ends in order.
public enum Interruption {
    private static let signal = Atomic<Int32>(0)

    /// Catches SIGINT and SIGTERM from now on, even where whoever started us had them blocked (a
    /// blocked signal is inherited); ignores SIGPIPE and SIGXFSZ, which then are errors
    /// of the write itself.
    public static func install() {
        for number in [SIGINT, SIGTERM] {
            var action = sigaction()
            action.__sigaction_handler.sa_handler = {
                Interruption.signal.store($0, ordering: .relaxed)
            }
            sigaction(number, &action, nil)
        }
        var caught = sigset_t()
        sigemptyset(&caught)
        for number in [SIGINT, SIGTERM] { sigaddset(&caught, number) }
        pthread_sigmask(SIG_UNBLOCK, &caught, nil)
        Glibc.signal(SIGPIPE, SIG_IGN)
        Glibc.signal(SIGXFSZ, SIG_IGN)
    }

    /// The error to end with, where a signal has come.
    public static var error: KioskError? {
        switch signal.load(ordering: .relaxed) {
        case SIGINT: KioskError(.interrupted)
        case SIGTERM: KioskError(.terminated)
        default: nil
        }
    }

    /// Does nothing until a signal has come.
    ///
    /// - Throws: `stopped.interrupt` or `stopped.terminate`.
    public static func check() throws(KioskError) {
        if let error { throw error }
    }
}
