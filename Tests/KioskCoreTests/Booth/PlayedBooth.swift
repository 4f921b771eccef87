@testable import KioskCore

/// A booth that sees and hears things, a look each 0.1 s, and what it asks for.
struct PlayedBooth {
    var booth: Booth
    var actions: [BoothAction] = []
    private var step = 0

    init(_ settings: BoothSettings = BoothSettings()) { booth = Booth(settings: settings) }

    init(isAutomatic: Bool) {
        var settings = BoothSettings()
        settings.isAutomatic = isAutomatic
        self.init(settings)
    }

    var time: FrameTime { FrameTime(seconds: Double(step) * 0.1) }

    mutating func see(
        _ codes: [CaptureCode], _ framing: Framing? = nil, sight: CodeSight? = nil, times: Int = 1
    ) {
        for _ in 0..<times {
            step += 1
            var seen = Observation(time: time, codes: codes, framing: framing)
            seen.sight = sight
            take(.observed(seen))
        }
    }

    mutating func press(_ keys: BoothKey...) { for key in keys { take(.pressed(key)) } }
    mutating func take(_ event: BoothEvent) { actions += booth.step(event, at: time) }

    var notices: [BoothNotice] {
        actions.compactMap { if case .notify(let notice) = $0 { notice } else { nil } }
    }
}
