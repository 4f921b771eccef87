import TestSupport
import Testing

@testable import KioskCore

struct MountTableTests {
    private static let mountinfo = """
        22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/root rw
        24 22 0:5 / /proc rw shared:2 - proc proc rw
        26 22 0:20 / /run rw shared:3 - tmpfs tmpfs rw
        30 22 8:1 / /media/op/KING\\040STON rw shared:4 - vfat /dev/sdb1 rw
        31 22 8:2 / /mnt/disc rw - ext4 /dev/sdc1 rw
        """
    private static let fstab = """
        # <file system> <mount point> <type>
        /dev/root / ext4 defaults 0 1
        UUID=1 /srv/stick vfat noauto 0 0
        UUID=2\t/mnt/disc\text4 defaults 0 0
          # UUID=3 /srv/commented vfat
        /swapfile none swap sw 0 0
        """
    private static let table = MountTable(mountinfo: mountinfo, fstab: fstab)

    @Test(
        "a path on a medium that is not there names the place that is missing",
        arguments: [
            ("/home/op/discs", nil), ("/media/op/KING STON/discs", nil),
            ("/media/op/OTHER/discs", "/media/op"), ("/media/usb0", "/media/usb0"),
            ("/run/media/op/X/a.iso", "/run/media/op"), ("/run/kiosk/discs", nil),
            ("/srv/stick/2026/discs", "/srv/stick"), ("/srv/sticks", nil), ("/srv/other", nil),
            ("/srv/commented/discs", nil), ("/mnt/disc/out", nil), ("/mnt/gone/out", "/mnt/gone"),
            ("/mnt/plain/out", nil), ("/", nil), ("/media", nil), ("/swapfile", nil),
        ] as [(String, String?)])
    func missing(path: String, place: String?) {
        #expect(Self.table.missing(for: path) { $0 != "/mnt/plain" } == place)
    }

    @Test("a path's file system is the nearest that is mounted above it")
    func mountPoint() {
        #expect(Self.table.mountPoint(of: "/media/op/KING STON/a/b") == "/media/op/KING STON")
        #expect(Self.table.mountPoint(of: "/media/op") == "/")
        #expect(Self.table.mountPoint(of: "/run/media/x") == "/run")
    }

    @Test("any table gives an answer")
    func fuzz() {
        var dice = Dice(17)
        for _ in 0..<3_000 {
            let table = MountTable(
                mountinfo: String(
                    decoding: dice.damaged(Array(Self.mountinfo.utf8)), as: UTF8.self),
                fstab: String(decoding: dice.damaged(Array(Self.fstab.utf8)), as: UTF8.self))
            #expect(table.mountPoint(of: "/media/op/a").hasPrefix("/"))
            _ = table.missing(for: "/media/op/a/b") { _ in true }
        }
    }
}
