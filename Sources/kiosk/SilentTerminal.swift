import Foundation
import KioskIO

/// The terminal without echo, for as long as this lives: a number must not stand on the public
/// screen as it is typed. Ctrl-Z gives the terminal back, `fg` takes it again.
final class SilentTerminal {
    private var saved = termios()
    private var silent = termios()

    /// Bracketed paste (xterm, ctlseqs: DECSET 2004): a terminal that knows it says where a paste
    /// begins and ends.
    private static let (marksPastes, marksNoPastes) = ("\u{1B}[?2004h", "\u{1B}[?2004l")
    private let editsLines: Bool

    /// Whole lines that can be edited, or each key as it is pressed; nil where standard input is no
    /// terminal.
    init?(editsLines: Bool) {
        self.editsLines = editsLines
        guard isatty(STDIN_FILENO) == 1, tcgetattr(STDIN_FILENO, &saved) == 0 else { return nil }
        silent = saved
        silent.c_lflag &= ~tcflag_t(editsLines ? ECHO : ECHO | ICANON)
        JobControl.install()
        apply(&silent, Self.marksPastes)
    }

    deinit {
        apply(&saved, Self.marksNoPastes)
        JobControl.uninstall()
    }

    /// Stops where Ctrl-Z was pressed, the terminal as it was before; to be asked for several times a
    /// second.
    ///
    /// - Returns: whether the program was stopped and what it shows has to be shown anew.
    func stopsAndGoesOn() -> Bool {
        if JobControl.takeStop() {
            apply(&saved, Self.marksNoPastes)
            JobControl.stop()
        }
        guard JobControl.takeContinue() else { return false }
        apply(&silent, Self.marksPastes)
        return true
    }

    /// In the background it would change the terminal under the hands of the shell.
    private func apply(_ settings: inout termios, _ pastes: String) {
        guard JobControl.isForeground else { return }
        tcsetattr(STDIN_FILENO, TCSANOW, &settings)
        if !editsLines, Console.isTerminal { Console.control(pastes) }
    }
}
