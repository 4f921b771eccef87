import Foundation
import KioskCore
import KioskIO

/// An operator at a terminal, or a pipe that types like one.
struct TerminalOperator: Operating {
    private let language: Language
    private let terminal: SilentTerminal?
    private let keyboard: TerminalKeyboard?
    private var reader = KeyReader(isExact: false)
    private var shown: TerminalScreen?
    private var lineShown = ""

    /// An operator who reads that language.
    init(language: Language) {
        self.language = language
        terminal = SilentTerminal(editsLines: false)
        keyboard = terminal == nil ? nil : TerminalKeyboard()
    }

    mutating func keys(_ booth: Booth, at time: FrameTime) -> [BoothKey] {
        guard let keyboard else { return piped(booth) }
        if terminal?.stopsAndGoesOn() == true { shown = nil }
        return reader.take(keyboard.take(), now: WallClock.monotonic(), booth)
    }

    /// A pipe that is not a terminal types keys, however fast.
    private func piped(_ booth: Booth) -> [BoothKey] {
        var ready = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        guard poll(&ready, 1, 0) > 0, ready.revents & Int16(POLLIN) != 0 else { return [] }
        var bytes = [UInt8](repeating: 0, count: 256)
        let count = read(STDIN_FILENO, &bytes, bytes.count)
        let text = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
        return KeyReading.keys(of: text, booth.typing)
    }

    mutating func show(_ scene: CounterScene) {
        guard Console.isTerminal else { return show(line: scene) }
        let size = Console.size
        let screen = TerminalScreen(scene, language, columns: size.columns, lines: size.lines)
        guard screen != shown else { return }
        shown = screen
        Console.replaceRows(screen.rows)
    }

    private mutating func show(line scene: CounterScene) {
        let line = BoothWords.screenLine(scene.booth, language, isKept: true)
        guard line != lineShown else { return }
        lineShown = line
        Console.message(line)
    }

    mutating func tell(_ notice: BoothNotice, at time: FrameTime) {
        Console.message("· " + BoothWords.notice(notice, language))
        (shown, lineShown) = (nil, "")
    }
}
