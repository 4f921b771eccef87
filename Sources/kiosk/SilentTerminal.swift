import Foundation

/// The terminal without echo, for as long as this lives: a number must not stand on the public
/// screen as it is typed.
final class SilentTerminal {
    private var saved = termios()

    /// Whole lines that can be edited, or each key as it is pressed; nil where standard input is no
    /// terminal.
    init?(editsLines: Bool) {
        guard isatty(STDIN_FILENO) == 1, tcgetattr(STDIN_FILENO, &saved) == 0 else { return nil }
        var silent = saved
        silent.c_lflag &= ~tcflag_t(editsLines ? ECHO : ECHO | ICANON)
        tcsetattr(STDIN_FILENO, TCSANOW, &silent)
    }

    deinit { tcsetattr(STDIN_FILENO, TCSANOW, &saved) }
}
