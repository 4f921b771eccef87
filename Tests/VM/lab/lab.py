"""What all cases of a run share: the kernel, the disks, the pictures, and the guests that run."""
import os
import shutil
import subprocess
import tempfile

from . import pictures, root
from .guest import Guest
from .kernel import Kernel


class Lab:
    """Guests by the drivers they have loaded, each booted when a case first asks for it."""

    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="kiosk-lab.")
        self.kernel = Kernel()
        self.pictures = self.folder + "/pictures"
        pictures.make(self.pictures)
        root.make(self.kernel, self.pictures, self.folder)
        self._guests, self._booted = {}, []

    def boot(self, **options):
        """A guest of a case's own."""
        self._booted.append(Guest(self, **options))
        return self._booted[-1]

    def guest(self, name, prepare):
        """The guest of that name, shared by cases; booted and prepared where there is none."""
        running = self._guests.get(name)
        if running is None or running.has_ended():
            if running:
                running.close()
            self._guests[name] = running = self.boot()
            prepare(running)
        return running

    def sessions_disk(self):
        """An empty ext4 file system for sessions."""
        path = tempfile.mktemp(prefix="disk.", dir=self.folder)
        root.make_disk(path, "256M")
        return path

    def picture(self, name):
        return f"{self.pictures}/{name}"

    def close(self):
        for guest in self._booted:  # those too whose case failed before it closed them
            guest.close()
        shutil.rmtree(self.folder, ignore_errors=True)


def kiosk(*arguments):
    """The built program, on the host."""
    program = os.path.join(root.BUILT, "kiosk")
    return subprocess.run([program, *arguments], capture_output=True, text=True)
