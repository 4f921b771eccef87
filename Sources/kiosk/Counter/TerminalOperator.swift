import Foundation
import KioskCore
import KioskIO

/// An operator at a terminal, or a pipe that types like one.
struct TerminalOperator: Operating {
    private let language: Language
    private var shown = ""
    private let terminal: SilentTerminal?

    /// An operator who reads that language.
    init(language: Language) {
        self.language = language
        terminal = SilentTerminal(editsLines: false)
    }

    mutating func keys(_ booth: Booth, at time: FrameTime) -> [BoothKey] {
        var ready = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        guard poll(&ready, 1, 0) > 0, ready.revents & Int16(POLLIN) != 0 else { return [] }
        var bytes = [UInt8](repeating: 0, count: 256)
        let count = read(STDIN_FILENO, &bytes, bytes.count)
        let text = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
        return KeyReading.keys(of: text, booth.typing)
    }

    mutating func show(_ scene: CounterScene) {
        let line = BoothWords.screenLine(
            scene.booth, language, isKept: !Console.isTerminal,
            countdown: Console.isTerminal ? scene.booth.countdown(at: scene.time) : nil)
        guard line != shown else { return }
        shown = line
        if Console.isTerminal { Console.replaceLine(line) } else { Console.message(line) }
    }

    mutating func tell(_ notice: BoothNotice, at time: FrameTime) {
        Console.message("· " + BoothWords.notice(notice, language))
        shown = ""
    }
}
