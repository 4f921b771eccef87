"""The hand-over's disc in the guest's optical drive."""
from lab import camera, day
from lab.report import case, expect


def insert(guest):
    guest.ok("modprobe ahci; modprobe sr_mod; modprobe isofs")
    camera.wait_for_node(guest, "/dev/sr0")


def checked(guest, options):
    """Mounts the disc and checks every file by the list on it."""
    guest.ok(f"mount -t iso9660 -o ro{options} /dev/sr0 /mnt")
    sums = guest.run("cd /mnt; sha256sum -c SHA256SUMS")
    files = guest.ok("cd /mnt; find . -type f | sort")
    guest.ok("umount /mnt")
    expect(sums.status == 0 and "FAILED" not in sums.out, sums)
    expect(files.count(".jpg") >= 3, files)
    return files


@case("a day's disc in the drive: the kernel reads the same names both ways, and the checksums hold")
def mounted(lab):
    guest = lab.boot(disc=day.disc(lab))
    try:
        insert(guest)
        rock_ridge, joliet = checked(guest, ",iocharset=utf8"), checked(guest, ",norock,iocharset=utf8")
        expect(rock_ridge == joliet, rock_ridge, joliet)
        expect("按班级/计算机科学与技术2201班/计算机科学与技术2201班+" in joliet, joliet)
        verified = guest.run("kiosk verify /dev/sr0")
        expect(verified.status == 0, verified)
    finally:
        guest.close()
