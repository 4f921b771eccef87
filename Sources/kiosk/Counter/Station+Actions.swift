import Foundation
import KioskCore
import KioskIO

/// What the booth asks for, carried out: of the camera, the session, files and the disc.
extension Station {
    mutating func carryOut(
        _ action: BoothAction, at time: FrameTime, _ operating: inout some Operating
    ) {
        do throws(KioskError) {
            try perform(action, at: time, &operating)
        } catch {
            guard let request = action.request else {
                return tell(.refused(error), at: time, &operating)
            }
            fail(request, error, at: time, &operating)
        }
    }

    /// Something the operator asked for did not work: the booth keeps it in view.
    mutating func fail(
        _ request: BoothRequest, _ error: KioskError, at time: FrameTime,
        _ operating: inout some Operating
    ) {
        step(.failed(request, .refused(error)), at: time, &operating)
    }

    private mutating func perform(
        _ action: BoothAction, at time: FrameTime, _ operating: inout some Operating
    ) throws(KioskError) {
        switch action {
        case .shoot: wantShot(at: time, &operating)
        case .showCandidate: isCandidateWanted = true
        case .discardShot: discard(at: time)
        case .store(let sitting): storeShot(of: sitting, at: time, &operating)
        case .storeEarlier(let sitting, let sequence):
            storeAgain(sequence, for: sitting, at: time, &operating)
        case .lookUp(let wanted):
            step(.known(wanted, try store.find(wanted)), at: time, &operating)
        case .setAside(let code): try setAside(code, at: time, &operating)
        case .browse:
            step(.found(try store.portraits().map(\.found)), at: time, &operating)
        case .restore(let sequence): try restore(sequence, at: time, &operating)
        case .void(let sequence, let reason):
            try void(sequence, because: reason, at: time, &operating)
        case .export(let sequence): try exportOne(sequence, at: time, &operating)
        case .exportDay:
            if export(nil, named: "\(store.name)", at: time, &operating) {
                closesAfterExport = true
            }
        case .cancelExport:
            clerk.cancel()
            tell(.cancellingExport, at: time, &operating)
        case .beginClass(let name): try beginClass(name, at: time, &operating)
        case .endClass: try endClass(at: time, &operating)
        case .readCodes(let path): readCodes(path, at: time, &operating)
        case .offerPreferences: offerPreferences(at: time, &operating)
        case .savePreferences(let changes):
            try savePreferences(changes, at: time, &operating)
        case .askToClose:
            step(.dayEnds(day), at: time, &operating)
        case .notify(let notice): tell(notice, at: time, &operating)
        case .close: isClosed = true
        }
    }

    private mutating func wantShot(at time: FrameTime, _ operating: inout some Operating) {
        isShotWanted = burst.best != nil
        if !isShotWanted { step(.noShotYet, at: time, &operating) }
    }

    private mutating func discard(at time: FrameTime) {
        shot = nil
        (isShotWanted, isCandidateWanted) = (false, false)
        (candidates, asking) = (Candidates(), [])
        booth.state.name == .posing ? burst.begin(at: time) : burst.clear()
    }

    private mutating func storeShot(
        of sitting: Sitting, at time: FrameTime, _ operating: inout some Operating
    ) {
        guard let shot else {
            return step(.storeRefused(KioskError(.bug, "shot")), at: time, &operating)
        }
        let new = NewPortrait(
            sitting: sitting, portrait: shot.portrait, original: shot.frame, takenAt: shot.takenAt)
        let begun = WallClock.monotonic()
        do throws(KioskError) {
            let sequence = try store.add(new)
            count(sitting)
            logStored(sequence, sitting, begun, at: time)
            keepStored(shot.portrait.jpeg.bytes, at: time)
            step(.stored(sequence: sequence), at: time, &operating)
        } catch {
            step(.storeRefused(error), at: time, &operating)
            guard settings.booth.isAutomatic else { return }
            failure = error
            isClosed = true
        }
    }

