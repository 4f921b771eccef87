extension Booth {
    mutating func shotTaken(_ shot: ShotSummary, at time: FrameTime) -> [BoothAction] {
        guard case .shooting(let sitting) = state else { return [.discardShot] }
        state = .review(sitting, shot)
        (shotShownAt, ticked) = (time, [])
        guard settings.isAutomatic else { return [] }
        if shot.verdict == .pass { return accept(sitting, shot, at: time) }
        return takeAnother(sitting.adding(.retaken, shot.verdict, at: time))
            + [.notify(.retaking)]
    }

    mutating func shotRefused(_ error: KioskError, at time: FrameTime) -> [BoothAction] {
        guard case .shooting(let sitting) = state else { return [] }
        shotFailure = error
        return takeAnother(sitting.adding(.refused, nil, at: time))
            + [.notify(.shotRefused(error))]
    }

    /// The key came before the first frame that would have done: nothing was taken.
    mutating func noShotYet() -> [BoothAction] {
        guard case .shooting(let sitting) = state else { return [] }
        state = .posing(sitting, Pose())
        return [.notify(.notReady)]
    }

    private mutating func takeAnother(_ sitting: Sitting) -> [BoothAction] {
        if settings.isAutomatic, sitting.attempts.count >= settings.automaticShots {
            state = .waiting(nil)
            return [.discardShot, .notify(.cancelled)]
        }
        state = .posing(sitting, Pose())
        return [.discardShot]
    }

    mutating func stored(_ sequence: Int, at time: FrameTime) -> [BoothAction] {
        let until = FrameTime(seconds: time.seconds + settings.storedShown)
        succeeded(.storeEarlier)
        state = .stored(sequence: sequence, until: until)
        return [.discardShot, .notify(.stored(sequence: sequence))]
    }

    /// Nothing is lost: the shot stays under review, and accepting again tries again.
    mutating func storeRefused(_ error: KioskError) -> [BoothAction] {
        guard case .storing(var sitting, let stored) = state else { return [] }
        guard let shot = stored else {
            state = .waiting(nil)
            return failed(.storeEarlier, .refused(error))
        }
        sitting.attempts.removeLast()
        state = .review(sitting, shot)
        storeFailure = error
        return [.notify(.storeRefused(error))]
    }

    /// Attended, the day ends once the operator has seen how it went: the key is pressed by mistake too.
    mutating func dayEnds(_ day: DayCounts) -> [BoothAction] {
        guard !settings.isAutomatic else { return [.discardShot, .close] }
        question = Question(kind: .endOfDay(day))
        return []
    }
}
