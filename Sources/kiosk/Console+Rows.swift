import Foundation
import KioskCore
import Synchronization

/// Rows of messages at a terminal's end that are replaced by the next ones, whatever its width.
extension Console {
    /// How wide each row is that the next text has to take away.
    private static let open = Mutex<[Int]>([])

    /// Columns and rows of the terminal that messages go to; 80 and 24 where it does not say.
    static var size: (columns: Int, lines: Int) {
        var size = winsize()
        guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
            return (80, 24)
        }
        return (Int(size.ws_col), max(3, Int(size.ws_row)))
    }

    /// Rows that replace the ones before; none for nothing.
    static func replaceRows(_ rows: [TerminalScreen.Row]) {
        let isColoured = ProcessInfo.processInfo.environment["NO_COLOR"] == nil
        let texts = rows.map { row in
            row.isTrouble && isColoured ? "\u{1B}[1;31m\(row.text)\u{1B}[0m" : row.text
        }
        let erase = erasing()
        open.withLock { $0 = rows.map { TextColumns.width(of: $0.text) } }
        control(erase + texts.joined(separator: "\r\n"))
    }

    /// What takes away the rows that stand there. A terminal that was made narrower since has laid
    /// them out anew: each takes as many rows as it is wide.
    static func erasing() -> String {
        let widths = open.withLock { widths in
            defer { widths = [] }
            return widths
        }
        guard !widths.isEmpty else { return "" }
        let columns = size.columns
        let rows = widths.reduce(0) { $0 + max(1, ($1 + columns - 1) / columns) }
        return "\r" + (rows > 1 ? "\u{1B}[\(rows - 1)A" : "") + "\u{1B}[J"
    }
}
