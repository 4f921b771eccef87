"""The counter while its camera comes and goes."""
from lab import camera, counter
from lab.report import case, expect, remark

from . import udev


def open_counter(guest, name):
    """The counter on udev's name for the camera, as it waits for a code."""
    camera.tell(guest, "show /pictures/empty")
    process = counter.open_counter(
        guest, name, f"--camera /dev/kiosk-camera --session {name} --data /tmp/{name}")
    guest.until_text(f"{name}.err", "Please show your code", 30)
    return process


def said(guest, name, before):
    """Waits until the counter has said something of its camera."""
    guest.until(
        lambda: "camera" in guest.text(f"{name}.err")[before:], "words about the camera", 20)


def reads_a_code(guest, name):
    """Whether frames arrive again: a code is read of them."""
    camera.tell(guest, "show /pictures/code0")
    guest.until_text(f"{name}.err", "code read", 40)


def is_still_open(guest, process, name):
    """A counter that ended with its camera fails at once."""
    guest.ok("sleep 0.5")
    expect(guest.run(f"kill -0 {process}").status == 0, "it ended", guest.text(f"{name}.err"))


def close(guest, process):
    guest.run(f"kill {process}; sleep 1; kill -9 {process}")


@case("with --wait-camera a missing camera is named once, and the day begins when it is plugged in")
def waited_for(lab):
    guest = udev.ready(lab)
    camera.tell(guest, "unplug", "show /pictures/code0")
    camera.wait_for_no_node(guest, "/dev/kiosk-camera")
    process = counter.open_counter(
        guest, "waited", "--wait-camera --camera /dev/kiosk-camera --session waited --data /tmp/waited")
    try:
        guest.until_text("waited.err", "camera.missing", 20)
        guest.ok("sleep 2")
        expect(guest.text("waited.err").count("camera.missing") == 1, guest.text("waited.err"))
        camera.tell(guest, "plug")
        guest.until_text("waited.err", "code read", 60)
    finally:
        close(guest, process)


@case("before a window a missing camera is waited for, and the only one there is is taken in its place")
def window_waits(lab):
    guest = udev.ready(lab)
    for name, source in [("named", "/dev/kiosk-camera"), ("other", "/dev/video77")]:
        camera.tell(guest, "unplug", "show /pictures/code0")
        camera.wait_for_no_node(guest, "/dev/kiosk-camera")
        process = counter.open_counter(
            guest, name, f"--camera {source} --session {name} --data /tmp/{name}",
            before="SDL_VIDEODRIVER=dummy", screen="window")
        try:
            guest.until_text(f"{name}.err", "camera.missing", 20)
            guest.ok("sleep 2")
            is_still_open(guest, process, name)
            expect("session" not in guest.text(f"{name}.err"), guest.text(f"{name}.err"))
            camera.tell(guest, "plug")
            guest.until_text(f"{name}.err", f"session {name}", 60)
            guest.until_text(f"{name}.err", "code read", 60)
            told = "the one that is set, /dev/video77, could not be used" in guest.text(f"{name}.err")
            expect(told == (name == "other"), guest.text(f"{name}.err"))
        finally:
            close(guest, process)


@case("before a window the camera that is set is taken when its link comes, though it is shown already")
def late_link(lab):
    guest = lab.guest("late", udev.prepare)  # of its own: two cameras change what others find
    camera.tell(guest, "show /pictures/code0")
    node = udev.target(guest)
    guest.ok("modprobe vivid n_devs=1; rm -f /tmp/late")  # with two none is taken by itself
    process = counter.open_counter(
        guest, "late", "--camera /tmp/late --session late --data /tmp/late-data",
        before="SDL_VIDEODRIVER=dummy", screen="window")
    try:
        guest.until_text("late.err", "camera.missing", 20)
        shown = f"ls -l /proc/$(pidof kiosk)/fd | grep -q {node}$"
        guest.until(lambda: guest.run(shown).status == 0, "its picture is shown", 20)
        guest.ok(f"ln -s {node} /tmp/late")
        guest.until_text("late.err", "session late, camera /tmp/late", 20)
        guest.until_text("late.err", "code read", 60)
    finally:
        close(guest, process)


