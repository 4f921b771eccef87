"""A student's sitting before the USB camera, from the code to the disc."""
import re

from lab import camera, counter
from lab.report import case, expect


def sit(guest, index, name="sitting"):
    """Shows a student's phone, the empty chair, the pose, each until the counter has seen it."""
    steps = [(f"code{index}", "code read"), ("empty", "sit down"), (f"pose{index}", "stored as")]
    for picture, said in steps:
        camera.tell(guest, f"show /pictures/{picture}")
        guest.until_text(f"{name}.err", said, 90)


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


def portrait_of(guest, name, afterwards=lambda: None):
    """Has the first student sit; the checksum of the portrait on the disc, and damaged frames."""
    process = counter.open_counter(
        guest, name, f"--camera /dev/video0 --session {name} --data /tmp/{name}")
    sit(guest, 0, name)
    afterwards()
    guest.stop(process)
    guest.ok(f"cd /tmp; kiosk export {name} --data /tmp/{name} -o {name}.iso")
    guest.ok(f"cd /tmp; kiosk verify {name}.iso")
    guest.ok(f"modprobe loop; modprobe isofs; mount -o loop,ro -t iso9660 /tmp/{name}.iso /mnt")
    portrait = guest.ok("cat $(find /mnt -name '*.jpg') | sha256sum")
    guest.ok("umount /mnt")
    counts = re.findall(r'"damaged":(\d+)', guest.ok(f"cat /tmp/{name}/*.log"))
    return portrait, int(counts[-1])


def all_damaged(guest):
    """Every frame loses bytes until the counter has said so: a sitting alone sees few frames."""
    camera.tell(guest, "lose 1 700")
    guest.until_text("lossy.err", "all arrive damaged", 90)


@case("bytes lost inside frames, and no end markers: the whole camera's portrait; damage is counted")
def lossy(lab):
    guest = camera.webcam(lab)
    portrait, damaged = portrait_of(guest, "whole")
    expect(damaged == 0, damaged)
    camera.tell(guest, "unended", "lose 3 700")
    try:
        lossy_portrait, lossy_damaged = portrait_of(guest, "lossy", lambda: all_damaged(guest))
    finally:
        camera.tell(guest, "ended", "lose 0 0")
    expect(lossy_portrait == portrait, portrait, lossy_portrait)
    expect(lossy_damaged > 0, "no damaged frame was counted")
