import KioskCore
import KioskIO

/// Opens everything a day needs, in order: configuration, rule, session, source; then works.
struct Counter {
    let config: KioskConfig
    let files: SessionFiles
    let sessionName: SessionName
    let ruleName: String?
    let isAutomatic: Bool

    /// Works a day from a source.
    ///
    /// - Throws: what opening or the source throws; `stopped.*` after SIGINT or SIGTERM. What was
    ///   stored stays stored.
    func work(
        from source: CameraSource, fps: Int, with operating: inout some Operating
    ) throws(KioskError) {
        let rule = try config.rule(named: ruleName ?? config.ruleName)
        switch source {
        case .device(let path):
            let camera = try Camera(path: path, size: config.cameraSize, fps: config.cameraRate)
            try work(from: camera, rule, &operating)
        case .recording(let path):
            try work(from: RecordedFrames(path: path, fps: fps), rule, &operating)
        case .studio(let seed, let students):
            try work(
                from: StudioFrames(seed: seed, students: students, fps: fps), rule, &operating)
        }
    }

    private func work<Source: FrameSource & ~Copyable>(
        from source: consuming Source, _ rule: PortraitRule, _ operating: inout some Operating
    ) throws(KioskError) {
        let language = config.effectiveLanguage
        let store = try SessionStore.open(sessionName, in: files)
        let before = try store.portraits().count
        let opened = CommandWords.opened(
            session: "\(sessionName)", camera: source.name, stored: before)
        Console.message(opened[language])
        var station = Station(settings(rule), store: store)
        let day = try station.work(from: &source, with: &operating)
        let closed = CommandWords.closed(
            session: "\(sessionName)", stored: day.stored, retaken: day.retaken,
            refused: day.refused)
        Console.message(closed[language])
    }

    private func settings(_ rule: PortraitRule) -> Station.Settings {
        var booth = config.booth
        booth.isAutomatic = isAutomatic
        return Station.Settings(
            booth: booth, rule: rule, landmarkFile: config.openedLandmarks,
            codesRate: config.codesRate)
    }
}
