"""Frames through the kernel's own USB video driver, byte by byte."""
from lab import camera
from lab.report import case, expect


def shows_both(lab, size, end, options=""):
    """Reads frames while the webcam changes from one picture to the other."""
    guest = camera.webcam(lab)
    camera.tell(guest, "show /pictures/pose0")
    guest.start("frames", f"kiosk-lab frames /dev/video0 --size {size} --format MJPG --count 40 {options}")
    guest.until(lambda: guest.text("frames.out").count("frame ") > 8, "eight frames")
    camera.tell(guest, "show /pictures/pose1")
    guest.until(lambda: guest.text("frames.out").count("frame ") == 40, "all frames")
    frames = camera.Frames(guest.text("frames.out"))
    sums = [camera.file_sum(lab.picture(f"pose{index}-{size}.{end}")) for index in range(2)]
    changed = frames.sums.index(sums[1]) if sums[1] in frames.sums else 0
    expect(changed > 0, "the second picture did not come", frames)
    expect(frames.sums == [sums[0]] * changed + [sums[1]] * (40 - changed), sums, frames)
    expect(frames.come_in_order(), frames)
    return frames


@case("MJPG 640×480 through uvcvideo: every frame is one of the two files shown, in order")
def mjpg_480(lab):
    shows_both(lab, "640x480", "jpg")


@case("MJPG 1280×720 through uvcvideo: every frame is one of the two files shown, in order")
def mjpg_720(lab):
    shows_both(lab, "1280x720", "jpg")


@case("MJPG 1920×1080 through uvcvideo: every frame is one of the two files shown, in order")
def mjpg_1080(lab):
    shows_both(lab, "1920x1080", "jpg")


@case("without a size the largest mode up to 1920×1080 is chosen, MJPG before YUYV")
def best_mode(lab):
    guest = camera.webcam(lab)
    frames = camera.frames(guest, "/dev/video0", "--count 3")
    expect("open MJPG 1920x1080 stride=0" in frames.text, frames)


@case("a second reader of a running camera is told that it is busy; the first goes on")
def second_reader(lab):
    guest = camera.webcam(lab)
    guest.start("frames", "kiosk-lab frames /dev/video0 --size 640x480 --count 60")
    guest.until_text("frames.out", "frame ")
    second = camera.frames(guest, "/dev/video0", "--size 640x480 --count 3")
    guest.until(lambda: guest.text("frames.out").count("frame ") == 60, "all frames")
    expect(second.error == "camera.busy", second)
    expect(camera.Frames(guest.text("frames.out")).error is None)
