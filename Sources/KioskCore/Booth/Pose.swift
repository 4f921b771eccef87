extension Booth {
    /// How the student poses at the moment.
    public struct Pose: Hashable, Sendable {
        /// The newest framing.
        public var framing: Framing = .noFace
        /// What is said to the student: a framing that has been so for a moment.
        public var hint = SteadyHint()
        /// Since when framing has been right, the head still and no phone in view; nil where it is
        /// not.
        public var readySince: FrameTime?
        /// When a phone was last in view; nil once it has been gone for long enough.
        public var phoneSeenAt: FrameTime?
        /// The head when it began to be still.
        var stillHead: HeadGeometry?
        /// Since when the eyes have been closed and nothing else was wrong.
        var blinkSince: FrameTime?

        /// Eyes may be closed for this long without the pose being over, seconds: the burst has
        /// frames before and after.
        static let blink = 0.35

        /// Whether a shot may be taken.
        public var allowsShot: Bool { framing.crop != nil && phoneSeenAt == nil }

        /// The pose after another look.
        func updated(_ seen: Observation, isPhoneInView: Bool, _ settings: BoothSettings) -> Pose {
            var next = self
            if isPhoneInView { next.phoneSeenAt = seen.time }
            if let last = next.phoneSeenAt, seen.time.seconds(since: last) >= settings.codeGone {
                next.phoneSeenAt = nil
            }
            if let framing = seen.framing {
                next.framing = framing
                next.hint.see(framing, at: seen.time)
            }
            return next.timed(at: seen.time, settings.stillness)
        }

        private func timed(at time: FrameTime, _ stillness: Double) -> Pose {
            var next = self
            next.blinkSince = isBlinking ? blinkSince ?? time : nil
            let isBrief = next.blinkSince.map { time.seconds(since: $0) < Self.blink } ?? false
            guard allowsShot, framing.isReady || (isBrief && readySince != nil),
                let head = framing.head
            else {
                (next.readySince, next.stillHead) = (nil, nil)
                return next
            }
            if let start = stillHead, head.isNear(start, within: stillness) { return next }
            (next.readySince, next.stillHead) = (time, head)
            return next
        }

        private var isBlinking: Bool {
            if case .flawed(let check, _, _) = framing { check.name == .eyesOpen } else { false }
        }
    }
}

extension HeadGeometry {
    /// Whether the eyes are where another head's are, within that many face widths.
    fileprivate func isNear(_ other: HeadGeometry, within share: Double) -> Bool {
        let reach = share * faceWidth
        return abs(middle - other.middle) <= reach && abs(eyeLine - other.eyeLine) <= reach
            && abs(faceWidth - other.faceWidth) <= 2 * reach
    }
}
