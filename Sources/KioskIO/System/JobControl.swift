import Foundation
import Synchronization

/// Ctrl-Z and `fg`: a program that has changed its terminal's settings gives them back before it is
/// stopped, and takes them again when it goes on; the shell knows nothing of them.
public enum JobControl {
    private static let wantsStop = Atomic<Bool>(false)
    private static let hasContinued = Atomic<Bool>(false)

    /// Catches SIGTSTP and SIGCONT from now on: what is to be done is asked for by loops.
    public static func install() {
        catching(SIGTSTP) { _ in JobControl.wantsStop.store(true, ordering: .relaxed) }
        catching(SIGCONT) { _ in JobControl.hasContinued.store(true, ordering: .relaxed) }
    }

    /// Lets Ctrl-Z stop the program at once again.
    public static func uninstall() {
        signal(SIGTSTP, SIG_DFL)
        signal(SIGCONT, SIG_DFL)
    }

    private static func catching(_ number: Int32, _ handler: @convention(c) (Int32) -> Void) {
        var action = sigaction()
        action.__sigaction_handler.sa_handler = handler
        action.sa_flags = SA_RESTART
        sigaction(number, &action, nil)
        var caught = sigset_t()
        sigemptyset(&caught)
        sigaddset(&caught, number)
        pthread_sigmask(SIG_UNBLOCK, &caught, nil)
    }

    /// Whether Ctrl-Z was pressed since the last call.
    public static func takeStop() -> Bool {
        wantsStop.exchange(false, ordering: .relaxed)
    }

    /// Whether the program was stopped and goes on since the last call.
    public static func takeContinue() -> Bool {
        hasContinued.exchange(false, ordering: .relaxed)
    }

    /// Stops until somebody says `fg`.
    public static func stop() { raise(SIGSTOP) }

    /// Whether the terminal on standard input is ours to read and to change: not where we run in
    /// the background.
    public static var isForeground: Bool {
        let group = tcgetpgrp(STDIN_FILENO)
        return group < 0 || group == getpgrp()
    }
}
