"""The archive that a kernel unpacks at its start (cpio, "newc")."""
import os
import stat


def write(tree, path):
    """Archives a folder: plain files, links, folders, and the console the kernel asks for."""
    with open(path, "wb") as out:
        entry(out, "dev", stat.S_IFDIR | 0o755)
        entry(out, "dev/console", stat.S_IFCHR | 0o600, device=(5, 1))
        for name in sorted(names(tree)):
            entry(out, name, os.lstat(f"{tree}/{name}").st_mode, content(f"{tree}/{name}"))
        entry(out, "TRAILER!!!", 0)


def names(tree):
    for folder, folders, files in os.walk(tree):
        for name in folders + files:
            yield os.path.relpath(os.path.join(folder, name), tree)


def content(path):
    if os.path.islink(path):
        return os.readlink(path).encode()
    if os.path.isdir(path):
        return b""
    with open(path, "rb") as file:
        return file.read()


def entry(out, name, mode, data=b"", device=(0, 0)):
    encoded = name.encode() + b"\0"
    fields = (0, mode, 0, 0, 1, 0, len(data), 0, 0, *device, len(encoded), 0)
    out.write(b"070701" + b"".join(b"%08X" % field for field in fields) + encoded)
    out.write(b"\0" * (-(110 + len(encoded)) % 4) + data + b"\0" * (-len(data) % 4))
