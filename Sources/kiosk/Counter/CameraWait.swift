import Foundation
import KioskCore
import KioskIO

/// Gets the day's camera. Where the one that is set cannot be used, who stands before a window sees what else is
/// plugged in, and `--wait-camera` looks for it once a second.
struct CameraWait {
    let config: KioskConfig
    let rule: PortraitRule
    /// The device that is set.
    let path: String
    /// Whether a terminal waits too.
    let waits: Bool

    private static let pause: Int64 = 1_000_000_000

    /// The camera: the one that is set, or the one that was taken in its place.
    ///
    /// - Throws: what opening it throws where waiting would mend nothing or nobody can choose; `stopped.*` after
    ///   SIGINT or SIGTERM.
    func camera(_ operating: inout some Operating) throws(KioskError) -> Camera {
        do throws(KioskError) {
            return try open(path)
        } catch {
            let canMend = operating.choosesCamera ? Self.canChange(error) : waits && isAway(error)
            guard canMend else { throw error }
            Console.message(error.message(config.effectiveLanguage))
            return operating.choosesCamera
                ? try choose(CameraDesk(fault: error), &operating) : try wait()
        }
    }

    /// Whether something at the machine can change it: a setting that is wrong stays wrong.
    private static func canChange(_ error: KioskError) -> Bool {
        error.isCameraLoss && !error.isOfSettings
    }

    private func isAway(_ error: KioskError) -> Bool {
        [.cameraMissing, .cameraGone].contains(error.code)
    }

    private func open(_ path: String) throws(KioskError) -> Camera {
        try Camera(path: path, config.camera, portrait: rule.size, mount: config.cameraMount)
    }

    private func wait() throws(KioskError) -> Camera {
        while true {
            do throws(KioskError) { return try open(path) } catch {
                guard isAway(error) else { throw error }
            }
            for _ in 0..<5 {
                try Interruption.check()
                usleep(200_000)
            }
        }
    }

    // MARK: before a window

    private func choose(_ desk: CameraDesk, _ operating: inout some Operating) throws(KioskError)
        -> Camera
    {
        var (desk, due) = (desk, Int64.min)
        var shown = ShownCamera()
        while true {
            try Interruption.check()
            try operating.check()
            let now = WallClock.monotonic()
            var decisions: [CameraDesk.Decision] = []
            if now >= due {
                due = now + Self.pause
                do throws(KioskError) { return try openFreed(path, &shown) } catch {
                    decisions.append(desk.see(listing(), fault: error))
                }
            }
            decisions += operating.keys(booth, at: FrameTime(nanoseconds: now))
                .map { desk.press($0) }
            for decision in decisions {
                switch decision {
                case .wait: break
                case .leave: throw desk.fault
                case .refuse: operating.tell(.keyNotNow, at: FrameTime(nanoseconds: now))
                case .take(let path):
                    do throws(KioskError) { return try openFreed(path, &shown) } catch {
                        desk.refuse(path, error)
                    }
                }
            }
            show(&desk, &shown, &operating, now)
        }
    }

    /// Opens a camera. One that is shown already is taken as it is.
    private func openFreed(_ path: String, _ shown: inout ShownCamera) throws(KioskError) -> Camera
    {
        if let camera = shown.take(path) { return camera }
        // Under its other name it would be in use, by ourselves.
        shown.close(behind: path)
        return try open(path)
    }

    private var booth: Booth { Booth(settings: config.booth) }

    private func listing() -> [CameraDesk.Entry] {
        CameraListing.all(CameraChoice(config, rule)).cameras.map { camera in
            switch camera.choice {
            case .success(let mode):
                CameraDesk.Entry(
                    path: camera.path, card: camera.card, mode: "\(mode)", fault: nil)
            case .failure(let fault):
                CameraDesk.Entry(path: camera.path, card: camera.card, mode: "", fault: fault)
            }
        }
    }

    /// The picked camera's newest picture, and what there is to choose from.
    private func show(
        _ desk: inout CameraDesk, _ shown: inout ShownCamera, _ operating: inout some Operating,
        _ now: Int64
    ) {
        let wanted = desk.shown?.fault == nil ? desk.picked : nil
        do throws(KioskError) {
            try shown.show(wanted, by: open) { operating.see($0) }
        } catch {
            if let wanted { desk.refuse(wanted, error) }
        }
        var scene = CounterScene(
            booth: booth, time: FrameTime(nanoseconds: now), counts: DayCounts())
        scene.isPreparing = true
        scene.cameras = desk
        operating.show(scene)
    }
}

/// The camera whose picture is shown before one is taken; one at a time, since two may be more than a port carries.
private struct ShownCamera: ~Copyable {
    private var camera: Camera?
    /// Without a camera the screen goes on at this pace, microseconds.
    private static let pause: UInt32 = 40_000

    init() { camera = nil }

    /// The camera of that path, where it is the one; it is not shown any more.
    mutating func take(_ path: String) -> Camera? {
        guard camera?.name == path else { return nil }
        return camera.take()
    }

    /// Frees the camera where another path leads to it.
    mutating func close(behind path: String) {
        guard let name = camera?.name, FileAccess.followed(path) == FileAccess.followed(name)
        else { return }
        camera = nil
    }

    mutating func show(
        _ path: String?, by open: (String) throws(KioskError) -> Camera,
        _ body: (borrowing Frame) -> Void
    ) throws(KioskError) {
        if camera?.name != path { camera = nil }
        guard let path else {
            usleep(Self.pause)
            return
        }
        if camera == nil { camera = try open(path) }
        do throws(KioskError) {
            _ = try camera?.withFrame(body)
        } catch {
            camera = nil
            throw error
        }
    }
}
