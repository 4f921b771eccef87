import Foundation
import KioskCore
import Synchronization

/// The one writer to the terminal: results to standard output, messages to standard error, both
/// at once by write(2), so that nothing said is lost in a buffer.
enum Console {
    /// `ui.language`, once it is known.
    private static let chosen = Mutex<Language?>(nil)

    /// Has messages in that language from now on.
    static func speak(_ language: Language) { chosen.withLock { $0 = language } }

    /// The language of messages: `ui.language` once known, else the locale's.
    static var language: Language { chosen.withLock { $0 } ?? localeLanguage() }

    /// The locale's language.
    static func localeLanguage() -> Language {
        let environment = ProcessInfo.processInfo.environment
        let names = ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { environment[$0] }
        return Language(locale: names.first { !$0.isEmpty } ?? "")
    }

    /// A line of results.
    static func result(_ line: String) { put(ForeignText.visible(line) + "\n", STDOUT_FILENO) }

    /// A line of messages.
    static func message(_ line: String) {
        put(erasing() + ForeignText.visible(line) + "\n", STDERR_FILENO)
    }

    /// Text of messages that replaces what the last call left, and is replaced by the next.
    static func replaceLine(_ line: String) {
        let rows = TextColumns.rows(of: line, columns: max(2, size.columns - 1))
        replaceRows(line.isEmpty ? [] : rows.map { TerminalScreen.Row(text: $0, isTrouble: false) })
    }

    /// Text for the terminal itself.
    static func control(_ text: String) { put(text, STDERR_FILENO) }

    /// Whether messages go to a terminal.
    static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    /// Says what went wrong, and ends with its status.
    static func fail(_ error: KioskError) -> Never {
        message(error.message(language))
        exit(error.exitStatus)
    }

    /// Ends with a status, after a text: to standard output where the status is 0 (help was asked
    /// for), else to standard error.
    static func end(_ status: Int32, saying text: String = "") -> Never {
        if !text.isEmpty {
            if status == 0 { result(text) } else { message(text) }
        }
        exit(status)
    }

    private static func put(_ text: String, _ file: Int32) {
        var bytes = Array(PathText.shown(text).utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return }
            bytes = bytes.dropFirst(count)
        }
    }
}
