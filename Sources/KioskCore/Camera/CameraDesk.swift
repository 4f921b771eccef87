/// Getting a camera before the day begins, where the one that is set cannot be used: which there are, whose picture is
/// shown, and which is taken.
public struct CameraDesk: Hashable, Sendable {
    /// A camera that is plugged in.
    public struct Entry: Hashable, Sendable {
        /// Its device: `/dev/video0`.
        public let path: String
        /// What its driver calls it.
        public let card: String
        /// The mode a portrait would be taken in; empty where there is none.
        public let mode: String
        /// Why it cannot be used; nil where it can.
        public var fault: KioskError?

        /// That camera.
        public init(path: String, card: String, mode: String, fault: KioskError?) {
            (self.path, self.card, self.mode, self.fault) = (path, card, mode, fault)
        }
    }

    /// What is to be done after a key or a look.
    public enum Decision: Hashable, Sendable {
        /// Go on waiting.
        case wait
        /// Begin the day with the camera of that path.
        case take(String)
        /// End without a day.
        case leave
        /// Say that the key does nothing now.
        case refuse
    }

    /// Why the camera that is set cannot be used.
    public private(set) var fault: KioskError
    /// The cameras that are plugged in, by number; at most nine, since a digit picks one.
    public private(set) var cameras: [Entry] = []
    /// The path of the one whose picture is shown.
    public private(set) var picked: String?
    /// How many looks in a row the same camera was the only one.
    private var looksAlone = 0
    /// Those that did not work when they were opened, and how many looks ago.
    private var refused: [String: Refusal] = [:]

    private struct Refusal: Hashable {
        let fault: KioskError
        var looks = 0
    }

    /// So many looks in a row: the cameras of one machine come one after the other when it starts.
    public static let patience = 3
    /// One that did not work is tried again after so many looks.
    public static let rest = 5

    /// Nothing was looked at yet.
    public init(fault: KioskError) { self.fault = fault }

    /// The camera whose picture is shown.
    public var shown: Entry? { cameras.first { $0.path == picked } }

    /// Takes in what is plugged in now. The only one there is, if it can be used, is taken by itself.
    public mutating func see(_ now: [Entry], fault: KioskError) -> Decision {
        self.fault = fault
        let before = cameras
        age()
        cameras = now.prefix(9).map { camera in
            var camera = camera
            camera.fault = camera.fault ?? refused[camera.path]?.fault
            return camera
        }
        if shown?.fault != nil || shown == nil { picked = cameras.first { $0.fault == nil }?.path }
        let isAlone = cameras.count == 1 && cameras.map(\.path) == before.map(\.path)
        looksAlone = isAlone ? looksAlone + 1 : 0
        guard looksAlone >= Self.patience, let only = cameras.first, only.fault == nil else {
            return .wait
        }
        return .take(only.path)
    }

    private mutating func age() {
        refused = refused.compactMapValues { refusal in
            refusal.looks < Self.rest
                ? Refusal(fault: refusal.fault, looks: refusal.looks + 1) : nil
        }
    }

    /// A key: a digit shows that camera's picture, space or Enter takes it.
    public mutating func press(_ key: BoothKey) -> Decision {
        switch key {
        case .character(let digit):
            let number = digit.wholeNumberValue ?? 0
            guard cameras.indices.contains(number - 1) else { return .refuse }
            picked = cameras[number - 1].path
        case .shootOrAccept, .enter:
            guard let shown, shown.fault == nil else { return .refuse }
            return .take(shown.path)
        case .endOfDay: return .leave
        case .leave: break
        default: return .refuse
        }
        return .wait
    }

    /// The camera of that path does not work after all.
    public mutating func refuse(_ path: String, _ fault: KioskError) {
        guard let index = cameras.firstIndex(where: { $0.path == path }) else { return }
        cameras[index].fault = fault
        refused[path] = Refusal(fault: fault)
        looksAlone = 0
    }
}
