"""The counter on a bare console: no desktop, a graphics card and a keyboard."""
import os

from lab import counter
from lab.display import Display
from lab.report import case, expect, remark

# The colours of screen/design: the card of paper, the banner of the end of the day.
PAPER, INFO = (0xFA, 0xFA, 0xF6), (0x60, 0xB4, 0xFF)


def ready(lab):
    """A guest with a display, whose devices udev has named."""
    guest = lab.boot(display=True)
    guest.ok("modprobe virtio_gpu; modprobe virtio_input; modprobe evdev")
    guest.ok("/usr/lib/systemd/systemd-udevd --daemon; udevadm trigger; udevadm settle")
    guest.ok("ls /dev/dri/card0 /dev/input/event0")
    return guest


def shown(display, colour, share):
    """Whether so much of the display has a colour."""
    return lambda: display.picture().share(colour) > share


@case("on a bare console the counter shows its picture, and every key does what it says")
def console(lab):
    guest = ready(lab)
    display = Display(guest)
    process = counter.open_counter(
        guest, "console", "--camera studio:3:20 --session console --data /tmp/console",
        before="SDL_VIDEODRIVER=kmsdrm", screen="window")
    try:
        guest.until_text("console.err", "session console", 60)
        keep = os.environ.get("KIOSK_VM_PICTURES")
        guest.until(lambda: len(set(display.picture().pixels[::999])) > 20, "a picture", 120)
        for key, colour, share, what in [
            ("g", PAPER, 0.3, "the guide"), ("esc", None, 0, ""), ("q", INFO, 0.05, "the evening"),
        ]:
            display.press(key)
            if colour:
                guest.until(shown(display, colour, share), what, 60)
            if keep:
                display.picture(f"{keep}/console-{key}.ppm")
    finally:
        guest.run(f"kill {process}; sleep 1; kill -9 {process}")
        display.close()
        guest.close()
