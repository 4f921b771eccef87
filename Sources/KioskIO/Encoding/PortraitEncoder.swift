import KioskCore

/// Encodes finished portraits on a thread of its own, beside whatever else is done with their pixels.
/// Not for use by two threads at once.
public struct PortraitEncoder: ~Copyable {
    private struct Job: Sendable {
        let picture: Photo
        let rule: PortraitRule
    }

    /// A portrait's file, and the SHA-256 of the pixels it was made of, 64 hex digits.
    struct Encoded: Sendable {
        let jpeg: JPEG
        let pixelDigest: String
    }

    private let worker = Worker<Job, Result<Encoded, KioskError>>(
        "encoder", opening: { () throws(KioskError) in try JPEGCodec() },
        refusing: { .failure($0) },
        answering: { codec, job in
            Result { () throws(KioskError) in
                let window = SizeWindow(job.rule)
                return Encoded(
                    jpeg: try codec.encode(job.picture, into: window).tagged(dpi: job.rule.dpi),
                    pixelDigest: SHA256.hex(job.picture.pixels))
            }
        })

    /// Starts the thread.
    public init() {}

    deinit { worker.stop() }

    /// The file of a finished picture, encoded into the rule's window and tagged, and what was done meanwhile.
    ///
    /// - Throws: what `body` throws, else `size.*` or `jpeg.codec`.
    borrowing func file<Other>(
        of picture: Photo, _ rule: PortraitRule, beside body: () throws(KioskError) -> Other
    ) throws(KioskError) -> (encoded: Encoded, other: Other) {
        worker.post(Job(picture: picture, rule: rule))
        let other = Result { () throws(KioskError) in try body() }
        let encoded = worker.waitForAnswer() ?? .failure(KioskError(.bug, "encoder"))
        let done = try other.get()
        return (try encoded.get(), done)
    }
}
