import Foundation
import TestSupport
import TestTraits
import Testing

@testable import KioskIO

/// The sounds, on SDL's own driver that writes what would be heard into a file.
@Suite(.serialized, .wholeMachine)
struct SpeakerTests {
    private let folder: TestFolder

    init() throws {
        folder = try TestFolder()
        setenv("SDL_AUDIODRIVER", "disk", 1)
        setenv("SDL_DISKAUDIOFILE", folder.file("heard.raw"), 1)
    }

    /// How loud it was at the most so far, 0 to 32,767.
    private func loudest() -> Int {
        let bytes = (try? folder.bytes("heard.raw")) ?? []
        return stride(from: 0, to: bytes.count - 1, by: 2).map {
            abs(Int(Int16(bitPattern: UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8)))
        }.max() ?? 0
    }

    @Test("a cue is heard, as loud as it is asked to be")
    func heard() throws {
        let speaker = Speaker(volume: 50)
        speaker.play([.stored])
        let isHeard = Patience.wait { loudest() > 0 }
        #expect(isHeard)
        #expect(loudest() <= 32_000 / 4)
    }

    @Test("a speaker that is muted says nothing, and says it again afterwards")
    func muted() throws {
        let speaker = Speaker(volume: 100)
        speaker.isMuted = true
        speaker.play([.error])
        let isOpen = Patience.wait { (try? folder.bytes("heard.raw").count) ?? 0 > 44_100 }
        #expect(isOpen && loudest() == 0)
        speaker.isMuted = false
        speaker.play([.error])
        let isHeard = Patience.wait { loudest() > 0 }
        #expect(isHeard)
    }

    @Test("a machine without sound works in silence")
    func silent() {
        setenv("SDL_AUDIODRIVER", "none of this name", 1)
        Speaker(volume: 60).play([.read])
        Speaker(volume: 0).play([.read])
        #expect(!FileManager.default.fileExists(atPath: folder.file("heard.raw")))
    }
}
