"""The hand-over onto a stick, by the kernel's own drivers."""
import shutil
import subprocess

from lab import day
from lab.report import case, expect

# As desktops mount them.
OPTIONS = {"vfat": "utf8=1,shortname=mixed", "exfat": "iocharset=utf8"}


def make(lab, kind, size):
    """A stick of so many bytes, freshly formatted."""
    path = f"{lab.folder}/{kind}.stick"
    with open(path, "wb") as file:
        file.truncate(size)
    subprocess.run([f"/sbin/mkfs.{kind}", path], check=True, capture_output=True)
    return path


def check(kind, path):
    """What the checker of that file system finds on a stick that was taken out."""
    checked = subprocess.run([f"/sbin/fsck.{kind}", "-n", path], capture_output=True, text=True)
    expect(checked.returncode == 0, kind, checked.stdout, checked.stderr)


def plug(lab, kind, size):
    """A guest with the day's session and that stick at /mnt, and the stick's file."""
    path = make(lab, kind, size)
    guest = lab.boot(disk=path)
    shutil.copytree(day.data(lab), guest.out + "/data")
    guest.ok("cp -r /out/data /tmp/data")
    guest.ok(f"modprobe {kind}; mount -t {kind} -o {OPTIONS[kind]} /dev/vdb /mnt")
    return guest, path


def export(guest, name, *more):
    return guest.run(f"kiosk export day --data /tmp/data -o /mnt/{name} {' '.join(more)}", 120)


def names(guest):
    return sorted(guest.ok("ls -A /mnt").split())


def written(guest, name, *form):
    """An export is whole on the stick, says that the stick is open to all, and replaces nothing
    unasked."""
    first = export(guest, name, *form)
    expect(first.status == 0 and "keeps no permissions" in first.out + first.errors, first)
    expect(export(guest, name, *form).status == 73)
    verified = guest.run(f"kiosk verify /mnt/{name}")
    expect(verified.status == 0, verified)


def replug(guest, kind):
    guest.ok(f"umount /mnt; mount -t {kind} -o ro,{OPTIONS[kind]} /dev/vdb /mnt")


def on_a_stick(lab, kind):
    guest, path = plug(lab, kind, 64 << 20)
    try:
        written(guest, "day.iso")
        written(guest, "day", "--format", "folder")
        expect(export(guest, "day.iso", "--force").status == 0)
        expect(names(guest) == ["day", "day.iso"], names(guest))
        replug(guest, kind)
        for name in ("day", "day.iso"):
            verified = guest.run(f"kiosk verify /mnt/{name}")
            expect(verified.status == 0, verified)
        guest.ok("umount /mnt")
    finally:
        guest.close()
    check(kind, path)


@case("a stick with FAT: image and folder are whole after it was out, and nothing else is on it")
def fat(lab):
    on_a_stick(lab, "vfat")


@case("a stick with exFAT: image and folder are whole after it was out, and nothing else is on it")
def exfat(lab):
    on_a_stick(lab, "exfat")


def on_a_full_stick(lab, kind):
    guest, path = plug(lab, kind, 64 << 20)
    try:
        written(guest, "first.iso")
        guest.run("dd if=/dev/zero of=/mnt/films bs=1M; dd if=/dev/zero of=/mnt/more bs=1k")
        before = names(guest)
        for more in (["second.iso"], ["second", "--format", "folder"], ["first.iso", "--force"]):
            full = export(guest, *more)
            expect(full.status == 74 and "full" in full.errors, full)
        expect(names(guest) == before, names(guest))
        expect(guest.run("kiosk verify /mnt/first.iso").status == 0)
        guest.ok("umount /mnt")
    finally:
        guest.close()
    check(kind, path)


@case("a full stick, FAT and exFAT: an export says so, leaves nothing, and what was there is whole")
def full(lab):
    for kind in OPTIONS:
        on_a_full_stick(lab, kind)
