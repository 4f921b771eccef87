import StudioKit
import TestSupport

@testable import KioskCore
@testable import KioskIO

extension FuzzTarget {
    /// A disc image without the 32 kB of nothing that it begins with (ECMA-119, 6.2.1).
    static let image = FuzzTarget(name: "image", longest: 262_144) {
        [try imageOfSession()]
    } read: { bytes throws(KioskError) in
        guard let folder = try? TestFolder() else { return }
        let path = folder.file("a.iso")
        SmallSession.put([UInt8](repeating: 0, count: blank) + bytes, path)
        let report = try HandOverVerifier.verify(path)
        for problem in report.problems { _ = problem.masked }
    }

    /// An archive.
    static let archive = FuzzTarget(name: "archive", longest: 262_144) {
        [try output(.zip)]
    } read: { bytes throws(KioskError) in
        guard let folder = try? TestFolder() else { return }
        let path = folder.file("a.zip")
        SmallSession.put(bytes, path)
        let report = try HandOverVerifier.verify(path)
        for problem in report.problems { _ = problem.masked }
    }

    private static let blank = 32_768

    /// The image of a small session, without the nothing at its end.
    private static func imageOfSession() throws -> [UInt8] {
        Array(try output(.iso).dropFirst(blank))
    }

    /// A small session on a medium.
    private static func output(_ medium: Medium) throws -> [UInt8] {
        var image: [UInt8] = []
        try SmallSession.inFolder(SmallSession.whole) { folder, files throws(KioskError) in
            let store = try SessionStore.read(SmallSession.name, in: files)
            let path = folder.file("a.iso")
            let plan = try plan(of: store.portraits(), from: SessionsSource([store]))
            try HandOverWriter(on: medium, from: SessionsSource([store])).write([plan], to: path)
            image = try FileAccess.read(path)
        }
        return image
    }

    /// What stands on a disc of these portraits.
    static func plan(of portraits: [StoredPortrait], from source: some HandOverSource)
        throws(KioskError) -> HandOverPlan
    {
        let session = HandOverSession(name: SmallSession.name, portraits: portraits)
        let order = HandOverOrder([session], layouts: Layout.shipped(file: KioskConfig().fileNames))
        return try HandOverPlan.volumes(of: order, from: source)[0]
    }

    /// The faults that a recording is played with.
    static let faultScript = FuzzTarget(name: "faults", longest: 512) {
        [Array("3 unplug 2.5\n7 error # why\n9 short 40\n10 empty\n11 silent 1e1\n".utf8)]
    } read: { bytes in
        let script = FaultScript(parsing: String(decoding: bytes, as: UTF8.self))
        for (index, fault) in script?.faults ?? [:] {
            hold(index >= 0, "frames are counted from 0")
            switch fault {
            case .unplug(let amount), .silent(let amount), .short(let amount):
                hold((0...3600).contains(amount), "an amount is a number that can be meant")
            case .error, .empty: break
            }
        }
    }
}
