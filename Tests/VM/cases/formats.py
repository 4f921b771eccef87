"""Pixel formats through the kernel's virtual camera (vivid), beside another reader's bytes."""
import re

from lab import camera
from lab.report import case, expect


def same_as_v4l2_ctl(guest, fourcc, size="640x480", device="/dev/video0"):
    """The picture stands still, so every frame must be what v4l2-ctl reads in that format."""
    width, height = size.split("x")
    guest.ok(
        f"v4l2-ctl -d {device} --set-fmt-video=width={width},height={height},pixelformat={fourcc}"
        f" --stream-mmap --stream-count=1 --stream-to=/tmp/frame")
    wanted = guest.ok("sha256sum /tmp/frame")[:16]
    frames = camera.frames(guest, device, f"--size {size} --format '{fourcc}' --count 3")
    expect(frames.sums == [wanted] * 3, f"{fourcc}: {wanted}", frames)
    expect(frames.come_in_order(), frames)


@case("YUYV through uvcvideo from a camera that has nothing else: every frame is the file shown")
def uvc_yuyv(lab):
    guest = lab.guest("yuyv", lambda guest: camera.plug_in(guest, options="YUYV"))
    frames = camera.frames(guest, "/dev/video0", "--size 640x480 --count 5")
    expect("open YUYV 640x480 stride=1280" in frames.text, frames)
    wanted = camera.file_sum(lab.picture("pose0-640x480.yuyv"))
    expect(frames.sums == [wanted] * 5, wanted, frames)


@case("YUYV through uvcvideo from a camera that has MJPG too, where YUYV is asked for")
def uvc_yuyv_asked_for(lab):
    guest = camera.webcam(lab)
    frames = camera.frames(guest, "/dev/video0", "--size 640x480 --format YUYV --count 5")
    wanted = camera.file_sum(lab.picture("pose0-640x480.yuyv"))
    expect(frames.sums == [wanted] * 5, wanted, frames)


@case("YUYV through vivid, 640×480 and 1280×720: the bytes that v4l2-ctl reads")
def vivid_yuyv(lab):
    guest = camera.vivid(lab)
    for size in ("640x480", "1280x720"):
        same_as_v4l2_ctl(guest, "YUYV", size)


def format_case(fourcc):
    """A case for a format that the camera must be able to give unchanged."""
    def through_vivid(lab):
        same_as_v4l2_ctl(camera.vivid(lab), fourcc)
    through_vivid.__name__ = "vivid_" + fourcc.lower()
    through_vivid.__module__ = __name__
    case(f"{fourcc} through vivid: the bytes that v4l2-ctl reads")(through_vivid)


for name in ("NV12", "NV21", "YU12", "YV12", "NV16", "UYVY", "YVYU", "GREY", "RGB3", "BGR3", "XR24"):
    format_case(name)


@case("NV12 and YUYV through vivid's multi-planar interface: the bytes that v4l2-ctl reads")
def vivid_multiplanar(lab):
    guest = lab.guest("planes", lambda guest: camera.load_vivid(guest, "multiplanar=2"))
    for fourcc in ("NV12", "YUYV"):
        same_as_v4l2_ctl(guest, fourcc)


@case("formats whose planes lie apart (NM12, NM21, NM16, YM12): the planes one behind the other")
def vivid_planes_apart(lab):
    guest = lab.guest("planes", lambda guest: camera.load_vivid(guest, "multiplanar=2"))
    for fourcc in ("NM12", "NM21", "NM16", "YM12"):
        same_as_v4l2_ctl(guest, fourcc)


@case("a size that the camera does not have is refused with what it has")
def size_refused(lab):
    frames = camera.frames(camera.vivid(lab), "/dev/video0", "--size 642x480")
    expect(frames.error == "camera.format", frames)
    expect(re.search(r"YUYV 1280.720", frames.text), frames)
