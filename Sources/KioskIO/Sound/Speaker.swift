internal import CSDL2
import Foundation
import KioskCore

/// The counter's sounds, by SDL2. A machine without sound, or one whose sound does not work, is silent and nothing else.
///
/// It belongs to the thread that opened it.
final class Speaker {
    private static let rate = 44_100
    private let device: SDL_AudioDeviceID
    private let volume: Double
    /// Whether nothing is to be heard.
    var isMuted = false

    /// Opens the machine's sound.
    ///
    /// - Parameter volume: 0 to 100; with 0 nothing is opened.
    init(volume: Int) {
        self.volume = Double(volume) / 100
        guard volume > 0, Self.isThere, SDL_InitSubSystem(SDL_INIT_AUDIO) == 0 else {
            device = 0
            return
        }
        var wanted = SDL_AudioSpec()
        (wanted.freq, wanted.format, wanted.channels) = (
            Int32(Self.rate), SDL_AudioFormat(AUDIO_S16SYS), 1
        )
        wanted.samples = 1_024
        device = SDL_OpenAudioDevice(nil, 0, &wanted, nil, 0)
        if device != 0 { SDL_PauseAudioDevice(device, 0) }
    }

    deinit {
        if device != 0 { SDL_CloseAudioDevice(device) }
        if SDL_WasInit(SDL_INIT_AUDIO) != 0 { SDL_QuitSubSystem(SDL_INIT_AUDIO) }
    }

    /// Whether the machine has something to play on: ALSA complains at length on standard error where it has not.
    private static var isThere: Bool {
        let environment = ProcessInfo.processInfo.environment
        guard environment["SDL_AUDIODRIVER"] == nil, environment["PULSE_SERVER"] == nil else {
            return true
        }
        let runtime = environment["XDG_RUNTIME_DIR"] ?? "/run/user/\(getuid())"
        let servers = ["pulse/native", "pipewire-0"].contains {
            FileAccess.exists("\(runtime)/\($0)")
        }
        let devices = (try? FileAccess.names(in: "/dev/snd")) ?? []
        return servers || devices.contains { $0.hasPrefix("pcm") && $0.hasSuffix("p") }
    }

    /// Plays cues one after the other. What is still to be heard of earlier ones gives way: late sounds say
    /// something wrong.
    func play(_ cues: [SoundCue]) {
        guard device != 0, !isMuted, !cues.isEmpty else { return }
        SDL_ClearQueuedAudio(device)
        let samples = cues.flatMap(\.tones).flatMap { $0.samples(rate: Self.rate, volume: volume) }
        samples.withUnsafeBytes { bytes in
            _ = SDL_QueueAudio(device, bytes.baseAddress, UInt32(bytes.count))
        }
    }
}
