import KioskCore
import KioskIO

/// What the booth asks of the session, of files and of the disc.
extension Station {
    mutating func answer(
        _ action: BoothAction, at time: FrameTime, _ operating: inout some Operating
    ) {
        guard let request = action.request else { return }
        do throws(KioskError) {
            try tryTo(action, at: time, &operating)
        } catch {
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

    private mutating func tryTo(
        _ action: BoothAction, at time: FrameTime, _ operating: inout some Operating
    ) throws(KioskError) {
        switch action {
        case .lookUp(let wanted):
            step(.known(wanted, try store.find(wanted)), at: time, &operating)
        case .storeEarlier(let sitting, let sequence):
            storeAgain(sequence, for: sitting, at: time, &operating)
        case .setAside(let code):
            day.setAside = try store.setAside(code, at: WallClock.now())
            step(.succeeded(.setAside), at: time, &operating)
            tell(.setAside(count: day.setAside), at: time, &operating)
        case .void(let sequence, let reason):
            try store.void(sequence, because: reason.rawValue, at: WallClock.now())
            day.withdrawn += 1
            countAgain()
            step(.succeeded(.void), at: time, &operating)
            tell(.voided(sequence: sequence), at: time, &operating)
        case .export(let sequence): try exportOne(sequence, at: time, &operating)
        case .exportDay:
            closesAfterExport = export(nil, named: "\(store.name)", at: time, &operating)
        case .readCodes(let path): readCodes(path, at: time, &operating)
        case .shoot, .discardShot, .store, .askToClose, .notify, .close: break
        }
    }

    private mutating func storeAgain(
        _ sequence: Int, for sitting: Sitting, at time: FrameTime,
        _ operating: inout some Operating
    ) {
        do throws(KioskError) {
            let new = try store.addAgain(sequence, for: sitting, at: WallClock.now())
            day.stored += 1
            countAgain()
            step(.stored(sequence: new), at: time, &operating)
        } catch {
            step(.storeRefused(error), at: time, &operating)
        }
    }

    private mutating func exportOne(
        _ wanted: Int?, at time: FrameTime, _ operating: inout some Operating
    ) throws(KioskError) {
        let portraits = try store.portraits().filter { !$0.isVoided }
        let chosen = portraits.last { wanted == nil || $0.sequence == wanted }
        guard let chosen else {
            return step(.failed(.export, .noSuchPortrait), at: time, &operating)
        }
        export(
            ExportChoice([chosen.sequence], of: store.name), named: chosen.discName, at: time,
            &operating)
    }

    /// Begins to write a disc; false where one is being written.
    @discardableResult
    private mutating func export(
        _ only: ExportChoice?, named name: String, at time: FrameTime,
        _ operating: inout some Operating
    ) -> Bool {
        let export = Export(
            sessions: [store.name], files: settings.exports.files, config: settings.exports.config,
            only: only)
        let isBegun = clerk.begin(export, named: name, in: settings.exports)
        if isBegun {
            tell(.exporting, at: time, &operating)
        } else {
            fail(.export, KioskError(.exportBusy), at: time, &operating)
        }
        return isBegun
    }

    /// Reads the codes in a picture of the operator's, thoroughly: it stands still. The window and
    /// the camera wait for the moment that it takes.
    private mutating func readCodes(
        _ path: String, at time: FrameTime, _ operating: inout some Operating
    ) {
        var codes: [CaptureCode] = []
        if let photo = try? PictureFile.load(path), let reader = try? CodeReader() {
            codes = reader.readThoroughly(photo)
        }
        step(.codesOfFile(codes), at: time, &operating)
    }

    /// Counts anew what stands in the session. A count that cannot be made ends no sitting.
    mutating func countAgain() {
        let record = ExportRecord(of: store.name, in: settings.exports.files)
        day.notExported = (try? record.missing(of: store).count) ?? day.notExported
        day.setAside = (try? store.studentsSetAside().count) ?? day.setAside
        day.failed = (try? store.failed().map(\.sequence)) ?? day.failed
    }
}

extension StoredPortrait {
    /// The name of one student's disc image: sequence and the last 4 of the number or of the code.
    var discName: String {
        "\(sequence)-\(idNumber?.text.suffix(4) ?? codeDigest.prefix(16).suffix(4))"
    }
}
