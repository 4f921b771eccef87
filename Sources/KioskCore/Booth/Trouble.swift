/// Something wrong that every view shows, before anything else and in whole, until its cause is gone
/// or the operator has answered it.
public struct Trouble: Hashable, Sendable {
    /// What is wrong.
    public let notice: BoothNotice
    /// Whether Esc takes it away. What has a cause that can go stays until it has gone.
    public let isAnswerable: Bool
}

/// What the booth asked for that can fail: its success takes an earlier failure away.
public enum BoothRequest: String, CaseIterable, Hashable, Sendable {
    case lookUp, setAside, void, restore, browse, export, readCodes, storeEarlier
    case offerPreferences, savePreferences, changeClass
}

extension BoothAction {
    /// What it asks for, where that can fail beside the sitting.
    public var request: BoothRequest? {
        switch self {
        case .lookUp: .lookUp
        case .setAside: .setAside
        case .void: .void
        case .restore: .restore
        case .browse: .browse
        case .export, .exportDay: .export
        case .readCodes: .readCodes
        case .storeEarlier: .storeEarlier
        case .offerPreferences: .offerPreferences
        case .savePreferences: .savePreferences
        case .beginClass, .endClass: .changeClass
        case .cancelExport, .shoot, .showCandidate, .discardShot, .store, .askToClose, .notify,
            .close:
            nil
        }
    }
}

extension Booth {
    /// Everything that is wrong now, the worst first.
    public var troubles: [Trouble] {
        let sitting = self.sitting
        let standing: [BoothNotice?] = [
            storeFailure.map { .storeRefused($0) }, cameraLoss.map { .cameraLost($0) },
            lookFailure.map { .lookFailed($0) },
            sitting?.numberFault.map { .numberWrong($0) }, isNumberMissed ? .numberNeeded : nil,
            shotFailure.map { .shotRefused($0) },
        ]
        return standing.compactMap { $0 }.map { Trouble(notice: $0, isAnswerable: false) }
            + failures.map { Trouble(notice: $0.notice, isAnswerable: true) }
    }

    /// Something the operator asked for did not work.
    mutating func failed(_ request: BoothRequest, _ notice: BoothNotice) -> [BoothAction] {
        succeeded(request)
        if request == .readCodes { (isFilePending, isFileLate) = (false, false) }
        failures.append(Failure(request: request, notice: notice))
        return [.notify(notice)]
    }

    /// It worked this time.
    mutating func succeeded(_ request: BoothRequest) {
        failures.removeAll { $0.request == request }
    }

    /// Esc has seen the newest failure; nil where there is none.
    mutating func answerFailure() -> [BoothAction]? {
        failures.popLast().map { _ in [] }
    }

    /// What goes with the sitting goes when it does.
    mutating func settleTroubles() {
        let sitting = self.sitting
        if sitting == nil { (storeFailure, shotFailure) = (nil, nil) }
        if sitting == nil || sitting?.idNumber != nil { isNumberMissed = false }
        switch state {
        case .shooting, .review, .storing: shotFailure = nil
        default: storeFailure = nil
        }
    }

    /// Something that failed and was not answered yet.
    struct Failure: Hashable, Sendable {
        let request: BoothRequest
        let notice: BoothNotice
    }
}
