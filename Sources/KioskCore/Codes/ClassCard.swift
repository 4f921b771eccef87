/// A printed card whose code says "this class now": what stands in it, and which name.
public enum ClassCard {
    /// What its text begins with. No 采集码 does: one is encrypted text or JSON, and neither holds this.
    static let label = "KIOSK-CLASS:"

    /// What the card of a class says.
    public static func text(of name: ClassName) -> String { "\(label)\(name)" }

    /// Whether a code is a class card's, whatever name is on it.
    public static func isCard(_ code: CaptureCode) -> Bool {
        code.canonical.starts(with: label.utf8)
    }

    /// The class of a code's or a scanner's bytes; nil where they are no card's, or its name is none.
    public static func name(of bytes: some Collection<UInt8>) -> ClassName? {
        guard bytes.starts(with: label.utf8),
            let text = String(validating: bytes.dropFirst(label.utf8.count), as: UTF8.self)
        else { return nil }
        return try? ClassName(text)
    }
}
