import CQREncode
public import KioskCore

/// The card that a student saves: name, number and school in print, and the code in a frame. 350 × 554 px, the code
/// 252 px wide, which is 3 to 4.5 px a module.
public struct CodeCard: Sendable {
    /// The bytes of the code.
    public let bytes: [UInt8]
    private let matrix: QRMatrix

    /// Columns and rows of the card.
    public static let size = Size(width: 350, height: 554)
    /// The code on it, without its quiet zone.
    public static let code = Rect(x: 49, y: 249, width: 252, height: 252)

    private static let levels = [QR_ECLEVEL_L, QR_ECLEVEL_M, QR_ECLEVEL_Q, QR_ECLEVEL_H]

    /// The card of that index, from 0, among those of a seed: 100 to 600 bytes, versions 8 to 20, every level.
    public init(seed: UInt64, index: Int) {
        var random = StudioRandom(seed: seed, stream: UInt64(index) &+ 0xCA4D)
        let student = Student(seed: seed &+ 1, index: index)
        let level = random.choose(Self.levels)
        let wanted = 8 + random.below(13)
        var bytes = student.code
        // Codes are as long as they are: what is added stands for fields that nobody outside knows.
        let more = random.below(600 - bytes.count)
        bytes += (0..<more).map { _ in UInt8(ascii: "A") + UInt8(random.below(26)) }
        var matrix = QRMatrix(bytes, level: level, version: wanted)
        while (matrix?.side ?? .max) > 17 + 4 * 20, bytes.count > 100 {
            bytes.removeLast(20)
            matrix = QRMatrix(bytes, level: level, version: wanted)
        }
        guard let matrix else { preconditionFailure("100 bytes are a code of any level") }
        (self.bytes, self.matrix) = (bytes, matrix)
    }

    /// Modules a side, without the quiet zone.
    public var side: Int { matrix.side }

    /// The card at a scale: black on white, print as bars, edges of modules between pixels mixed.
    public func picture(scale: Double) -> GrayImage {
        let size = Size(
            width: Int((Double(Self.size.width) * scale).rounded()),
            height: Int((Double(Self.size.height) * scale).rounded()))
        return GrayImage(size: size) { output in
            // Nine samples a pixel: modules are rarely whole pixels wide.
            for y in 0..<size.height {
                for x in 0..<size.width {
                    var sum = 0
                    for sub in 0..<9 {
                        let across = (Double(x) + (Double(sub % 3) + 0.5) / 3) / scale
                        let down = (Double(y) + (Double(sub / 3) + 0.5) / 3) / scale
                        sum += isDark(across, down) ? 20 : 255
                    }
                    output[y * size.width + x] = UInt8(sum / 9)
                }
            }
        }
    }

    /// Whether the card is dark there, px of the card as it is.
    public func isDark(_ x: Double, _ y: Double) -> Bool {
        let frame = Self.code
        let module = Double(frame.width) / Double(matrix.side)
        let column = ((x - Double(frame.x)) / module).rounded(.down)
        let row = ((y - Double(frame.y)) / module).rounded(.down)
        if matrix.isDark(Int(column), Int(row)) { return true }
        guard y < 225, x > 40, x < 310, y > 30 else { return false }
        // Print: lines of 16 px, words of uneven length.
        let line = Int(y / 28)
        let isLetter = Int(x / 7) &* (line &* 7 &+ 3) % 5 != 0
        return y.truncatingRemainder(dividingBy: 28) < 14 && isLetter
            && Int(x) % 7 < 5 && x < Double(180 + line * 17 % 110)
    }
}
