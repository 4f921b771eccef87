import TestSupport
import Testing

@testable import KioskCore

/// What is heard at the counter.
struct SoundTests {
    @Test("a whole sitting is heard: code, ready, shutter, stored, each once, and an error")
    func sitting() throws {
        let scenes = try Scenes.all()
        var script = SoundScript()
        let hear = { (name: String, isTaken: Bool) throws -> [SoundCue] in
            var scene = try #require(scenes.first { $0.name == name }).scene
            scene.isShotTaken = isTaken
            return script.see(scene) + script.see(scene)
        }
        #expect(try hear("waiting", false) == [])
        #expect(try hear("code", false) == [.read])
        #expect(try hear("seat", false) == [])
        #expect(try hear("aside", false) == [])
        #expect(try hear("ready", false) == [.ready])
        #expect(try hear("ready", true) == [.shutter])
        #expect(try hear("review", false) == [])
        #expect(try hear("stored", false) == [.stored])
        #expect(try hear("waiting", false) == [])
        #expect(try hear("lost", false) == [.error])
    }

    @Test("each second of a count-down is heard")
    func countdown() {
        var scene = Scenes.automatic().scene
        var script = SoundScript()
        var heard: [SoundCue] = []
        for step in 0..<40 {
            scene.time = FrameTime(seconds: scene.time.seconds + 0.05)
            let cues = script.see(scene)
            if step > 0 { heard += cues }
        }
        #expect(heard == [.count])
    }

    @Test("a tone has its length, begins and ends softly, and is as loud as it is asked to be")
    func samples() {
        for cue in SoundCue.allCases {
            for tone in cue.tones {
                let samples = tone.samples(rate: 44_100, volume: 1)
                #expect(samples.count == Int(tone.duration * 44_100))
                let most = samples.map { abs(Int($0)) }.max() ?? 0
                #expect((28_000...32_000).contains(most))
                let ends = [samples.first, samples.last].compactMap { $0 }.map { abs(Int($0)) }
                #expect(ends.allSatisfy { $0 < 600 })
                #expect(tone.samples(rate: 44_100, volume: 0).allSatisfy { $0 == 0 })
            }
        }
    }

    @Test("a tone is of its pitch: so often it passes through nought")
    func pitch() {
        let samples = Tone(880, 0.5).samples(rate: 44_100, volume: 0.5)
        let crossings = zip(samples, samples.dropFirst()).count { ($0 < 0) != ($1 < 0) }
        #expect((870...890).contains(crossings))
    }
}
