extension CheckKind {
    /// Every check there is, in the order in which people are told of them: who is there, where the
    /// head is, how it is held, the face, the picture, the room, the file.
    public static let all: [CheckKind] = [
        .faces, .hairTop, .eyes, .faceWidth, .centring, .roll, .yaw, .pitch, .shoulders, .eyesOpen,
        .lips, .glare, .sharpness, .exposure, .evenLight, .contrast, .colour, .clothes, .backdrop,
        .marks,
        .resolution, .detail, .distance, .file, .headwear, .tintedGlasses, .noGlasses,
        .hairOverBrows,
        .mirrored,
    ]

    /// The kind of that name.
    public static func named(_ name: CheckName) -> CheckKind? { all.first { $0.name == name } }
}

extension PreparedFace {
    /// What every check says.
    public var checks: [PortraitCheck] { CheckKind.all.compactMap { $0.check(self) } }
}
