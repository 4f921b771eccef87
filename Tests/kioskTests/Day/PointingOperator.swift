import CSDL2
import KioskCore
import KioskIO

@testable import kiosk

/// What the day's operator presses with.
enum DayHand: String, CaseIterable {
    case keys, mouse, touch
}

/// The day's operator before the real window, which is nowhere to be seen: numbers are typed, buttons are pressed
/// where they stand, by events as SDL gives them of a mouse or a finger.
struct PointingOperator: Operating {
    private var window: WindowOperator<NoCompanion>
    private(set) var person: DayOperator
    private let hand: DayHand
    private let look: ScreenLook
    private var scene: CounterScene?
    private static let size = Size(width: 1280, height: 720)

    init(_ person: DayOperator, _ hand: DayHand) throws(KioskError) {
        (self.person, self.hand) = (person, hand)
        look = ScreenLook(language: .chinese, rule: .chsi, isMirrored: true)
        window = try WindowOperator(
            Stage.Style(look, isFullscreen: false, size: Self.size), with: NoCompanion())
    }

    mutating func keys(_ booth: Booth, at time: FrameTime) -> [BoothKey] {
        let typed = person.keys(booth, at: time)
        for key in typed where key == .shootOrAccept { press(key) }
        return typed.filter { $0 != .shootOrAccept } + window.keys(booth, at: time)
    }

    /// Presses the button that does what a key does, where the last picture showed it.
    private func press(_ key: BoothKey) {
        guard let scene else { return }
        let screen = OperatorScreen(scene, notice: "", look, size: Self.size) { _, size, _ in
            Size(width: size, height: size)
        }
        guard let place = screen.buttons.first(where: { $0.keys == [key] })?.place else { return }
        var event = SDL_Event()
        let (x, y) = (place.x + place.width / 2, place.y + place.height / 2)
        if hand == .mouse {
            event.type = SDL_MOUSEBUTTONDOWN.rawValue
            (event.button.button, event.button.windowID) = (1, Self.number)
            (event.button.x, event.button.y) = (Int32(x), Int32(y))
        } else {
            event.type = SDL_FINGERDOWN.rawValue
            event.tfinger.windowID = Self.number
            (event.tfinger.x, event.tfinger.y) = (
                Float(x) / Float(Self.size.width), Float(y) / Float(Self.size.height)
            )
        }
        SDL_PushEvent(&event)
    }

    /// The only window's number.
    private static var number: UInt32 {
        (1...10_000).first { SDL_GetWindowFromID($0) != nil } ?? 0
    }

    mutating func show(_ scene: CounterScene) {
        self.scene = scene
        window.show(scene)
        person.show(scene)
    }

    mutating func tell(_ notice: BoothNotice, at time: FrameTime) {
        window.tell(notice, at: time)
        person.tell(notice, at: time)
    }
}

/// Nobody else.
struct NoCompanion: Operating {
    func keys(_ booth: Booth, at time: FrameTime) -> [BoothKey] { [] }
    func show(_ scene: CounterScene) {}
    func tell(_ notice: BoothNotice, at time: FrameTime) {}
}
