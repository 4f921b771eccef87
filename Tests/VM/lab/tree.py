"""Folders that become a guest's file systems: programs with their libraries, files, links."""
import os
import shutil
import subprocess


def program(tree, source, target=None):
    """Copies a program of the host, under the path it has there or another, and its libraries."""
    source = shutil.which(source) or shutil.which(source, path="/usr/sbin:/sbin") or source
    put(tree, source, target or os.path.realpath(source))
    for library in libraries(source):
        put(tree, library, library)


def put(tree, source, target):
    place = tree + real_folder(tree, target)
    os.makedirs(os.path.dirname(place), exist_ok=True)
    if os.path.isdir(source):
        shutil.copytree(source, place, dirs_exist_ok=True)
    elif not os.path.exists(place):
        shutil.copy(source, place)


def real_folder(tree, target):
    """/lib and /bin are links into /usr, in the guest as on the host."""
    first, _, rest = target.lstrip("/").partition("/")
    return f"/usr/{first}/{rest}" if os.path.islink(f"{tree}/{first}") else target


def libraries(program):
    """The shared libraries of a program, its loader among them."""
    listing = subprocess.run(["ldd", program], capture_output=True, text=True).stdout
    for line in listing.splitlines():
        words = line.split()
        if "not found" in line:
            raise SystemExit(f"{program}: {line.strip()}")
        yield from [word for word in words if word.startswith("/")][:1]


def write(tree, path, text, mode=0o644):
    os.makedirs(os.path.dirname(tree + path), exist_ok=True)
    with open(tree + path, "w") as file:
        file.write(text)
    os.chmod(tree + path, mode)


def link(tree, path, target):
    os.makedirs(os.path.dirname(tree + path), exist_ok=True)
    os.symlink(target, tree + path)


def skeleton(tree):
    """The folders of a Debian root, with /usr merged."""
    for name in ("bin", "sbin", "lib", "lib64"):
        os.makedirs(f"{tree}/usr/{name}")
        os.symlink("usr/" + name, f"{tree}/{name}")
    for name in ("dev", "proc", "sys", "tmp", "run", "mnt", "out", "etc", "disk", "var"):
        os.makedirs(f"{tree}/{name}")
