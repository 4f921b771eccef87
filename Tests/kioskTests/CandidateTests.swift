import KioskCore
import KioskIO
import StudioKit
import TestSupport
import Testing

@testable import kiosk

/// The choice among the best of the last second, on a whole counter.
struct CandidateTests {
    /// An operator who turns so often at review, looks, and accepts.
    private struct Chooser: Operating {
        let turns: Int
        private(set) var shown: [ShotSummary.Candidate] = []
        /// The portrait that was shown last.
        private(set) var seen: [UInt8]?
        private var looked = 0
        private var turned = 0

        init(turns: Int) { self.turns = turns }

        mutating func keys(_ booth: Booth, at time: FrameTime) -> [BoothKey] {
            switch booth.state {
            case .posing(_, let pose):
                looked += 1
                // The burst fills in a second.
                return pose.allowsShot && looked > 35 ? [.shootOrAccept] : []
            case .review(_, let shot):
                if shown.last != shot.candidate { (looked, _) = (0, shown.append(shot.candidate)) }
                looked += 1
                guard looked > 12 else { return [] }
                guard turned < turns else { return [.shootOrAccept] }
                turned += 1
                return [.nextCandidate]
            default: return []
            }
        }

        mutating func show(_ scene: CounterScene) {
            if scene.booth.state.name == .review { seen = scene.portrait }
        }

        mutating func tell(_ notice: BoothNotice, at time: FrameTime) {}
    }

    /// Frames of one student, each a level brighter than the one before, so that it is known again.
    private static func pose(_ count: Int) throws -> [[UInt8]] {
        let codec = try JPEGCodec()
        let frame = try #require(try StudioRecording.frames([(.pose(0), 1)]).first)
        let photo = try codec.decode(frame, name: "")
        return try (0..<count).map { index in
            let brighter = Photo(size: photo.size) { output in
                for pixel in output.indices {
                    output[pixel] = UInt8(min(255, Int(photo.pixels[pixel]) + index % 8))
                }
            }
            return try codec.encode(brighter, quality: 95, subsampling: .half).bytes
        }
    }

    @Test("the one that is shown last is the one that is stored", arguments: 0...3)
    func chosen(turns: Int) throws {
        let folder = try TestFolder()
        var frames = try StudioRecording.frames([(.empty, 4), (.code(0), 8), (.empty, 20)])
        frames += try Self.pose(150)
        frames += try StudioRecording.frames([(.empty, 20)])
        var source = try RecordedFrames(
            path: folder.write(frames.flatMap(\.self), to: "a.mjpeg"), fps: 0)
        var station = try Station(in: folder)
        var chooser = Chooser(turns: turns)
        _ = try station.work(from: &source, with: &chooser)
        let numbers = chooser.shown.map(\.number)
        #expect(numbers == Array([1, 2, 3, 1].prefix(turns + 1)))
        #expect(chooser.shown.allSatisfy { $0.count == 3 })
        let stored = try station.store.portraits()
        #expect(stored.count == 1)
        #expect(try station.store.jpeg(#require(stored.first).sequence) == chooser.seen)
    }
}
