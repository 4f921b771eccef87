import TestSupport
import Testing

/// An operator at a terminal who waits for what it says before pressing a key.
struct OperatorAtTerminal {
    private let terminal: PseudoTerminal
    private var read = 0

    init(_ terminal: PseudoTerminal) { self.terminal = terminal }

    mutating func sees(_ text: String, then keys: String = "") {
        let isThere = terminal.waits(for: text, after: read)
        #expect(isThere, "\(text) was not shown: \(terminal.output.suffix(400))")
        read = terminal.output.count
        terminal.type(keys)
    }
}
