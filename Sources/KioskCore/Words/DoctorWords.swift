/// The parts that `kiosk doctor` tries.
public enum DoctorPart: String, CaseIterable, Sendable {
    case config, rule, session, disk, clock, codes, faces, jpeg, font, screen, camera

    /// What the part is for.
    public var title: Phrase {
        switch self {
        case .config: Phrase(zh: "设置文件", en: "configuration")
        case .rule: Phrase(zh: "照片规范", en: "portrait rule")
        case .session: Phrase(zh: "场次文件夹（写、同步、读回）", en: "session folder (write, sync, read back)")
        case .disk: Phrase(zh: "磁盘空间", en: "disk space")
        case .clock: Phrase(zh: "时钟", en: "clock")
        case .codes: Phrase(zh: "读采集码", en: "reading codes")
        case .faces: Phrase(zh: "找人脸", en: "finding faces")
        case .jpeg: Phrase(zh: "JPEG 编码", en: "JPEG encoding")
        case .font: Phrase(zh: "窗口的中文字体", en: "a Chinese font for the window")
        case .screen: Phrase(zh: "屏幕", en: "displays")
        case .camera: Phrase(zh: "相机", en: "camera")
        }
    }

    /// What is said of displays where there is no desktop.
    public static let noDesktop = Phrase(zh: "没有桌面，用终端", en: "no desktop: in the terminal")
}
