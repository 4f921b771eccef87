import Dispatch
import Foundation
import KioskCore
import KioskIO
import StudioKit
import Synchronization

/// Draws a studio's day and encodes its pictures on a thread of its own, one picture ahead of
/// whoever takes them: drawing and looking then share the machine's cores.
final class StudioArtist: Sendable {
    /// The JPEG of a picture, or nil after the day's last one.
    typealias Drawn = Result<JPEG?, KioskError>

    private let wanted = Mutex<Int?>(nil)
    private let orders = DispatchSemaphore(value: 0)
    private let drawn = Mutex<Drawn?>(nil)
    private let deliveries = DispatchSemaphore(value: 0)

    /// The quality of a good webcam's own JPEGs.
    private static let quality = 92

    /// Begins a day; nothing is drawn before it is ordered.
    init(_ day: StudioDay) {
        let thread = Thread { [self] in work(day) }
        thread.name = "studio"
        thread.stackSize = 8 << 20
        thread.start()
    }

    /// Orders the picture of that index, higher than any before.
    func order(_ index: Int) {
        wanted.withLock { $0 = index }
        orders.signal()
    }

    /// Waits for the picture that was ordered.
    func deliver() throws(KioskError) -> JPEG? {
        deliveries.wait()
        return try drawn.withLock { $0.take() }?.get()
    }

    /// Lets the thread end. Only when nothing is on order.
    func stop() { orders.signal() }

    private func work(_ day: StudioDay) {
        var day = day
        var done = 0
        while true {
            orders.wait()
            guard let index = wanted.withLock({ $0.take() }) else { return }
            let result = Self.draw(index, &day, &done)
            drawn.withLock { $0 = result }
            deliveries.signal()
        }
    }

    private static func draw(_ index: Int, _ day: inout StudioDay, _ done: inout Int) -> Drawn {
        while done < index, day.skip() { done += 1 }
        guard done == index, let picture = day.next() else { return .success(nil) }
        done += 1
        do throws(KioskError) {
            return .success(
                try JPEGCodec().encode(picture.photo, quality: quality, subsampling: .half))
        } catch {
            return .failure(error)
        }
    }
}
