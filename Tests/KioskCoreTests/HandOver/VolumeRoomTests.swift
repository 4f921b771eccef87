import KioskCore
import Testing

struct VolumeRoomTests {
    private static let fourGiB: UInt64 = 4_294_967_296

    @Test(
        "a FAT stick takes no file of four GiB, and a folder of any size",
        arguments: [
            (fourGiB - 1, true, true, nil), (fourGiB, true, true, .discLarge),
            (fourGiB, true, false, nil), (fourGiB, false, true, nil),
        ] as [(UInt64, Bool, Bool, KioskError.Code?)])
    func longest(_ bytes: UInt64, _ isFAT: Bool, _ isOneFile: Bool, _ lack: KioskError.Code?) {
        let room = VolumeRoom(free: .max, isFAT: isFAT)
        #expect(room.lack(of: bytes, isOneFile: isOneFile) == lack)
    }

    @Test(
        "what has no room is told before the first byte, to the byte",
        arguments: [
            (100, 100, nil), (100, 101, .diskFull), (0, 0, nil), (nil, .max, nil),
        ] as [(UInt64?, UInt64, KioskError.Code?)])
    func free(_ free: UInt64?, _ bytes: UInt64, _ lack: KioskError.Code?) {
        for (isFAT, isOneFile) in [(false, true), (false, false), (true, false)] {
            let room = VolumeRoom(free: free, isFAT: isFAT)
            #expect(room.lack(of: bytes, isOneFile: isOneFile) == lack)
        }
    }

    @Test("a file too long for a FAT stick is said to be so even where the stick is full as well")
    func both() {
        let room = VolumeRoom(free: 0, isFAT: true)
        #expect(room.lack(of: Self.fourGiB, isOneFile: true) == .discLarge)
    }
}
