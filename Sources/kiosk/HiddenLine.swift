import Foundation
import KioskCore
import KioskIO

/// A line of standard input that a terminal does not show.
enum HiddenLine {
    /// How long a signal may go unnoticed, milliseconds: read(2) alone would sleep through one that
    /// came just before it.
    private static let patience: Int32 = 100

    /// The next line, without its end; what there is where standard input ends first.
    ///
    /// - Throws: `stopped.*`, the terminal as it was.
    static func read(after prompt: String) throws(KioskError) -> String {
        guard let terminal = SilentTerminal(editsLines: true) else { return try line {} }
        Console.replaceLine(prompt)
        defer { Console.replaceLine("") }
        return try line { if terminal.stopsAndGoesOn() { Console.replaceLine(prompt) } }
    }

    /// Byte by byte: what follows the line belongs to the next question.
    private static func line(_ turn: () -> Void) throws(KioskError) -> String {
        var bytes: [UInt8] = []
        while let byte = try nextByte(turn), byte != UInt8(ascii: "\n") { bytes.append(byte) }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func nextByte(_ turn: () -> Void) throws(KioskError) -> UInt8? {
        var ready = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        while poll(&ready, 1, patience) <= 0 {
            try Interruption.check()
            turn()
        }
        try Interruption.check()
        var byte = UInt8(0)
        return Glibc.read(STDIN_FILENO, &byte, 1) == 1 ? byte : nil
    }
}
