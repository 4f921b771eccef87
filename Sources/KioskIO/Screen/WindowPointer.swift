internal import CSDL2
import KioskCore

/// The mouse or a finger on the window: it is seen while it moves and two seconds after. SDL makes a mouse of a finger.
struct WindowPointer {
    /// How long it stays, ms.
    private static let shown: UInt32 = 2_000
    private var movedAt: UInt32?

    /// Nothing of it is seen before it moves.
    func hide() { SDL_ShowCursor(0) }

    /// Where the first button was pressed; nil where the event is another.
    mutating func press(of event: SDL_Event) -> (x: Int32, y: Int32)? {
        switch SDL_EventType(event.type) {
        case SDL_MOUSEMOTION:
            if movedAt == nil { SDL_ShowCursor(1) }
            movedAt = SDL_GetTicks()
            return nil
        case SDL_MOUSEBUTTONDOWN where event.button.button == 1:
            return (event.button.x, event.button.y)
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
