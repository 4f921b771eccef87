import Foundation
import TestSupport
import Testing

/// An operator at a terminal, and the person before the camera, who wait for what the counter says
/// before they do anything.
struct OperatorAtTerminal {
    private let terminal: PseudoTerminal
    private let camera: StudioCamera?
    private var read = 0

    /// How long the operator looks at a portrait, microseconds: none is accepted unseen.
    private static let look: UInt32 = 500_000

    init(_ terminal: PseudoTerminal, camera: StudioCamera? = nil) {
        self.terminal = terminal
        self.camera = camera
    }

    /// Waits for a text; then the camera sees something else, or keys are typed.
    mutating func sees(
        _ text: String, then keys: String = "", camera view: StudioRecording.View? = nil
    ) throws {
        let end = terminal.waits(for: text, after: read)
        read = try #require(end, "\(text) was not shown: \(terminal.output.suffix(400))")
        if text == "[space accept]" { usleep(Self.look) }
        if let view { try camera?.shows(view) }
        terminal.type(keys)
    }
}
