import KioskCore
import KioskIO
import StudioKit

/// Draws a studio's day and encodes its pictures on a thread of its own, one picture ahead of
/// whoever takes them: drawing and looking then share the machine's cores. A job is a picture's
/// index, higher than any before; the answer its JPEG, or nil after the day's last one.
typealias StudioArtist = Worker<Int, Result<JPEG?, KioskError>>

extension StudioArtist {
    /// Begins a day; nothing is drawn before it is ordered.
    convenience init(_ day: StudioDay) {
        self.init(
            "studio",
            opening: { () throws(KioskError) in StudioDesk(day: day, codec: try JPEGCodec()) },
            refusing: { .failure($0) },
            answering: { desk, index in
                Result { () throws(KioskError) in try desk.draw(index) }
            })
    }
}

/// What the artist draws with.
private struct StudioDesk: ~Copyable {
    var day: StudioDay
    let codec: JPEGCodec
    private var done = 0

    /// The quality of a good webcam's own JPEGs.
    private static let quality = 92

    init(day: StudioDay, codec: consuming JPEGCodec) {
        self.day = day
        self.codec = codec
    }

    mutating func draw(_ index: Int) throws(KioskError) -> JPEG? {
        while done < index, day.skip() { done += 1 }
        guard done == index, let picture = day.next() else { return nil }
        done += 1
        return try codec.encode(picture.photo, quality: Self.quality, subsampling: .half)
    }
}
