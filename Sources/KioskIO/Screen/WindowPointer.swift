internal import CSDL2
import KioskCore

/// The mouse or a finger on a window. The mouse is seen while it moves and two seconds after; a finger covers what it
/// points at, so that nothing is seen of it.
struct WindowPointer {
    /// Something pressed on a window.
    struct Press {
        /// The window's number.
        let window: UInt32
        /// Where: 0 at the window's left and upper edge, 1 at the others.
        let share: (x: Double, y: Double)
    }

    /// How long it stays, ms.
    private static let shown: UInt32 = 2_000
    private var movedAt: UInt32?

    /// Nothing of it is seen before it moves.
    func hide() { SDL_ShowCursor(0) }

    /// What was pressed, by the first button or a finger; nil where the event is another.
    ///
    /// - Parameter size: a window's columns and rows in its own coordinates, by its number.
    mutating func press(of event: SDL_Event, _ size: (UInt32) -> Size?) -> Press? {
        switch SDL_EventType(event.type) {
        case SDL_MOUSEMOTION:
            if movedAt == nil { SDL_ShowCursor(1) }
            movedAt = SDL_GetTicks()
            return nil
        case SDL_MOUSEBUTTONDOWN where event.button.button == 1:
            guard let size = size(event.button.windowID) else { return nil }
            let x = Double(event.button.x) / Double(max(1, size.width))
            let y = Double(event.button.y) / Double(max(1, size.height))
            return Press(window: event.button.windowID, share: (x, y))
        case SDL_FINGERDOWN:
            let share = (Double(event.tfinger.x), Double(event.tfinger.y))
            return Press(window: event.tfinger.windowID, share: share)
        default: return nil
        }
    }

    /// Hides it where it has not moved for a while.
    mutating func rest() {
        guard let movedAt, SDL_GetTicks() &- movedAt > Self.shown else { return }
        self.movedAt = nil
        hide()
    }
}