    private mutating func count(_ sitting: Sitting) {
        day.stored += 1
        day.retaken += sitting.attempts.count { $0.outcome == .retaken }
        if sitting.replaces != nil { day.replaced += 1 }
        countAgain()
    }

    private mutating func setAside(
        _ code: CaptureCode?, at time: FrameTime, _ operating: inout some Operating
    ) throws(KioskError) {
        day.setAside = try store.setAside(code, at: WallClock.now())
        step(.succeeded(.setAside), at: time, &operating)
        tell(.setAside(count: day.setAside), at: time, &operating)
    }

    private mutating func void(
        _ sequence: Int, because reason: Question.Answer, at time: FrameTime,
        _ operating: inout some Operating
    ) throws(KioskError) {
        try store.void(sequence, because: reason.rawValue, at: WallClock.now())
        day.withdrawn += 1
        keepStored(nil, at: time)
        countAgain()
        step(.succeeded(.void), at: time, &operating)
        tell(.voided(sequence: sequence), at: time, &operating)
    }

    private mutating func restore(
        _ sequence: Int, at time: FrameTime, _ operating: inout some Operating
    ) throws(KioskError) {
        try store.restore(sequence, at: WallClock.now())
        countAgain()
        step(.succeeded(.restore), at: time, &operating)
        tell(.restored(sequence: sequence), at: time, &operating)
    }

    private mutating func storeAgain(
        _ sequence: Int, for sitting: Sitting, at time: FrameTime,
        _ operating: inout some Operating
    ) {
        do throws(KioskError) {
            let new = try store.addAgain(sequence, for: sitting, at: WallClock.now())
            day.stored += 1
            countAgain()
            keepStored(try? store.jpeg(new), at: time)
            step(.stored(sequence: new), at: time, &operating)
        } catch {
            step(.storeRefused(error), at: time, &operating)
        }
    }

    /// Has the codes in a picture of the operator's read.
    private mutating func readCodes(
        _ given: String, at time: FrameTime, _ operating: inout some Operating
    ) {
        let home = ProcessInfo.processInfo.environment["HOME"]
        let paths = GivenPath.readings(of: given, home: home)
        let path = paths.first(where: FileAccess.exists) ?? paths.last ?? given
        codeFiles.read(path)
        tell(.readingFile, at: time, &operating)
    }

    /// Takes in what was read in a picture of the operator's.
    mutating func take(
        _ outcome: CodeFiles.Outcome, at time: FrameTime, _ operating: inout some Operating
    ) {
        switch outcome {
        case .success(let codes): step(.codesOfFile(codes), at: time, &operating)
        case .failure(let error) where error.code == .codeNone:
            step(.codesOfFile([]), at: time, &operating)
        case .failure(let error): fail(.readCodes, error, at: time, &operating)
        }
    }

    /// Counts anew what stands in the session. A count that cannot be made ends no sitting.
    mutating func countAgain() {
        let record = ExportRecord(of: store.name, in: settings.exports.files)
        day.standing = (try? store.standing().count) ?? day.standing
        day.notExported = (try? record.missing(of: store).count) ?? day.notExported
        day.setAside = (try? store.studentsSetAside().count) ?? day.setAside
        day.failed = (try? store.failedSequences()) ?? day.failed
        day.ofClass = (try? store.currentSummary()) ?? nil
    }
}

extension StoredPortrait {
    /// As it is found again at the counter.
    var found: FoundPortrait {
        let today = WallClock.now().local.date
        let portrait = EarlierPortrait(
            sequence: sequence, takenAt: takenAt,
            maskedName: fields.maskedName.map(Mask.name) ?? "",
            isOfAnotherDay: takenAt.local.date != today)
        return FoundPortrait(
            portrait, numberEnd: String(idNumber?.text.suffix(4) ?? ""), verdict: verdict,
            failedBecause: failedBecause, voidedBecause: voidedBecause)
    }
}
