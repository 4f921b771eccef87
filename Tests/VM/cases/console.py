"""The counter on a bare console: no desktop, a graphics card and a keyboard."""
import os

from lab import counter
from lab.display import Display
from lab.report import case

# A user who may use display and keyboard: of the groups video, input and render.
USER = "/usr/bin/setpriv --reuid 1000 --regid 1000 --groups 44,105,106"
# The colours of screen/design: the card of paper, the banner of the end of the day.
PAPER, INFO = (0xFA, 0xFA, 0xF6), (0x60, 0xB4, 0xFF)


def ready(lab):
    """A guest with a display, whose devices udev has named."""
    guest = lab.boot(display=True)
    guest.ok("modprobe virtio_gpu; modprobe virtio_input; modprobe evdev")
    guest.ok("/usr/lib/systemd/systemd-udevd --daemon; udevadm trigger --action=add; udevadm settle")
    guest.ok("ls /dev/dri/card0 /dev/input/event0")
    return guest


def shown(display, colour, share):
    """Whether so much of the display has a colour."""
    return lambda: display.picture().share(colour) > share


def is_gone(display):
    """Whether neither card nor banner is there."""
    return lambda: all(display.picture().share(colour) < 0.02 for colour in (PAPER, INFO))


@case("on a bare console an ordinary user's counter shows its picture, and every key does what it says")
def console(lab):
    guest = ready(lab)
    display = Display(guest)
    guest.ok("mkfifo /tmp/camera")
    feeder = guest.start(
        "feeder", "sh -c 'while cat /pictures/empty*; do sleep 0.1; done >/tmp/camera'")
    process = counter.open_counter(
        guest, "console", "--camera /tmp/camera --session console --data /tmp/console",
        before=USER, screen="window", auto="")
    try:
        guest.until_text("console.err", "session console", 60)
        keep = os.environ.get("KIOSK_VM_PICTURES")
        guest.until(lambda: len(set(display.picture().pixels[::999])) > 20, "a picture", 120)
        for key, colour, what in [
            ("g", PAPER, "the guide"), ("esc", None, ""), ("t", INFO, "the settings"),
            ("esc", None, ""), ("q", INFO, "the evening"),
        ]:
            display.press(key)
            if colour:
                guest.until(shown(display, colour, 0.08), what, 60)
            else:
                guest.until(is_gone(display), "what was open is left", 60)
            if keep:
                display.picture(f"{keep}/console-{key}.ppm")
        display.press("1")
        guest.until(lambda: guest.run(f"kill -0 {process}").status, "the end of the day", 60)
    finally:
        guest.run(f"kill {feeder} {process}; sleep 1; kill -9 {process}")
        display.close()
        guest.close()
