extension Booth {
    mutating func observe(_ seen: Observation) -> [BoothAction] {
        if let sitting, hasTimedOut(sitting, at: seen.time) {
            state = .waiting(nil)
            return [.discardShot, .notify(.timedOut)]
        }
        return switch state {
        case .waiting(let candidate): lookForCode(seen, after: candidate)
        case .code(let sitting, let lastSeen): waitForCodeToLeave(seen, sitting, lastSeen)
        case .posing(let sitting, let pose): watchPose(seen, sitting, pose)
        case .stored(_, let until): leaveStored(seen, until)
        case .shooting, .review, .storing: []
        }
    }

    private func hasTimedOut(_ sitting: Sitting, at time: FrameTime) -> Bool {
        switch state {
        case .shooting, .storing: false
        default: time.seconds(since: sitting.openedAt) > settings.sittingLimit
        }
    }

    /// A sitting opens when two looks in a row read the same one code.
    private mutating func lookForCode(_ seen: Observation, after candidate: CaptureCode?)
        -> [BoothAction]
    {
        guard let codes = seen.codes else { return [] }
        guard Set(codes.map(\.bytes)).count == 1, let code = codes.first else {
            state = .waiting(nil)
            return codes.isEmpty ? [] : [.notify(.severalCodes)]
        }
        guard code.bytes == candidate?.bytes else {
            state = .waiting(code)
            return []
        }
        state = .code(Sitting(code: code, openedAt: seen.time), lastSeen: seen.time)
        return [.notify(.codeRead)]
    }

    private mutating func waitForCodeToLeave(
        _ seen: Observation, _ sitting: Sitting, _ lastSeen: FrameTime
    ) -> [BoothAction] {
        guard let codes = seen.codes else { return [] }
        if codes.contains(where: { $0.bytes != sitting.code.bytes }) { return anotherCode() }
        if !codes.isEmpty {
            state = .code(sitting, lastSeen: seen.time)
        } else if seen.time.seconds(since: lastSeen) >= settings.codeGone {
            state = .posing(sitting, Pose())
        }
        return []
    }

    private mutating func watchPose(_ seen: Observation, _ sitting: Sitting, _ pose: Pose)
        -> [BoothAction]
    {
        if let codes = seen.codes, !codes.isEmpty {
            return codeWhilePosing(codes, sitting, at: seen.time)
        }
        guard let framing = seen.framing else { return [] }
        let next = pose.updated(framing, at: seen.time, stillness: settings.stillness)
        state = .posing(sitting, next)
        guard settings.isAutomatic, let since = next.readySince,
            seen.time.seconds(since: since) >= settings.readyFor
        else { return [] }
        state = .shooting(sitting)
        return [.shoot]
    }

    /// The student's own code again: wait for it to leave. Another's: nobody knows whose turn it
    /// is, so nobody's portrait is taken.
    private mutating func codeWhilePosing(
        _ codes: [CaptureCode], _ sitting: Sitting, at time: FrameTime
    ) -> [BoothAction] {
        if codes.contains(where: { $0.bytes != sitting.code.bytes }) { return anotherCode() }
        state = .code(sitting, lastSeen: time)
        return []
    }

    private mutating func anotherCode() -> [BoothAction] {
        state = .waiting(nil)
        return [.discardShot, .notify(.anotherCode)]
    }

    private mutating func leaveStored(_ seen: Observation, _ until: FrameTime) -> [BoothAction] {
        guard seen.time >= until else { return [] }
        state = .waiting(nil)
        return lookForCode(seen, after: nil)
    }
}

extension Booth.Pose {
    fileprivate func updated(_ framing: Framing, at time: FrameTime, stillness: Double)
        -> Booth.Pose
    {
        var next = self
        next.framing = framing
        guard framing.isReady, let head = framing.head else {
            next.readySince = nil
            next.stillHead = nil
            return next
        }
        if let start = stillHead, head.isNear(start, within: stillness) { return next }
        next.readySince = time
        next.stillHead = head
        return next
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
