import KioskCore
import KioskIO

/// Opens everything a day needs, in order: configuration, rule, session, source; then works.
struct Counter {
    let config: KioskConfig
    let files: SessionFiles
    let sessionName: SessionName
    let ruleName: String?
    let isAutomatic: Bool
    /// Whether a missing camera is waited for where nobody stands before a window.
    var waitsForCamera = false
    /// The kiosk.conf that was named; nil for the usual one.
    var configFile: String?

    /// Works a day from a source.
    ///
    /// - Throws: what opening or the source throws; `stopped.*` after SIGINT or SIGTERM. What was stored
    ///   stays stored.
    func work(
        from source: CameraSource, fps: Int, with operating: inout some Operating
    ) throws(KioskError) {
        let rule = try config.rule(named: ruleName ?? config.ruleName)
        switch source {
        case .device(let path):
            let wait = CameraWait(
                config: config, rule: rule, path: path, waits: waitsForCamera)
            let camera = try wait.camera(&operating)
            try work(from: camera, rule, &operating, insteadOf: path)
        case .recording(let path):
            let source = try RecordedFrames(path: path, fps: fps, mount: config.cameraMount)
            try work(from: source, rule, &operating)
        case .pipe(let path):
            let source = try MotionJPEGPipe(path: path, mount: config.cameraMount)
            try work(from: source, rule, &operating)
        case .studio(let seed, let students):
            try work(
                from: StudioFrames(seed: seed, students: students, fps: fps), rule, &operating)
        }
    }

    private func work<Source: FrameSource & ~Copyable>(
        from source: consuming Source, _ rule: PortraitRule, _ operating: inout some Operating,
        insteadOf wanted: String? = nil
    ) throws(KioskError) {
        let language = config.effectiveLanguage
        let store = try SessionStore.open(sessionName, in: files)
        let log = try EventLog(path: files.folder + "/kiosk.log")
        let before = try store.standing().count
        let opened = CommandWords.opened(
            session: "\(sessionName)", camera: source.name, stored: before)
        Console.message(opened[language])
        let opening =
            Self.substitute(source.name, wanted)
            + (isAutomatic ? [] : Morning.report(files, config).lines)
        for line in opening { Console.message("· " + line[language]) }
        log.add("opened", ["stored": .whole(before)])
        var station = Station(settings(rule), store: store, log: log, opening: opening)
        defer {
            operating.finish(log)
            log.add("closed")
        }
        let day = try station.work(from: &source, with: &operating)
        Console.message(CommandWords.closed(session: "\(sessionName)", day)[language])
        for portrait in try store.failed() {
            Console.message("· " + CommandWords.failed(portrait)[language])
        }
    }

    /// That another camera was taken than the one that is set.
    private static func substitute(_ taken: String, _ wanted: String?) -> [Phrase] {
        guard let wanted, wanted != taken else { return [] }
        return [CommandWords.otherCamera(taken, insteadOf: wanted)]
    }

    private func settings(_ rule: PortraitRule) -> Station.Settings {
        var booth = config.booth
        booth.isAutomatic = isAutomatic
        var exports = Station.Exports(files: files, config: config, folder: files.discs(config))
        exports.configFile = configFile
        return Station.Settings(
            booth: booth, rule: rule, lens: config.cameraLens, codesRate: config.codesRate,
            exports: exports)
    }
}
