import Foundation
import KioskCore

/// A file of JPEGs end to end, as ffmpeg writes `.mjpeg`. Only its list of pictures is held, and a file that is cut
/// short while it plays ends there.
struct MotionJPEGFile: Recording {
    private let file: OpenFile
    private let frames: [Range<Int>]

    /// - Throws: `picture.missing`, `file.permission`; `picture.format` where it is no file or no Motion-JPEG;
    ///   `stopped.*`.
    init(_ path: String) throws(KioskError) {
        file = try OpenFile(path, missing: .pictureMissing)
        var index = MotionJPEGIndex()
        while try index.take(file, path) { try Interruption.check() }
        guard !index.frames.isEmpty else { throw KioskError(.pictureFormat, path) }
        frames = index.frames
    }

    func withPicture<Result>(
        at index: Int,
        _ body: (UnsafeRawBufferPointer, FrameLayout) throws(KioskError) -> Result
    ) throws(KioskError) -> Result? {
        guard index < frames.count else { return nil }
        let bytes = file.bytes(at: frames[index].lowerBound, count: frames[index].count)
        guard bytes.count == frames[index].count else { return nil }
        return try bytes.withUnsafeBufferPointer { bytes throws(KioskError) in
            let bytes = UnsafeRawBufferPointer(bytes)
            guard let layout = FrameLayout(motionJPEG: bytes) else {
                throw KioskError(.pictureFormat, "frame \(index)")
            }
            return try body(bytes, layout)
        }
    }
}

/// Where the pictures of a file of Motion-JPEG stand, found part by part.
private struct MotionJPEGIndex {
    private(set) var frames: [Range<Int>] = []
    /// What was read and belongs to no picture yet, and where in the file it stands.
    private var rest: [UInt8] = []
    private var place = 0

    private static let part = 1 << 20

    /// Takes the next part of the file.
    ///
    /// - Returns: whether there may be more.
    mutating func take(_ file: OpenFile, _ path: String) throws(KioskError) -> Bool {
        let bytes = file.bytes(at: place + rest.count, count: Self.part)
        rest += bytes
        let isEnd = bytes.isEmpty
        let found = rest.withUnsafeBytes { MotionJPEG.frames(in: $0, isEnd: isEnd) }
        frames += found.map { $0.lowerBound + place..<$0.upperBound + place }
        if let last = found.last {
            place += last.upperBound
            rest.removeFirst(last.upperBound)
        }
        guard rest.count <= MotionJPEG.longestPicture else {
            throw KioskError(.pictureFormat, path)
        }
        return !isEnd
    }
}
