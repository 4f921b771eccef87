public import KioskCore

extension PortraitRule {
    /// The checks of a head's place alone, in the finished picture's pixels.
    public func checks(of head: HeadGeometry) -> [PortraitCheck] {
        PreparedFace(head: head, rule: self).checks.filter {
            [.hairTop, .eyes, .faceWidth, .centring].contains($0.name)
        }
    }
}

extension HairTop {
    /// The hair top before whatever backdrop is about the head.
    public static func find(in photo: Photo, head: HeadGeometry) -> Double? {
        BackdropModel(photo, about: head).flatMap { find(in: photo, head: head, before: $0) }
    }
}
