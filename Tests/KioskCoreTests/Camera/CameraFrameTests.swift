import TestSupport
import Testing

@testable import KioskCore

struct CameraFrameTests {
    private static let size = Size(width: 64, height: 32)

    /// The least of a JPEG that has a frame header.
    private static func jpeg(_ size: Size) -> [UInt8] {
        [
            0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xC0, 0, 8, 8, 0, UInt8(size.height), 0,
            UInt8(size.width), 3, 0, 0,
        ]
    }

    private static func fault(_ format: FourCC, _ bytes: [UInt8]) -> FrameCheck.Fault? {
        let layout = FrameLayout(format: format, size: size, stride: 128, encoding: .camera)
        return bytes.withUnsafeBytes { FrameCheck(layout)?.fault(in: $0) }
    }

    @Test("an empty, a short and a foreign frame are told from a whole one")
    func faults() {
        let whole = Self.jpeg(Self.size)
        #expect(Self.fault(.motionJPEG, whole) == nil)
        #expect(Self.fault(.motionJPEG, []) == .empty)
        #expect(Self.fault(.motionJPEG, [0, 1, 2, 3, 4, 5]) == .foreign)
        #expect(Self.fault(.motionJPEG, Self.jpeg(Size(width: 32, height: 32))) == .foreign)
        #expect(Self.fault(.jpeg, Self.jpeg(Size(width: 32, height: 32))) == .foreign)
        #expect(Self.fault(.yuyv, [UInt8](repeating: 0, count: 4096)) == nil)
        #expect(Self.fault(.yuyv, [UInt8](repeating: 0, count: 4095)) == .short)
        #expect(Self.fault(.yuyv, []) == .empty)
        let lie = FrameLayout(format: .yuyv, size: Self.size, stride: 64, encoding: .camera)
        #expect(FrameCheck(lie) == nil, "a row of 128 bytes every 64")
        #expect(Self.fault(FourCC("BA81"), [UInt8](repeating: 0, count: 2047)) == .short)
        #expect(Self.fault(FourCC("BA81"), [UInt8](repeating: 0, count: 2048)) == nil)
    }

    @Test("a JPEG's size is read without a copy, and damaged ones are never read past their end")
    func jpegSize() {
        let whole = Self.jpeg(Self.size)
        #expect(whole.withUnsafeBytes { JPEGHeader.size(in: $0) } == Self.size)
        var dice = Dice(8)
        for _ in 0..<20_000 {
            _ = dice.damaged(whole).withUnsafeBytes { JPEGHeader.size(in: $0) }
        }
    }

    private static func framesUntilSettled(_ means: [Double?], rate: Double = 30) -> Int? {
        var settling = Settling()
        return means.enumerated().first { index, mean in
            settling.isOver(mean: mean, at: FrameTime(seconds: 7 + Double(index) / rate))
        }?.offset
    }

    @Test("frames count once the brightness rests, never the first three, and at last in any case")
    func settling() {
        #expect(Self.framesUntilSettled([Double](repeating: 120, count: 30)) == 3)
        #expect(Self.framesUntilSettled([0, 10, 40, 80, 100, 118, 119, 120, 120]) == 7)
        #expect(Self.framesUntilSettled([nil, nil, 0, 0, 60, 61, 62, 62]) == 6)
        let flicker = (0..<60).map { Double($0 % 2) * 90 }
        #expect(Self.framesUntilSettled(flicker) == 45)
        #expect(Self.framesUntilSettled([Double?](repeating: nil, count: 60)) == 45)
    }

    @Test("a lost camera is looked for at once, then less and less often, then every two seconds")
    func backOff() {
        var backOff = BackOff()
        #expect((0..<6).map { _ in backOff.next() } == [0.25, 0.5, 1, 2, 2, 2])
    }

    @Test(
        "a script of faults is read line by line, and anything else is none",
        arguments: [
            ("", 0), ("12 unplug 2.5 # a foot\n\n30 error\n31 empty\n32 short 40\n40 silent 3", 5),
            ("unplug 3", nil), ("1 unplug", nil), ("1 short 101", nil), ("-1 error", nil),
            ("1 error 3", nil), ("1 dance", nil), ("1 unplug nan", nil), ("1 2 3 4", nil),
        ])
    func script(text: String, count: Int?) {
        #expect(FaultScript(parsing: text)?.faults.count == count)
        var dice = Dice(9)
        for _ in 0..<200 {
            _ = FaultScript(
                parsing: String(decoding: dice.damaged(Array(text.utf8)), as: UTF8.self))
        }
    }
}
