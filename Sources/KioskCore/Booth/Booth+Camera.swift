extension Booth {
    /// Nobody knows who sat down while nothing was seen: the sitting under way asks for its code
    /// again. A shot under review is of the right person all the same; another would not be.
    mutating func cameraLost(_ error: KioskError) -> [BoothAction] {
        guard cameraLoss == nil else { return [] }
        cameraLoss = error
        switch state {
        case .waiting, .stored, .storing: return [.notify(.cameraLost(error))]
        case .review(var sitting, let shot):
            sitting.leftBecause = .unseen
            state = .review(sitting, shot)
            return [.notify(.cameraLost(error))]
        case .several, .code, .posing, .whoseTurn, .shooting:
            state = .waiting(nil)
            return [.discardShot, .notify(.cameraLost(error))]
        }
    }

    mutating func cameraBack() -> [BoothAction] {
        guard cameraLoss != nil else { return [] }
        cameraLoss = nil
        return [.notify(.cameraBack)]
    }
}
