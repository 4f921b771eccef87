import CSystem
import Foundation

/// What the process keeps to itself: names, numbers and faces are in its memory and in every file it makes.
public enum PrivateProcess {
    /// Files are made for this user alone; no crash prints or stores memory, and no other process reads it.
    ///
    /// Swift's backtraces show what registers point at, and Ctrl-\ asks for one: handing the signals back is the
    /// documented way to be without. A build with sanitizers needs them.
    public static func begin() {
        umask(0o077)
        #if !KIOSK_SANITIZED
            csystem_keep_memory_private()
            var ends = sigset_t()
            sigemptyset(&ends)
            for number in [SIGQUIT, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV] {
                signal(number, SIG_DFL)
                sigaddset(&ends, number)
            }
            // Who started us may have them blocked.
            pthread_sigmask(SIG_UNBLOCK, &ends, nil)
        #endif
    }
}
