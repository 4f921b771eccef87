"""A camera's controls, and what `kiosk cameras` says of them, on the kernel's virtual camera."""
import json

from lab import camera, counter
from lab.report import case, expect

CONFIG = "/tmp/controls.conf"


def value(guest, *names):
    """The controls' present values, by v4l2-ctl's names."""
    out = guest.ok(f"v4l2-ctl -d0 -C {','.join(names)}")
    return [int(line.split(":")[1].split()[0]) for line in out.splitlines()]


def configure(guest, text):
    guest.ok(f"cat >{CONFIG} <<'END'\n{counter.SETTINGS}{text}\nEND")


def run(guest, seconds=30):
    """A counter that has to end by itself."""
    return guest.run(
        f"kiosk run --auto --screen none --config {CONFIG} --camera /dev/video0 --session c"
        " --data /tmp/controls", seconds)


@case("cameras lists formats, sizes, rates and controls, and the mode that would be taken")
def listed(lab):
    guest = camera.vivid(lab)
    text = guest.ok("kiosk cameras --config /dev/null")
    expect("/dev/video0" in text and "vivid" in text, text)
    expect("→ NV12 1280x720 12.5/s" in text, text)
    expect("brightness = " in text and "[0 … 255]" in text, text)
    cameras = json.loads(guest.ok("kiosk cameras --json --config /dev/null"))["cameras"]
    expect(len(cameras) == 1 and len(cameras[0]["modes"]) > 100, cameras[0]["modes"][:3])
    names = {control["name"] for control in cameras[0]["controls"]}
    expect({"brightness", "contrast", "gain", "hue"} <= names, names)


@case("controls are set while the counter runs, automatic modes first, and restored at its end")
def restored(lab):
    guest = camera.vivid(lab)
    guest.ok("v4l2-ctl -d0 -c gain_automatic=1 -c brightness=128 -c contrast=120")
    configure(guest, "[camera.controls]\ngain = 77\ncontrast = 99\n[camera.scan]\nbrightness = 40")
    process = guest.start(
        "controls", f"kiosk run --auto --screen none --config {CONFIG} --camera /dev/video0"
        " --session c --data /tmp/controls")
    guest.until_text("controls.err", "Please show your code", 30)
    during = value(guest, "gain_automatic", "gain", "contrast", "brightness")
    guest.run(f"kill {process}; sleep 2")
    after = value(guest, "gain_automatic", "contrast", "brightness")
    expect(during == [0, 77, 99, 40], during)
    expect(after == [1, 120, 128], after)


@case("a control that the camera does not have, or a value it does not take, is named by its line")
def refused(lab):
    guest = camera.vivid(lab)
    configure(guest, "[camera.controls]\nbrightnes = 9")
    unknown = run(guest)
    expect(unknown.status == 78 and "camera.control" in unknown.errors, unknown)
    expect("brightness" in unknown.errors and "controls.conf:" in unknown.errors, unknown)
    configure(guest, "[camera.controls]\nbrightness = 999")
    outside = run(guest)
    expect(outside.status == 78 and "0 … 255" in outside.errors, outside)


@case("a compressed format without a decoder, and a mode too small for a portrait, are refused by name")
def modes_refused(lab):
    guest = camera.vivid(lab)
    configure(guest, "")
    guest.ok(f"sed -i 's/^width.*/format = \"H264\"/; /^height/d' {CONFIG}")
    compressed = run(guest)
    expect(compressed.status == 69 and "camera.compressed" in compressed.errors, compressed)
    configure(guest, "")
    guest.ok(f"sed -i 's/^width.*/width = 640/; s/^height.*/height = 480/' {CONFIG}")
    small = run(guest)
    expect(small.status == 69 and "camera.small" in small.errors, small)
