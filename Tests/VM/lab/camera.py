"""The webcam of the guest, and what `kiosk-lab frames` says of a camera."""
import hashlib
import re

from .guest import Failed

FRAME = re.compile(
    r"frame (\d+) t=([\d.]+) bytes=(\d+) sha256=([0-9a-f]{16})(?: picture=(\S+))?")


class Frames:
    """The lines of `kiosk-lab frames`."""

    def __init__(self, text):
        self.text = text
        found = FRAME.findall(text)
        self.sequences = [int(frame[0]) for frame in found]
        self.times = [float(frame[1]) for frame in found]
        self.sizes = [int(frame[2]) for frame in found]
        self.sums = [frame[3] for frame in found]
        self.pictures = [frame[4] for frame in found]
        error = re.search(r"^error (\S+)", text, re.M)
        self.error = error.group(1) if error else None

    def __str__(self):
        """The first and last lines, and all that are no ordinary frame."""
        lines = self.text.splitlines()
        usual = max(set(self.sums), key=self.sums.count, default="none")
        shown = [line for index, line in enumerate(lines)
                 if index < 4 or index >= len(lines) - 3 or usual not in line]
        return "\n".join(shown[:40])

    def come_in_order(self):
        """Whether sequence and time only grow; frames may be missing, emulation is slow."""
        return rises(self.sequences) and rises(self.times)

    def gaps(self):
        return sum(b - a - 1 for a, b in zip(self.sequences, self.sequences[1:]))


def rises(numbers):
    return all(first < second for first, second in zip(numbers, numbers[1:]))


def frames(guest, device, options, seconds=60):
    """Reads frames to the end."""
    return Frames(guest.run(f"kiosk-lab frames {device} {options}", seconds).out)


def summed(data):
    return hashlib.sha256(data).hexdigest()[:16]


def file_sum(path):
    with open(path, "rb") as file:
        return summed(file.read())


def plug_in(guest, picture="/pictures/pose0", options="", uvcvideo=""):
    """Starts the webcam and waits for its node."""
    guest.ok(f"modprobe vhci_hcd; modprobe uvcvideo {uvcvideo}; rm -f /tmp/webcam; mkfifo /tmp/webcam")
    guest.start("webcam", f"webcam /tmp/webcam {picture} {options}")
    wait_for_node(guest, "/dev/video0")


def wait_for_node(guest, path):
    ended = guest.run(
        f"n=0; until [ -e {path} ] || [ $n = 200 ]; do sleep 0.1; n=$((n+1)); done; [ -e {path} ]")
    if ended.status:
        raise Failed(f"no {path}\n{guest.text('webcam.out')}{guest.run('dmesg | tail -20').out}")


def wait_for_no_node(guest, path):
    ended = guest.run(
        f"n=0; while [ -e {path} ] && [ $n != 200 ]; do sleep 0.1; n=$((n+1)); done; [ ! -e {path} ]")
    if ended.status:
        raise Failed(f"{path} is still there")


def tell(guest, *commands):
    """Commands to the webcam, one after the other."""
    for command in commands:
        guest.ok(f"echo '{command}' >/tmp/webcam")


def webcam(lab):
    """The shared guest with the webcam plugged in, showing the first student."""
    guest = lab.guest("webcam", plug_in)
    tell(guest, "thaw", "plug", "show /pictures/pose0")
    wait_for_node(guest, "/dev/video0")
    return guest


def vivid(lab):
    """The shared guest with the kernel's virtual camera; its picture stands still."""
    return lab.guest("vivid", load_vivid)


def load_vivid(guest, options=""):
    guest.ok(
        "modprobe vivid n_devs=1 num_inputs=1 input_types=0 num_outputs=0 node_types=0x1 "
        + options)
    wait_for_node(guest, "/dev/video0")
    guest.ok("v4l2-ctl -d0 -c osd_text_mode=2")
