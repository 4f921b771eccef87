import KioskCore

/// Looks, beside the making of a portrait, whether its frame has detail that no other frame of the burst
/// knows of: most often it has none, and nobody has waited.
struct DetailWatch: ~Copyable {
    private let worker = Worker<[CapturedFrame], Int>(
        "detail", opening: { () throws(KioskError) in try JPEGCodec() }, refusing: { _ in 0 },
        answering: { Self.trusted($1, $0) })

    deinit { worker.stop() }

    /// Begins with shots, at least one, the best first.
    borrowing func begin(_ shots: [Burst.Shot]) { worker.post(shots.map(\.frame)) }

    /// Which of them is to be trusted.
    borrowing func end() -> Int { worker.waitForAnswer() ?? 0 }

    /// The first frame in which no block has far more detail than there is in the frame nearest in time;
    /// the first of all where the first four have.
    private static func trusted(_ frames: [CapturedFrame], _ codec: borrowing JPEGCodec) -> Int {
        for (index, frame) in frames.enumerated().prefix(4) {
            let others = frames.filter { $0.time != frame.time }
            let nearest = others.min { $0.isNearer(to: frame, than: $1) }
            guard let nearest, let other = detail(of: nearest, codec) else { return index }
            if let own = detail(of: frame, codec), !own.standsOut(from: other) { return index }
        }
        return 0
    }

    /// A Motion-JPEG frame's detail; nil for other frames, whose bytes stand each for itself, and for
    /// those that cannot be decoded.
    private static func detail(
        of frame: CapturedFrame, _ codec: borrowing JPEGCodec
    ) -> FrameDetail? {
        guard frame.layout.format.isMotionJPEG else { return nil }
        return try? codec.detail(of: frame.bytes, name: "frame \(frame.sequence)")
    }
}

extension CapturedFrame {
    fileprivate func isNearer(to frame: CapturedFrame, than other: CapturedFrame) -> Bool {
        abs(time.seconds(since: frame.time)) < abs(other.time.seconds(since: frame.time))
    }
}
