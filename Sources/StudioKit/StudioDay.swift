public import KioskCore

/// A day in the studio, frame by frame at 30 a second: one student after the other shows a code,
/// sits down, looks up, stays for the portrait and leaves.
public struct StudioDay: Sendable {
    /// Frames a second.
    public static let framesPerSecond = 30
    /// Students of the day.
    public let students: Int
    /// The student whose sitting the next frame belongs to, from 0.
    public private(set) var currentIndex = 0

    private let studio: Studio
    private var sitting: SittingScript
    private var frameInSitting = 0
    private var frame = 0

    /// A day of that many students, 1 or more.
    public init(
        seed: UInt64, students: Int, size: Size = Size(width: 1280, height: 720),
        backdrop: StudioBackdrop = .blue
    ) {
        self.students = students
        studio = Studio(seed: seed, size: size, backdrop: backdrop)
        sitting = SittingScript(studio, index: 0)
    }

    /// Columns and rows of the pictures.
    public var size: Size { studio.size }

    /// The next frame; nil when the last student has left.
    public mutating func next() -> StudioPicture? {
        guard let here = advance() else { return nil }
        return sitting.picture(at: here, in: studio, frame: frame)
    }

    /// Passes over a frame without drawing it; false when the day is over.
    public mutating func skip() -> Bool { advance() != nil }

    private mutating func advance() -> Int? {
        if frameInSitting == sitting.frames {
            guard currentIndex + 1 < students else { return nil }
            currentIndex += 1
            sitting = SittingScript(studio, index: currentIndex)
            frameInSitting = 0
        }
        frame += 1
        frameInSitting += 1
        return frameInSitting - 1
    }
}
