/// Whether anything has moved in the picture since it was last looked at closely.
struct StillRoom: Sendable {
    /// Every so manieth pixel of every so manieth row is compared.
    private static let step = 16
    /// Noise and flicker change a pixel by less than that, levels.
    private static let change = 24
    /// A phone at arm's length covers a hundredth of the picture and more.
    private static let share = 0.005

    private var kept: [UInt8] = []
    private var size = Size(width: 0, height: 0)

    /// A room that was never seen.
    init() {}

    /// Whether the picture is as it was when it was kept: one byte a pixel, rows from the top without padding.
    func isStill(_ luma: UnsafeBufferPointer<UInt8>, _ size: Size) -> Bool {
        guard size == self.size, !kept.isEmpty else { return false }
        let changed = zip(Self.places(size), kept).count { place, level in
            abs(Int(luma[place]) - Int(level)) > Self.change
        }
        return Double(changed) < Self.share * Double(kept.count)
    }

    /// Keeps the picture to compare later ones with.
    mutating func keep(_ luma: UnsafeBufferPointer<UInt8>, _ size: Size) {
        self.size = size
        kept = Self.places(size).map { luma[$0] }
    }

    private static func places(_ size: Size) -> [Int] {
        stride(from: 0, to: size.height, by: step).flatMap { row in
            stride(from: 0, to: size.width, by: step).map { row * size.width + $0 }
        }
    }
}