@case("in the middle of a day another camera is taken for the one that is gone, and that one again")
def another(lab):
    guest = lab.guest("another", udev.prepare)  # of its own: two cameras change what others find
    camera.tell(guest, "show /pictures/empty")
    node = udev.target(guest)
    guest.ok("modprobe vivid n_devs=1; mkfifo /tmp/keys")
    writer = guest.start("writer", "sh -c 'exec 5<>/tmp/keys; exec sleep 600'")
    process = counter.open_counter(
        guest, "another", f"--camera {node} --session another --data /tmp/another", keys="/tmp/keys")
    try:
        guest.until_text("another.err", "Please show your code", 30)
        camera.tell(guest, "unplug")
        guest.until_text("another.err", "looking for it", 20)
        choose_next_camera(guest)
        guest.until_text("another.err", "settings saved", 20)
        guest.until_text("another.err", "camera is back", 20)
        guest.ok(f"grep ^source {counter.FOLDER}/kiosk.conf")
        expect("code read" not in guest.text("another.err"), guest.text("another.err"))
        camera.tell(guest, "plug", "show /pictures/code0")
        guest.until(lambda: guest.run("ls /dev/v4l/by-id/*").status == 0, "it is back")
        choose_next_camera(guest)
        guest.until_text("another.err", "code read", 60)
    finally:
        guest.stop(writer)
        close(guest, process)


def choose_next_camera(guest):
    """Opens the settings, turns the first of them, which is the camera, and saves."""
    for key in ["t", "1", "\\n"]:
        guest.ok(f"printf '{key}' >/tmp/keys; sleep 2")


@case("unplugged: the counter says so, and goes on by itself when the camera is back as another node")
def unplugged(lab):
    guest = udev.ready(lab)
    process = open_counter(guest, "unplugged")
    holder = guest.start("holder", "sh -c 'exec 5<>/dev/video0; exec sleep 600'")
    try:
        before = len(guest.text("unplugged.err"))
        camera.tell(guest, "unplug")
        said(guest, "unplugged", before)
        is_still_open(guest, process, "unplugged")
        camera.wait_for_no_node(guest, "/dev/kiosk-camera")
        camera.tell(guest, "plug")
        camera.wait_for_node(guest, "/dev/kiosk-camera")
        expect(udev.target(guest) != "/dev/video0", udev.target(guest))
        reads_a_code(guest, "unplugged")
    finally:
        guest.stop(holder)
        close(guest, process)
        camera.tell(guest, "unplug")


@case("a camera that stops sending: the counter says so, and goes on when it sends again")
def frozen(lab):
    guest = udev.ready(lab)
    process = open_counter(guest, "frozen")
    try:
        before = len(guest.text("frozen.err"))
        camera.tell(guest, "freeze")
        said(guest, "frozen", before)
        is_still_open(guest, process, "frozen")
        camera.tell(guest, "thaw")
        reads_a_code(guest, "frozen")
    finally:
        camera.tell(guest, "thaw")
        close(guest, process)


@case("a camera that another program has taken meanwhile: the counter names it, and goes on after it")
def taken(lab):
    guest = udev.ready(lab)
    process = open_counter(guest, "taken")
    try:
        camera.tell(guest, "unplug")
        guest.until_text("taken.err", "looking for it", 20)
        # The next one takes it before the counter looks again.
        guest.ok(f"kill -STOP {process}")
        camera.tell(guest, "plug")
        camera.wait_for_node(guest, "/dev/kiosk-camera")
        holder = guest.start(
            "holder", "v4l2-ctl -d /dev/kiosk-camera --set-fmt-video=width=640,height=480"
            " --stream-mmap --stream-count=100000")
        guest.ok("sleep 1.5")
        guest.ok(f"kill -CONT {process}")
        guest.until_text("taken.err", "used by another program", 20)
        is_still_open(guest, process, "taken")
        guest.stop(holder)
        reads_a_code(guest, "taken")
    finally:
        close(guest, process)


@case("unplugged and plugged in twenty times: no descriptor and little memory is lost")
def twenty_times(lab):
    guest = udev.ready(lab)
    process = open_counter(guest, "twenty")
    try:
        cycle(guest, process, "twenty")
        guest.until(lambda: is_steady(guest, process), "memory is steady: models are loaded", 90)
        before = counter.state(guest, process)
        for _ in range(20):
            cycle(guest, process, "twenty")
        after = counter.state(guest, process)
        reads_a_code(guest, "twenty")
        remark(f"descriptors {before[0]}, then {after[0]}; RSS {before[1]} kB, then {after[1]}")
        expect(after[0] == before[0], "descriptors", before, after)
        expect(after[1] - before[1] < 8000, "kB of memory", before, after)
    finally:
        close(guest, process)


def is_steady(guest, process):
    """Whether memory stays what it is for three seconds."""
    first = counter.state(guest, process)[1]
    guest.run("sleep 3")
    return abs(counter.state(guest, process)[1] - first) < 200


def cycle(guest, process, name):
    """Unplugs, waits for the counter's words, plugs in, waits until it has frames again."""
    before = len(guest.text(f"{name}.err"))
    backs = guest.text(f"{name}.err").count("camera is back")
    camera.tell(guest, "unplug")
    said(guest, name, before)
    is_still_open(guest, process, name)
    camera.wait_for_no_node(guest, "/dev/kiosk-camera")
    camera.tell(guest, "plug")
    guest.until(
        lambda: guest.text(f"{name}.err").count("camera is back") > backs, "frames again", 30)
