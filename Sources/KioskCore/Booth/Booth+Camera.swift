extension Booth {
    /// Nobody knows who sat down while nothing was seen: the sitting under way asks for its code
    /// again. A shot under review is of the right person all the same; another would not be.
    mutating func cameraLost(_ error: KioskError) -> [BoothAction] {
        guard cameraLoss?.code != error.code else { return [] }
        cameraLoss = error
        switch state {
        case .stored: break
        case .review(let sitting, let shot): state = .review(sitting.unseen, shot)
        case .storing(let sitting, let shot): state = .storing(sitting.unseen, shot)
        case .waiting, .several, .code, .posing, .whoseTurn, .shooting:
            state = .waiting(nil)
            return [.discardShot, .notify(.cameraLost(error))]
        }
        return [.notify(.cameraLost(error))]
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
