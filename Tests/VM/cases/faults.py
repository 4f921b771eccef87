"""What goes wrong between a camera and the counter, made by real drivers."""
import re

from lab import camera
from lab.report import case, expect

MJPG = "--format MJPG"
RAW = ""


def reading(guest, count=60, options=MJPG):
    """Frames that are being read, eight of them already."""
    guest.start("frames", f"kiosk-lab frames /dev/video0 --size 640x480 --count {count} {options}")
    guest.until(lambda: guest.text("frames.out").count("frame ") >= 8, "eight frames")


def read_to_the_end(guest, count=60):
    """Those frames, once all of them or an error has come."""
    def ended():
        text = guest.text("frames.out")
        return text.count("frame ") == count or "error " in text
    guest.until(ended, "the last frame")
    return camera.Frames(guest.text("frames.out"))


def read_on(guest, before):
    """Waits for eight more frames than there were."""
    guest.until(
        lambda: guest.text("frames.out").count("frame ") >= before + 8, "frames going on")


def only_whole(lab, frames, size="640x480"):
    """Whether every frame is a whole picture that was shown."""
    whole = camera.file_sum(lab.picture(f"pose0-{size}.jpg"))
    expect(set(frames.sums) == {whole}, f"whole pictures are {whole}", frames)
    expect(frames.come_in_order() and frames.error is None, frames)


# The USB camera


@case("a camera that another program holds: busy, with that program's name")
def busy_names_the_holder(lab):
    guest = camera.webcam(lab)
    holder = guest.start(
        "holder", "v4l2-ctl -d0 --set-fmt-video=width=640,height=480,pixelformat=MJPG"
        " --stream-mmap --stream-count=100000")
    guest.ok("sleep 1")
    frames = camera.frames(guest, "/dev/video0", "--size 640x480 --count 3")
    guest.stop(holder)
    expect(frames.error == "camera.busy", frames)
    expect("v4l2-ctl" in frames.text, "the holder is not named", frames)


@case("unplugged while it is read: camera.gone; plugged in again it can be opened again")
def unplugged(lab):
    guest = camera.webcam(lab)
    reading(guest, 100000)
    camera.tell(guest, "unplug")
    frames = read_to_the_end(guest, 100000)
    expect(frames.error == "camera.gone", frames)
    missing = camera.frames(guest, "/dev/video0", "--size 640x480")
    expect(missing.error == "camera.missing", missing)
    camera.tell(guest, "plug")
    camera.wait_for_node(guest, "/dev/video0")
    only_whole(lab, camera.frames(guest, "/dev/video0", f"--size 640x480 {MJPG} --count 5"))


@case("unbound from its driver while it is read: camera.gone")
def unbound(lab):
    guest = camera.webcam(lab)
    reading(guest, 100000)
    driver = "/sys/bus/usb/drivers/uvcvideo"
    name = guest.ok(f"cd {driver}; ls -d *:1.0").strip()
    guest.ok(f"echo {name} >{driver}/unbind")
    frames = read_to_the_end(guest, 100000)
    guest.ok(f"echo {name} >{driver}/bind")
    camera.wait_for_node(guest, "/dev/video0")
    expect(frames.error == "camera.gone", frames)


@case("a camera that stops sending: camera.silent; when it sends again it can be opened again")
def frozen(lab):
    guest = camera.webcam(lab)
    reading(guest, 100000)
    camera.tell(guest, "freeze")
    frames = read_to_the_end(guest, 100000)
    expect(frames.error == "camera.silent", frames)
    camera.tell(guest, "thaw")
    only_whole(lab, camera.frames(guest, "/dev/video0", f"--size 640x480 {MJPG} --count 5"))


@case("frames with the error flag never become a picture, and the next one does")
def flagged(lab):
    guest = lab.guest("nodrop", lambda guest: camera.plug_in(guest, uvcvideo="nodrop=1"))
    reading(guest)
    camera.tell(guest, "errbit 3")
    frames = read_to_the_end(guest)
    only_whole(lab, frames)
    expect(frames.gaps() >= 3, "no frame is missing: the driver flagged none", frames)


