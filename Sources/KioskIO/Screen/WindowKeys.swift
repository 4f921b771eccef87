internal import CSDL2
import KioskCore

/// Collects the window's keys: from key events, which no input method sees, but where a text is typed.
///
/// With a Chinese input method on, text events come only after a candidate was chosen: letters as
/// keys would be dead. Text input is on in a path's field and nowhere else.
struct WindowKeys {
    /// Whether a text is typed, in which an input method may help.
    private(set) var takesText = false
    /// The X server's time of the newest key, ms; nil on other screens.
    private var serverTime: Int64?

    /// Has X11 events shown, which alone tell when a key was pressed.
    init() {
        SDL_EventState(SDL_SYSWMEVENT.rawValue, SDL_ENABLE)
        SDL_StopTextInput()
    }

    /// Turns text input on or off.
    mutating func takeText(_ isWanted: Bool) {
        guard isWanted != takesText else { return }
        takesText = isWanted
        isWanted ? SDL_StartTextInput() : SDL_StopTextInput()
    }

    /// The strokes of an event; none where it is no key's. A key that is held down, or a pedal that is
    /// stood on, counts once: the repeats of a shot would accept it.
    mutating func strokes(of event: inout SDL_Event) -> [KeyStroke] {
        switch SDL_EventType(event.type) {
        case SDL_SYSWMEVENT:
            let time = kiosk_x11_key_time(&event)
            if time >= 0 { serverTime = time }
            return []
        case SDL_KEYDOWN:
            guard event.key.repeat == 0 || takesText else { return [] }
            let at = stamp(event.key.timestamp)
            return keys(of: event.key.keysym).map { KeyStroke($0, at: at) }
        case SDL_TEXTINPUT where takesText:
            let at = stamp(event.text.timestamp)
            let text = withUnsafeBytes(of: event.text.text) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            return text.map { KeyStroke(.character($0), at: at) }
        default: return []
        }
    }

    private func stamp(_ fetched: UInt32) -> Int64 {
        (serverTime ?? Int64(fetched)) * 1_000_000
    }

    private func keys(of symbol: SDL_Keysym) -> [KeyStroke.Key] {
        guard takesText else { return WindowKey.key(symbol).map { [$0] } ?? [] }
        if WindowKey.isPaste(symbol) { return pasted() }
        return WindowKey.editing(symbol).map { [$0] } ?? []
    }

    /// What was copied elsewhere, up to its first line's end.
    private func pasted() -> [KeyStroke.Key] {
        guard let text = SDL_GetClipboardText() else { return [] }
        defer { SDL_free(text) }
        return String(cString: text).prefix { !$0.isNewline }.map { .character($0) }
    }
}

/// What a key of the keyboard is, by its symbol and the keys held with it.
enum WindowKey {
    private static let shift = UInt16(KMOD_SHIFT.rawValue)
    private static let commands = UInt16(KMOD_CTRL.rawValue | KMOD_ALT.rawValue | KMOD_GUI.rawValue)

    /// The key; nil for Shift and its kin, which are no keys of their own.
    static func key(_ symbol: SDL_Keysym) -> KeyStroke.Key? {
        guard !isModifier(symbol) else { return nil }
        if let key = editing(symbol) { return key }
        guard symbol.mod & commands == 0 else { return .other }
        guard let character = character(symbol.sym, isShifted: symbol.mod & shift != 0) else {
            return .other
        }
        return .character(character)
    }

    /// What a key does to the windows themselves; nil where it is another.
    static func command(_ symbol: SDL_Keysym) -> WindowCommand? {
        switch Int(symbol.sym) {
        case Int(SDLK_F2.rawValue): .swapViews
        case Int(SDLK_F3.rawValue): .mute
        default: nil
        }
    }

    /// The keys that end or change what is typed. Readers send a line's end as Ctrl-J or Ctrl-M too.
    static func editing(_ symbol: SDL_Keysym) -> KeyStroke.Key? {
        let isControl = symbol.mod & UInt16(KMOD_CTRL.rawValue) != 0
        return switch Int(symbol.sym) {
        case Int(SDLK_RETURN.rawValue), Int(SDLK_KP_ENTER.rawValue), Int(SDLK_RETURN2.rawValue):
            .enter
        case Int(SDLK_j.rawValue) where isControl, Int(SDLK_m.rawValue) where isControl: .enter
        case Int(SDLK_BACKSPACE.rawValue), Int(SDLK_KP_BACKSPACE.rawValue): .backspace
        case Int(SDLK_ESCAPE.rawValue): .escape
        default: nil
        }
    }

    static func isPaste(_ symbol: SDL_Keysym) -> Bool {
        Int(symbol.sym) == Int(SDLK_v.rawValue) && symbol.mod & UInt16(KMOD_CTRL.rawValue) != 0
    }

    private static func isModifier(_ symbol: SDL_Keysym) -> Bool {
        // Caps Lock, Num Lock and Scroll Lock, and Ctrl to right GUI, by their scan codes.
        switch symbol.scancode {
        case SDL_SCANCODE_CAPSLOCK, SDL_SCANCODE_NUMLOCKCLEAR, SDL_SCANCODE_SCROLLLOCK,
            SDL_SCANCODE_MODE:
            true
        default:
            (SDL_SCANCODE_LCTRL.rawValue...SDL_SCANCODE_RGUI.rawValue).contains(
                symbol.scancode.rawValue)
        }
    }

    /// The character on a key. Of those with Shift only `#`, `?`, `+` and `_` mean something here, and stand where
    /// American and Chinese keyboards have them. Caps Lock changes nothing.
    private static func character(_ symbol: SDL_Keycode, isShifted: Bool) -> Character? {
        let keypad = Int(SDLK_KP_1.rawValue)
        switch Int(symbol) {
        case Int(SDLK_KP_0.rawValue): return "0"
        case keypad..<keypad + 9: return Character("\(Int(symbol) - keypad + 1)")
        case 0x33 where isShifted: return "#"
        case 0x2F where isShifted: return "?"
        case 0x30...0x39 where isShifted: return "!"
        // What hand-held scanners send of Base64.
        case 0x3D where isShifted: return "+"
        case 0x2D where isShifted: return "_"
        case 0x61...0x7A where isShifted: return Character(UnicodeScalar(UInt8(symbol) - 0x20))
        case 0x20..<0x7F: return Character(UnicodeScalar(UInt8(symbol)))
        default: return nil
        }
    }
}
