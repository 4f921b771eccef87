import KioskIO
import StudioKit
import TestSupport
import Testing

@testable import KioskCore

/// From a phone in view to a sitting.
struct FirstCodeTests {
    private static func frame(_ picture: GrayImage, _ index: Int) -> CapturedFrame {
        let photo = picture.photo
        return CapturedFrame(
            bytes: photo.pixels,
            layout: FrameLayout(
                format: .rgb, size: photo.size, stride: photo.width * 3, encoding: .jfif),
            sequence: index, time: FrameTime(seconds: Double(index) / 15))
    }

    @Test("a plain code opens the sitting at its second frame, whichever look's turn it is")
    func second() throws {
        let card = CodeCard(seed: 7, index: 1)
        let room = GrayImage(size: Size(width: 700, height: 700)) { $0.update(repeating: 90) }
        for earlier in 0..<14 {
            var desk = try AnalystDesk(rule: .chsi)
            var booth = Booth(settings: BoothSettings())
            for index in 0..<earlier + 2 {
                let picture = index < earlier ? room : card.picture(scale: 1.2)
                let seen = try Self.frame(picture, index).withFrame {
                    try desk.observe($0, booth.interest)
                }
                _ = booth.step(.observed(seen), at: seen.time)
                #expect((booth.sitting == nil) == (index < earlier + 1), "frame \(index - earlier)")
            }
            #expect(booth.sitting?.code.bytes == card.bytes)
        }
    }
}
