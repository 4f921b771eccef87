import KioskCore
import KioskIO

/// What the booth asks of the session, of files and of the disc.
extension Station {
    mutating func answer(
        _ action: BoothAction, at time: FrameTime, _ operating: inout some Operating
    ) {
        do throws(KioskError) {
            switch action {
            case .lookUp(let wanted): try lookUp(wanted, at: time, &operating)
            case .storeEarlier(let sitting, let sequence):
                storeAgain(sequence, for: sitting, at: time, &operating)
            case .setAside(let code):
                day.setAside = try store.setAside(code, at: WallClock.now())
                tell(.setAside(count: day.setAside), at: time, &operating)
            case .void(let sequence, let reason):
                try store.void(sequence, because: reason.rawValue, at: WallClock.now())
                day.withdrawn += 1
                countAgain()
                tell(.voided(sequence: sequence), at: time, &operating)
            case .export(let sequence): try exportOne(sequence, at: time, &operating)
            case .readCodes(let path): readCodes(path, at: time, &operating)
            case .askToClose: step(.dayEnds(notExported: day.notExported), at: time, &operating)
            default: break
            }
        } catch {
            tell(.refused(error), at: time, &operating)
        }
    }

    private mutating func lookUp(
        _ wanted: LookUp, at time: FrameTime, _ operating: inout some Operating
    ) throws(KioskError) {
        let found = try store.find(wanted)
        if let last = found.last { earlier = try? store.jpeg(last.sequence) }
        step(.known(wanted, found), at: time, &operating)
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
        guard let chosen else { return tell(.noSuchPortrait, at: time, &operating) }
        export([chosen.sequence], named: chosen.discName, at: time, &operating)
    }

    mutating func export(
        _ only: Set<Int>?, named name: String, at time: FrameTime,
        _ operating: inout some Operating
    ) {
        let export = Export(
            sessions: [store.name], files: settings.exports.files, config: settings.exports.config,
            only: only)
        let isBegun = clerk.begin(export, named: name, in: settings.exports.folder)
        tell(isBegun ? .exporting : .refused(KioskError(.exportBusy)), at: time, &operating)
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
    }
}

extension StoredPortrait {
    /// The name of one student's disc image: sequence and the last 4 of the number or of the code.
    var discName: String {
        "\(sequence)-\(idNumber?.text.suffix(4) ?? codeDigest.prefix(16).suffix(4))"
    }
}
