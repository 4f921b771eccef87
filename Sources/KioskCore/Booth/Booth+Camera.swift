extension Booth {
    mutating func cameraLost(_ error: KioskError) -> [BoothAction] {
        guard cameraLoss?.code != error.code else { return [] }
        cameraLoss = error
        return loseSight(.cameraLost(error))
    }

    /// Frames come, and nothing can be seen in them.
    mutating func lookFailed(_ error: KioskError) -> [BoothAction] {
        guard lookFailure?.code != error.code else { return [] }
        lookFailure = error
        return loseSight(.lookFailed(error))
    }

    mutating func lookWorks() -> [BoothAction] {
        lookFailure = nil
        return []
    }

    /// Nobody knows who sat down while nothing was seen: the sitting under way asks for its code
    /// again. A shot under review is of the right person all the same; another would not be.
    private mutating func loseSight(_ notice: BoothNotice) -> [BoothAction] {
        switch state {
        case .stored: break
        case .review(let sitting, let shot): state = .review(sitting.unseen, shot)
        case .storing(let sitting, let shot): state = .storing(sitting.unseen, shot)
        case .waiting, .several, .code, .posing, .whoseTurn, .shooting:
            state = .waiting(nil)
            return [.discardShot, .notify(notice)]
        }
        return [.notify(notice)]
    }

    mutating func cameraBack() -> [BoothAction] {
        guard cameraLoss != nil else { return [] }
        cameraLoss = nil
        return [.notify(.cameraBack)]
    }
}

extension Sitting {
    /// The sitting after nobody saw who was there.
    fileprivate var unseen: Sitting {
        var sitting = self
        sitting.leftBecause = .unseen
        return sitting
    }
}
