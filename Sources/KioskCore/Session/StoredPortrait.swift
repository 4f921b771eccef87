/// A portrait as the session keeps it, without the picture's bytes.
public struct StoredPortrait: Hashable, Sendable {
    /// 1, 2, 3 … in the order of storing; never used twice in a session.
    public var sequence: Int
    /// The code's raw bytes, unchanged.
    public var code: [UInt8]
    /// SHA-256 of the raw code, 64 lower-case hex digits.
    public var codeDigest: String
    /// What could be guessed from the code; never relied on.
    public var fields: CodeFields
    /// The full ID number where one was given.
    public var idNumber: IDNumber?
    /// When the shot was taken.
    public var takenAt: ShotTime
    /// The JPEG's length in bytes.
    public var byteCount: Int
    /// The JPEG's quality factor, 1 to 100.
    public var quality: Int
    /// SHA-256 of the JPEG, 64 lower-case hex digits.
    public var sha256: String
    /// Shots taken in the sitting, this one included.
    public var attempts: Int
    /// The worst of the portrait's checks.
    public var verdict: Verdict
    /// Why it was withdrawn; nil where it stands.
    public var voidedBecause: String?
    /// Why it was stored though it fails the rule: the answer's name; nil where it does not, or in a
    /// session of an older version.
    public var failedBecause: String?
    /// The class it was taken with; nil for none.
    public var className: String?

    /// A stored portrait.
    public init(
        sequence: Int, code: [UInt8], codeDigest: String, fields: CodeFields,
        idNumber: IDNumber?, takenAt: ShotTime, byteCount: Int, quality: Int, sha256: String,
        attempts: Int, verdict: Verdict, voidedBecause: String?, failedBecause: String? = nil,
        className: String? = nil
    ) {
        self.sequence = sequence
        self.code = code
        self.codeDigest = codeDigest
        self.fields = fields
        self.idNumber = idNumber
        self.takenAt = takenAt
        self.byteCount = byteCount
        self.quality = quality
        self.sha256 = sha256
        self.attempts = attempts
        self.verdict = verdict
        self.voidedBecause = voidedBecause
        self.failedBecause = failedBecause
        self.className = className
    }

    /// Whether it was withdrawn: kept and recorded, never exported.
    public var isVoided: Bool { voidedBecause != nil }

    /// What an output with this portrait alone is called: sequence and the last 4 of the number or of the code.
    public var outputName: String {
        "\(sequence)-\(idNumber?.text.suffix(4) ?? codeDigest.prefix(16).suffix(4))"
    }

    /// The person's name for people to see, masked; empty where the code gives none.
    public var maskedName: String { fields.maskedName.map(Mask.name) ?? "" }

    /// The ID number for people to see, masked; what the code shows where none was typed.
    public var maskedNumber: String {
        idNumber?.masked ?? fields.maskedNumber.map(Mask.number) ?? ""
    }
}