@case("an empty frame, after a stalled transfer, never becomes a picture, and the next one does")
def empty(lab):
    guest = lab.guest("nodrop", lambda guest: camera.plug_in(guest, uvcvideo="nodrop=1"))
    reading(guest)
    camera.tell(guest, "stall")
    frames = read_to_the_end(guest)
    expect(len(frames.sums) == 60 and frames.error is None, frames)
    expect(set(frames.sums) == {camera.file_sum(lab.picture("pose0-640x480.jpg"))}, frames)


@case("truncated MJPG frames, which no flag tells of, never become a picture, and the next one does")
def truncated(lab):
    guest = camera.webcam(lab)
    reading(guest, options=f"{MJPG} --decode")
    camera.tell(guest, "trunc 3 50")
    frames = read_to_the_end(guest)
    whole = camera.file_sum(lab.picture("pose0-640x480.jpg"))
    expect(frames.error is None and frames.sums[-1] == whole, frames)
    expect(len(set(frames.sums)) > 1 or frames.gaps() >= 3, "none was truncated", frames)
    for summed, picture in zip(frames.sums, frames.pictures):
        expect((summed == whole) == (picture == "640x480"), frames)


# Errors that vivid injects into single calls


def inject(guest, control):
    guest.ok(f"v4l2-ctl -d0 -c {control}")


@case("REQBUFS fails once: not called a wrong format, and the next opening works")
def no_buffers(lab):
    fails_once(camera.vivid(lab), "inject_vidioc_reqbufs_error=0")


@case("STREAMON fails once: not called a wrong format, and the next opening works")
def no_stream(lab):
    fails_once(camera.vivid(lab), "inject_vidioc_streamon_error=0")


def fails_once(guest, control):
    inject(guest, control)
    refused = camera.frames(guest, "/dev/video0", "--size 640x480 --count 3")
    expect(refused.error in (None, "camera.failed"), "the mode was not the fault", refused)
    again = camera.frames(guest, "/dev/video0", "--size 640x480 --count 3")
    expect(len(again.sums) == 3 and again.error is None, again)


@case("QBUF fails once while frames are read: the frames go on")
def buffer_refused(lab):
    guest = camera.vivid(lab)
    reading(guest, 40, RAW)
    inject(guest, "inject_vidioc_qbuf_error=0")
    frames = read_to_the_end(guest, 40)
    expect(frames.error is None and len(frames.sums) == 40, frames)


@case("a fatal streaming error: an error with a code, and the next opening works")
def fatal(lab):
    guest = camera.vivid(lab)
    reading(guest, 100000, RAW)
    inject(guest, "inject_fatal_streaming_error=0")
    frames = read_to_the_end(guest, 100000)
    expect(frames.error in ("camera.failed", "camera.gone"), frames)
    again = camera.frames(guest, "/dev/video0", "--size 640x480 --count 3")
    expect(len(again.sums) == 3 and again.error is None, again)


@case("vivid's error flag on one buffer: that frame is passed over")
def flagged_by_vivid(lab):
    guest = camera.vivid(lab)
    reading(guest, 40, RAW)
    inject(guest, "inject_v4l2_buf_flag_error=0")
    frames = read_to_the_end(guest, 40)
    expect(frames.error is None and len(set(frames.sums)) == 1, frames)
    expect(frames.gaps() >= 1, "no frame is missing: the driver flagged none", frames)


@case("half of the buffers dropped: frames go on, and their sequence tells of the gaps")
def dropped(lab):
    guest = camera.vivid(lab)
    inject(guest, "percentage_of_dropped_buffers=50")
    frames = camera.frames(guest, "/dev/video0", "--size 640x480 --count 25")
    inject(guest, "percentage_of_dropped_buffers=0")
    expect(frames.error is None and len(frames.sums) == 25, frames)
    expect(frames.come_in_order() and frames.gaps() >= 8, frames.gaps(), frames)


@case("vivid's disconnect while it is read: camera.gone, and the next opening works")
def disconnected(lab):
    guest = camera.vivid(lab)
    reading(guest, 100000, RAW)
    inject(guest, "disconnect=0")
    frames = read_to_the_end(guest, 100000)
    expect(frames.error == "camera.gone", frames)
    again = camera.frames(guest, "/dev/video0", "--size 640x480 --count 3")
    expect(len(again.sums) == 3, again)
