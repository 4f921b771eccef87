"""The project's udev rules under the real systemd-udevd."""
from lab import camera
from lab.report import case, expect


def start_udev(guest, group=True):
    """udevd with the project's rules; the group kiosk with a user in it, where it is wanted."""
    if group:
        guest.ok("echo kiosk:x:900:operator >>/etc/group; echo operator:x:1000:1000::/:/bin/sh >>/etc/passwd")
    guest.ok("mkdir -p /run/udev; /usr/lib/systemd/systemd-udevd --daemon")


def prepare(guest):
    start_udev(guest)
    camera.plug_in(guest)
    settle(guest)


def settle(guest):
    guest.ok("udevadm settle -t 20", 40)


def ready(lab):
    """The shared guest with udev, its camera plugged in as /dev/video0."""
    guest = lab.guest("udev", prepare)
    camera.tell(guest, "plug")
    camera.wait_for_node(guest, "/dev/kiosk-camera")
    settle(guest)
    return guest


def target(guest):
    return guest.run("readlink -f /dev/kiosk-camera").out.strip()


@case("/dev/kiosk-camera is the capture node, not the metadata node beside it")
def capture_node(lab):
    guest = ready(lab)
    nodes = guest.ok("cd /dev; ls video*").split()
    expect(len(nodes) == 2, nodes)
    expect(target(guest) == "/dev/video0", target(guest))
    capabilities = [
        guest.run(f"udevadm info -q property /dev/{node} | grep ID_V4L_CAPABILITIES").out.strip()
        for node in nodes]
    expect(":capture:" in capabilities[0] and ":capture:" not in capabilities[1], capabilities)
    expect(":uaccess:" in guest.ok("udevadm info -q property /dev/kiosk-camera | grep TAGS"))
    links = guest.ok("udevadm info -q symlink /dev/video1")
    expect("kiosk-camera" not in links, links)


@case("the group kiosk may use the camera where there is one, and others may not")
def group(lab):
    guest = ready(lab)
    expect(guest.ok("stat -L -c '%a %G' /dev/kiosk-camera").strip() == "660 kiosk")
    reader = "kiosk-lab frames /dev/kiosk-camera --size 640x480 --count 2"
    member = guest.run(f"/usr/bin/setpriv --reuid 1000 --regid 1000 --groups 900 {reader}")
    expect(member.status == 0 and member.out.count("frame ") == 2, member)
    other = guest.run(f"/usr/bin/setpriv --reuid 1001 --regid 1001 --clear-groups {reader}")
    expect("error camera.permission" in other.out, other)


@case("the name stays when the camera comes back under another number")
def other_number(lab):
    guest = ready(lab)
    # A number stays taken while somebody still has the old node open.
    holder = guest.start("holder", "sh -c 'exec 5<>/dev/video0; exec sleep 600'")
    guest.ok("sleep 0.5")
    camera.tell(guest, "unplug")
    camera.wait_for_no_node(guest, "/dev/kiosk-camera")
    camera.tell(guest, "plug")
    camera.wait_for_node(guest, "/dev/kiosk-camera")
    settle(guest)
    number = target(guest)
    frames = camera.frames(guest, "/dev/kiosk-camera", "--size 640x480 --count 3")
    guest.stop(holder)
    camera.tell(guest, "unplug")
    camera.wait_for_no_node(guest, "/dev/kiosk-camera")
    expect(number not in ("", "/dev/video0"), number)
    expect(len(frames.sums) == 3, frames)


@case("without the group the name is there all the same, and access is the group video's")
def no_group(lab):
    guest = lab.boot()
    try:
        start_udev(guest, group=False)
        camera.plug_in(guest)
        camera.wait_for_node(guest, "/dev/kiosk-camera")
        settle(guest)
        expect(target(guest) == "/dev/video0", target(guest))
        access = guest.ok("stat -L -c '%a %G' /dev/kiosk-camera").strip()
        expect(access == "660 video", access)
    finally:
        guest.close()


@case("a rule for one's own camera, by vendor, product and serial number, takes that one alone")
def own_camera(lab):
    guest = lab.boot()
    try:
        guest.ok(
            "sed -i -e '/^SUBSYSTEM==.video4linux/s/^/#/' -e '/ID_VENDOR_ID/{s/^#//;s/046d/1d6b/;"
            "s/0843/0102/;s/12345678/LAB0001/}' /etc/udev/rules.d/70-kiosk.rules")
        start_udev(guest)
        guest.ok("modprobe vivid n_devs=1 num_inputs=1 input_types=0 num_outputs=0 node_types=0x1")
        camera.wait_for_node(guest, "/dev/video0")
        guest.ok("modprobe vhci_hcd; modprobe uvcvideo; mkfifo /tmp/webcam")
        guest.start("webcam", "webcam /tmp/webcam /pictures/pose0")
        camera.wait_for_node(guest, "/dev/kiosk-camera")
        settle(guest)
        expect(target(guest) == "/dev/video1", target(guest))
    finally:
        guest.close()


@case("an optical drive that cannot write is no burner")
def no_burner(lab):
    guest = lab.boot(disc=lab.picture("day.mjpeg"))
    try:
        start_udev(guest)
        guest.ok("modprobe ahci; modprobe sr_mod")
        camera.wait_for_node(guest, "/dev/sr0")
        settle(guest)
        properties = guest.ok("udevadm info -q property /dev/sr0")
        expect("ID_CDROM=1" in properties and "_R=1" not in properties, properties)
        expect("kiosk-burner" not in properties, properties)
    finally:
        guest.close()
