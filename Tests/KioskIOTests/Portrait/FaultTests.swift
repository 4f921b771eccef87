import KioskCore
import KioskIO
import StudioKit
import TestSupport
import Testing

struct FaultTests {
    @Test(
        "a drawn fault is seen where it is over the limit, and not where it is under it",
        arguments: FaultSeries.all)
    func fault(series: FaultSeries) throws {
        let samples = try series.run(count: 10, seed: 20_261_124)
        let wrong = samples.filter { !$0.isRight }
        let list = wrong.map { "\($0.size): \($0.value ?? .nan) \($0.said)" }
        #expect(samples.count >= 6)
        #expect(wrong.count <= 1, "\(series.fault) → \(series.check.rawValue): \(list)")
    }

    @Test(
        "a good drawing raises no alarm", arguments: [StudioBackdrop.blue, .grey, .white])
    func good(backdrop: StudioBackdrop) throws {
        let rules: [StudioBackdrop: PortraitRule] = [
            .blue: .chsi, .grey: .chsiGrey, .white: .chsiWhite,
        ]
        let rule = try #require(rules[backdrop])
        let finder = try FaceFinder()
        let encoder = PortraitEncoder()
        let studio = Studio(seed: 500, backdrop: backdrop)
        let alarms = try (0..<12).flatMap { index in
            try PortraitMaker(rule: rule).portrait(
                of: studio.portrait(of: index).photo, name: "\(index)", finder: finder,
                encoder: encoder
            ).checks.filter { $0.verdict == .warn || $0.verdict == .fail }
                .map { "\(index) \($0.name.rawValue) \($0.value ?? .nan)" }
        }
        #expect(alarms.count <= 1, "\(alarms)")
    }

    @Test("a head tilted far fails at the tilt, by about as much as it is drawn")
    func farTilt() throws {
        let finder = try FaceFinder()
        let studio = Studio(seed: 8)
        for index in 0..<4 {
            let fault = StudioFault(name: .tilt, size: index % 2 == 0 ? 30 : -30)
            let portrait = try PortraitMaker(rule: .chsi).portrait(
                of: studio.portrait(of: index, fault: fault).photo, name: "", finder: finder,
                encoder: PortraitEncoder())
            let roll = portrait.checks.first { $0.name == "roll" }
            #expect(roll?.verdict == .fail)
            #expect(abs((roll?.value ?? 0) - fault.size) < 8, "\(roll?.value ?? 0)")
        }
    }

    @Test("a head on its side is found, and fails at the tilt", arguments: [-55.0, 55])
    func lyingHead(degrees: Double) throws {
        let finder = try FaceFinder()
        for index in 0..<4 {
            let upright = Studio(seed: 8).portrait(of: index).photo.reduced(toLongSide: 640).photo
            let faces = try finder.find(in: upright.turned(degrees: degrees))
            #expect(faces.count == 1, "\(index)")
        }
    }

    @Test(
        "of a second face as much as the middle is seen, and more", arguments: [0.45, 0.55, 0.65])
    func cutFace(share: Double) throws {
        let finder = try FaceFinder()
        for seed: UInt64 in 0..<6 {
            let photo = Studio(seed: 9_030 + seed)
                .portrait(of: 1, fault: StudioFault(name: .secondPerson, size: share)).photo
            let analysis = try FaceAnalysis.of(
                photo, longSide: FaceAnalysis.stillLongSide, finder: finder)
            #expect(analysis.faces.count + analysis.cutFaces >= 2, "\(seed)")
        }
    }
}
