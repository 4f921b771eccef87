import KioskCore
import KioskIO

/// The person at the counter: sees what the booth shows, presses keys, hears what happened. A
/// terminal, a window, or a script; nothing is decided here.
protocol Operating {
    /// The keys pressed since the last call.
    mutating func keys(_ booth: Booth, at time: FrameTime) -> [BoothKey]

    /// Sees the camera's newest picture, which is on loan.
    mutating func see(_ frame: borrowing Frame)

    /// Shows the counter as it is.
    mutating func show(_ scene: CounterScene)

    /// Tells that something happened.
    mutating func tell(_ notice: BoothNotice, at time: FrameTime)

    /// Checks that the person can still see the counter.
    ///
    /// - Throws: `screen.gone`.
    func check() throws(KioskError)

    /// Whether it can show the cameras of this machine and have one picked, where the one that is set is missing.
    var choosesCamera: Bool { get }

    /// The names of the displays, the main one first; none where there are none.
    var displayNames: [String] { get }

    /// Takes changed settings over, as far as it can while it is open.
    mutating func apply(_ config: KioskConfig)

    /// The settings that were changed by the view itself since the last call.
    mutating func takeChanges() -> [ConfigChange]

    /// Leaves at the end of the day; what there is to say of the view goes to the log.
    func finish(_ log: EventLog)
}

extension Operating {
    func check() throws(KioskError) {}
    var choosesCamera: Bool { false }
    var displayNames: [String] { [] }
    mutating func apply(_ config: KioskConfig) {}
    mutating func takeChanges() -> [ConfigChange] { [] }
    mutating func see(_ frame: borrowing Frame) {}
    func finish(_ log: EventLog) {}
}
