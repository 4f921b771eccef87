"""A Debian kernel package, unpacked once into a cache folder; it is never installed."""
import glob
import lzma
import os
import shutil
import subprocess

CACHE = os.environ.get("KIOSK_VM_CACHE", os.path.expanduser("~/.cache/kiosk-vm"))


def module_name(path):
    return os.path.basename(path).split(".ko")[0].replace("-", "_")


class Kernel:
    """The newest kernel package of the cache."""

    def __init__(self, cache=CACHE):
        packages = sorted(glob.glob(os.path.join(cache, "linux-image-*_amd64.deb")))
        if not packages:
            raise SystemExit(f"there is no kernel package in {cache}: make test-vm fetches it")
        self.folder = packages[-1][: -len(".deb")]
        if not os.path.exists(self.folder):
            unpack(packages[-1], self.folder)
        self.version = os.listdir(self.folder + "/lib/modules")[0]
        self.modules = f"{self.folder}/lib/modules/{self.version}"
        self.image = self.folder + "/boot/vmlinux"
        self._needs, self._aliases = read_needs(self.modules), read_aliases(self.modules)

    def closure(self, names):
        """The files, below the modules' folder, of those modules and all that they need."""
        wanted, found = list(names), {}
        while wanted:
            name = wanted.pop()
            if name in found or name not in self._needs:
                continue
            found[name], needed = self._needs[name]
            wanted += needed + self._soft_needs(found[name])
        return sorted(found.values())

    def _soft_needs(self, path):
        """What a module asks for only while it runs (ext4: crc32c), by name or by alias;
        modules.dep does not list it."""
        with open(f"{self.modules}/{path}", "rb") as file:
            parts = file.read().split(b"\0softdep=")[1:]
        words = " ".join(part.partition(b"\0")[0].decode() for part in parts)
        names = words.replace("pre:", " ").replace("post:", " ").split()
        return [n for name in names for n in self._resolve(name)]

    def _resolve(self, name):
        plain = name.replace("-", "_")
        if plain in self._needs:
            return [plain]
        return self._aliases.get(name, []) + self._aliases.get("crypto-" + name, [])

    def copy_modules(self, names, tree):
        """Puts those modules below `tree`/lib/modules, with a modules.dep of their own."""
        target = f"{tree}/lib/modules/{self.version}"
        for path in self.closure(names):
            os.makedirs(os.path.dirname(f"{target}/{path}"), exist_ok=True)
            shutil.copy(f"{self.modules}/{path}", f"{target}/{path}")
        for name in ("modules.builtin", "modules.builtin.modinfo", "modules.order"):
            shutil.copy(f"{self.modules}/{name}", target)
        depmod(tree, self.version)


def depmod(tree, version):
    """busybox writes the same modules.dep as kmod does."""
    subprocess.run(["busybox", "depmod", "-b", tree, version], check=True)


def unpack(package, folder):
    part = folder + ".part"
    shutil.rmtree(part, ignore_errors=True)
    subprocess.run(["dpkg-deb", "-x", package, part], check=True)
    depmod(part, os.listdir(part + "/lib/modules")[0])
    extract_image(glob.glob(part + "/boot/vmlinuz-*")[0], part + "/boot/vmlinux")
    os.rename(part, folder)


def extract_image(compressed, image):
    """The uncompressed kernel boots through PVH and spares the guest the slow unpacking."""
    with open(compressed, "rb") as file:
        data = file.read()
    start = data.find(b"\xfd7zXZ\x00")
    with open(image, "wb") as file:
        file.write(lzma.LZMADecompressor().decompress(data[start:]))


def read_needs(modules):
    needs = {}
    with open(modules + "/modules.dep") as file:
        for line in file:
            path, _, rest = line.partition(":")
            needs[module_name(path)] = (path, [module_name(need) for need in rest.split()])
    return needs


def read_aliases(modules):
    aliases = {}
    with open(modules + "/modules.alias") as file:
        for line in file:
            words = line.split()
            if len(words) == 3 and words[0] == "alias":
                aliases.setdefault(words[1], []).append(words[2])
    return aliases
