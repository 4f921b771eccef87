"""A student's sitting before the USB camera, from the code to the disc."""
from lab import camera, counter
from lab.report import case, expect


def sit(guest, index):
    """Shows a student's phone, the empty chair, the pose, each until the counter has seen it."""
    steps = [(f"code{index}", "code read"), ("empty", "sit down"), (f"pose{index}", "stored as")]
    for picture, said in steps:
        camera.tell(guest, f"show /pictures/{picture}")
        guest.until_text("sitting.err", said, 90)


@case("phone, chair, pose before the USB camera: stored; the disc's checksums hold in the kernel")
def whole(lab):
    guest = camera.webcam(lab)
    process = counter.open_counter(
        guest, "sitting", "--camera /dev/video0 --session day --data /tmp/sitting")
    sit(guest, 0)
    guest.stop(process)
    expect(counter.stored(guest, "day", "/tmp/sitting") == [1])
    guest.ok("cd /tmp; kiosk export day --data /tmp/sitting -o day.iso")
    guest.ok("modprobe loop; modprobe isofs; mount -o loop,ro -t iso9660 /tmp/day.iso /mnt")
    sums = guest.run("cd /mnt; sha256sum -c SHA256SUMS")
    portraits = guest.ok("find /mnt -name '*.jpg' | wc -l")
    guest.ok("umount /mnt")
    expect(sums.status == 0 and "FAILED" not in sums.out, sums)
    expect(int(portraits) >= 1, portraits)
