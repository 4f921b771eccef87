/// Where a hand-over's bytes come from.
public protocol HandOverSource: Sendable {
    /// A portrait's file.
    func portrait(_ id: PortraitID) throws(KioskError) -> [UInt8]
    /// The picture that a portrait was cropped from, as a file, and that file's ending: `.jpg`, `.png`.
    func original(_ id: PortraitID) throws(KioskError) -> (bytes: [UInt8], suffix: String)
    /// A portrait's small picture, a JPEG of a few kilobytes.
    func thumbnail(_ id: PortraitID) throws(KioskError) -> [UInt8]
    /// A table as a workbook of spreadsheet programs, the same bytes every time.
    func workbook(_ table: HandOverTable, at time: ShotTime) throws(KioskError) -> [UInt8]
    /// The SHA-256 of bytes as 64 lower-case hex digits.
    func sha256(_ bytes: [UInt8]) -> String
}
