"""The hand-over's disc in the guest's optical drive."""
import os

from lab import camera
from lab.lab import kiosk
from lab.report import case, expect


def write_disc(lab):
    """A day's disc, made on the host."""
    path, data = lab.folder + "/day.iso", lab.folder + "/day"
    if os.path.exists(path):
        return path
    settings = lab.folder + "/kiosk.conf"
    with open(settings, "w") as file:
        file.write("[booth]\ncode_gone = 0.1\nready_for = 0.1\n"
                   "stored_shown = 0.0\n")
    common = ["--data", data, "--config", settings]
    day = ["--camera", lab.picture("day.mjpeg"), "--fps", "0", "--session", "day"]
    for command in (["run", "--auto", "--screen", "none", *day, *common],
                    ["export", "day", "-o", path, *common]):
        ended = kiosk(*command)
        expect(ended.returncode == 0, ended.stderr)
    return path


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
    guest = lab.boot(disc=write_disc(lab))
    try:
        insert(guest)
        rock_ridge, joliet = checked(guest, ""), checked(guest, ",norock")
        expect(rock_ridge == joliet, rock_ridge, joliet)
        verified = guest.run("kiosk verify /dev/sr0")
        expect(verified.status == 0, verified)
    finally:
        guest.close()
