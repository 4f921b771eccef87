"""The guest's disks: a small initial one with what mounts the root, and the root with everything
that any case uses. Both are made once a run and shared by all boots."""
import os
import shutil
import subprocess
import tempfile

from . import cpio, tree

HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PROJECT = os.path.dirname(os.path.dirname(HERE))
BUILT = PROJECT + "/.build/release"
FIRST_MODULES = ["virtio_pci", "virtio_blk", "ext4"]
MODULES = FIRST_MODULES + [
    "9p", "9pnet_virtio", "vivid", "vhci_hcd", "uvcvideo", "ahci", "sr_mod", "isofs", "loop",
    "vfat", "exfat", "nls_cp437", "nls_ascii", "nls_utf8", "virtio_gpu", "virtio_input", "evdev",
]
PROGRAMS = ["v4l2-ctl", "setpriv", "getent"]
FONT = "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc"
MODELS = "/usr/share/kiosk/models"
LIBRARIES = "/usr/lib/x86_64-linux-gnu"
# What SDL opens by name to draw on a bare console; Mesa opens its drivers by name in turn. Without libGL, as on a
# machine that never had a desktop.
GRAPHICS = [
    "libdrm.so.2", "libgbm.so.1", "libEGL.so.1", "libEGL_mesa.so.0", "libGLESv2.so.2", "libudev.so.1",
    "dri/kms_swrast_dri.so", "dri/swrast_dri.so", "dri/virtio_gpu_dri.so",
]


def make(kernel, pictures, folder):
    """Writes `folder`/first and `folder`/system."""
    with tempfile.TemporaryDirectory() as first:
        make_first(kernel, first)
        cpio.write(first, folder + "/first")
    with tempfile.TemporaryDirectory() as root:
        make_root(kernel, pictures, folder, root)
        make_disk(folder + "/system", "1024M", root)


def make_first(kernel, first):
    tree.put(first, shutil.which("busybox"), "/bin/busybox")
    tree.link(first, "/bin/sh", "busybox")
    tree.link(first, "/sbin/modprobe", "/bin/busybox")
    for name in ("proc", "sys", "new"):
        os.mkdir(f"{first}/{name}")
    kernel.copy_modules(FIRST_MODULES, first)
    tree.put(first, HERE + "/guest/start", "/init")


def make_root(kernel, pictures, folder, root):
    tree.skeleton(root)
    tree.put(root, shutil.which("busybox"), "/usr/bin/busybox")
    kernel.copy_modules(MODULES, root)
    for name in PROGRAMS:
        tree.program(root, name)
    for name in ("kiosk", "kiosk-lab"):
        tree.program(root, f"{BUILT}/{name}", f"/usr/bin/{name}")
    tree.put(root, FONT, FONT)
    tree.put(root, "/etc/fonts", "/etc/fonts")
    add_udev(root)
    add_graphics(root)
    build_helpers(folder, root)
    tree.put(root, HERE + "/guest", "/lab")
    tree.put(root, pictures, "/pictures")
    tree.put(root, PROJECT + "/.build/models", MODELS)
    tree.write(root, "/etc/passwd", "root:x:0:0::/:/bin/sh\n")
    tree.write(root, "/etc/group", "root:x:0:\nvideo:x:44:\ninput:x:105:\nrender:x:106:\n")
    link_busybox(root)


def add_udev(root):
    """udevadm is also the daemon, by the name it runs under. Of Debian's rules those that name
    video devices and optical drives and tell a keyboard, and the project's."""
    tree.program(root, "udevadm", "/usr/bin/udevadm")
    tree.program(root, "udevadm", "/usr/lib/systemd/systemd-udevd")
    for helper in ("v4l_id", "cdrom_id"):
        tree.program(root, f"/lib/udev/{helper}", f"/usr/lib/udev/{helper}")
    for rules in ("50-udev-default", "60-cdrom_id", "60-input-id", "60-persistent-v4l"):
        tree.put(root, f"/lib/udev/rules.d/{rules}.rules", f"/usr/lib/udev/rules.d/{rules}.rules")
    tree.put(root, PROJECT + "/udev/70-kiosk.rules", "/etc/udev/rules.d/70-kiosk.rules")


def add_graphics(root):
    for name in GRAPHICS:
        tree.program(root, f"{LIBRARIES}/{name}", f"{LIBRARIES}/{name}")
    vendors = "/usr/share/glvnd/egl_vendor.d"
    tree.put(root, vendors, vendors)


def build_helpers(folder, root):
    compile_c(f"{folder}/webcam", [f"{HERE}/webcam/{name}" for name in sources("webcam")])
    tree.program(root, f"{folder}/webcam", "/usr/bin/webcam")
    compile_c(f"{folder}/unsynced.so", [HERE + "/unsynced.c"], "-shared", "-fPIC")
    tree.put(root, f"{folder}/unsynced.so", "/lab/unsynced.so")


def sources(name):
    return sorted(file for file in os.listdir(f"{HERE}/{name}") if file.endswith(".c"))


def compile_c(target, files, *options):
    flags = ["-O2", "-Wall", "-Wextra", "-Werror", *options]
    subprocess.run(["cc", *flags, "-o", target, *files], check=True)


def link_busybox(root):
    """busybox under all of its names that no other program has taken."""
    busybox = root + "/usr/bin/busybox"
    names = subprocess.run([busybox, "--list"], check=True, capture_output=True, text=True).stdout
    for name in names.split():
        place = f"{root}/usr/bin/{name}"
        if not os.path.lexists(place):
            os.symlink("busybox", place)
    os.symlink("/usr/bin/busybox", root + "/usr/sbin/modprobe")


def make_disk(path, size, content=None):
    """An ext4 file system, with a folder's content where one is given."""
    with open(path, "wb"):  # mke2fs tells of a file that it makes
        pass
    source = ["-d", content] if content else []
    features = ["-O", "^has_journal"] if content else []
    subprocess.run(
        ["/sbin/mke2fs", "-q", "-F", "-t", "ext4", *features, "-E", "root_owner=0:0", *source,
         path, size],
        check=True)
