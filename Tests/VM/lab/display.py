"""The guest's display and keyboard, as QEMU's monitor sees them."""
import os
import socket


class Picture:
    """What a display shows: rows of RGB bytes."""

    def __init__(self, path):
        with open(path, "rb") as file:
            data = file.read()
        kind, sides, depth, self.pixels = data.split(b"\n", 3)
        assert (kind, depth) == (b"P6", b"255"), (kind, depth)
        self.width, self.height = (int(side) for side in sides.split())

    def share(self, near, within=12):
        """How much of it is of about that colour."""
        pixels = self.pixels
        found = sum(
            all(abs(pixels[at + i] - near[i]) <= within for i in range(3))
            for at in range(0, len(pixels), 3 * 7))  # every seventh: a share needs no more
        return found / max(1, len(range(0, len(pixels), 3 * 7)))


class Display:
    """Of a guest that was booted with one."""

    def __init__(self, guest):
        self._guest = guest
        self._line = socket.socket(socket.AF_UNIX)
        self._line.connect(guest.folder + "/monitor")
        self._line.settimeout(10)
        self._answer()

    def _answer(self):
        said = b""
        while b"(qemu) " not in said:
            said += self._line.recv(4096)
        return said

    def _say(self, command):
        self._line.sendall(command.encode() + b"\n")
        return self._answer()

    def press(self, *names):
        """Presses keys, by QEMU's names: `g`, `f2`, `esc`, `ret`, `spc`."""
        for name in names:
            self._say(f"sendkey {name}")

    def picture(self, keep=None):
        """What the display shows; kept as a PPM file where a path is given."""
        path = keep or self._guest.folder + "/screen.ppm"
        self._say(f"screendump {path}")
        picture = Picture(path)
        if not keep:
            os.remove(path)
        return picture

    def close(self):
        self._line.close()
