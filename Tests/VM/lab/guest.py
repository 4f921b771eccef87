"""A running guest: commands go in by a serial line, everything else by a folder of the host."""
import os
import shutil
import socket
import subprocess
import tempfile
import time

QEMU = "qemu-system-x86_64"
# tsc=reliable, no_timer_check: emulation is slow, and the kernel would distrust its clocks.
# panic=-1 with -no-reboot: a guest that dies ends QEMU at once.
KERNEL_OPTIONS = (
    "console=ttyS0 quiet loglevel=4 panic=-1 oops=panic tsc=reliable no_timer_check "
    "mitigations=off random.trust_cpu=on"
)


class Failed(Exception):
    """The evidence of a case that failed."""


class Ended:
    """A command that has ended in the guest."""

    def __init__(self, status, out, errors):
        self.status, self.out, self.errors = status, out, errors

    def __str__(self):
        return f"status {self.status}\n{self.out}{self.errors}"


class Guest:
    """Boots at once; `root` is discarded when it ends, `disk` (/dev/vdb) stays. With `display` it has a
    graphics card and a keyboard, which `lab.display` looks at and presses."""

    def __init__(self, lab, disk=None, disc=None, display=False, seconds=60):
        self.folder = tempfile.mkdtemp(prefix="kiosk-vm.")
        self.out = self.folder + "/out"
        os.mkdir(self.out)
        self._number = 0
        self._received = b""
        self._start(lab, disk, disc, display)
        if self._answer(seconds) != "ready":
            said = self.console()
            self.close()
            raise Failed("the guest did not start\n" + said)

    def _start(self, lab, disk, disc, display):
        listener = socket.socket(socket.AF_UNIX)
        listener.bind(self.folder + "/line")
        listener.listen()
        listener.settimeout(20)
        self._errors = open(self.folder + "/qemu", "w+")
        self._qemu = subprocess.Popen(
            [QEMU, *self._machine(lab), *drives(disk, disc),
             *self._graphics(display)],
            stdin=subprocess.DEVNULL, stdout=self._errors, stderr=self._errors)
        try:
            self._line, _ = listener.accept()
        except TimeoutError:
            raise Failed("QEMU did not start\n" + read(self.folder + "/qemu")) from None

    def _machine(self, lab):
        return [
            "-nodefaults", "-no-user-config", "-no-reboot", "-machine", "q35", "-cpu", "max",
            "-accel", "tcg,thread=multi", "-m", "1024", "-smp", "2", "-net", "none",
            "-display", "none", "-vga", "none", "-kernel", lab.kernel.image,
            "-initrd", lab.folder + "/first", "-append", KERNEL_OPTIONS,
            "-serial", f"file:{self.folder}/console", "-serial", f"unix:{self.folder}/line",
            "-virtfs", f"local,path={self.out},mount_tag=out,security_model=none,id=out",
            "-drive", f"file={lab.folder}/system,if=none,id=root,format=raw,snapshot=on",
            "-device", "virtio-blk-pci,drive=root",
        ]

    def _graphics(self, display):
        if not display:
            return []
        return ["-device", "virtio-gpu-pci,xres=1280,yres=720", "-device", "virtio-keyboard-pci",
                "-monitor", f"unix:{self.folder}/monitor,server=on,wait=off"]

    # Commands

    def run(self, script, seconds=60):
        """Runs a script of busybox's shell and waits for its end."""
        self._number += 1
        name = f"{self.out}/{self._number}"
        write(name + ".sh", script)
        self._line.sendall(b"%d\n" % self._number)
        answer = self._answer(seconds)
        if not answer:
            self.cut()
            raise Failed(f"no end after {seconds} s: {script}\n{self.text(f'{self._number}.out')}"
                         f"{self.text(f'{self._number}.err')}{self.console()}")
        return Ended(int(answer.split()[1]), read(name + ".out"), read(name + ".err"))

    def ok(self, script, seconds=60):
        """Runs a script that has to succeed; what it printed."""
        ended = self.run(script, seconds)
        if ended.status:
            raise Failed(f"{script}\n{ended}")
        return ended.out

    def start(self, name, command):
        """Starts a command beside others; its output grows in the texts NAME.out and NAME.err."""
        for end in ("out", "err"):
            write(f"{self.out}/{name}.{end}", "")
        return self.ok(f"{command} >/out/{name}.out 2>/out/{name}.err </dev/null &\necho $!").strip()

    def stop(self, process, signal="TERM"):
        self.run(f"kill -{signal} {process}; while kill -0 {process}; do sleep 0.1; done 2>/dev/null")

    # What the guest wrote

    def text(self, name):
        """A text that the guest has written into /out."""
        return read(f"{self.out}/{name}")

    def until(self, condition, what, seconds=60):
        """Waits until a condition holds."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if condition():
                return
            if self.has_ended():
                raise Failed(f"the guest ended before {what}\n{self.console()}")
            time.sleep(0.05)
        raise Failed(f"not within {seconds} s: {what}")

    def until_text(self, name, part, seconds=60):
        """Waits until a text holds a part, and gives back the text."""
        try:
            self.until(lambda: part in self.text(name), f"{part!r} in {name}", seconds)
        except Failed as failure:
            raise Failed(f"{failure}\n{self.text(name)[-3000:]}") from None
        return self.text(name)

    def console(self):
        """What the kernel said last; of a panic, what led to it."""
        said = read(self.folder + "/console").partition("Call Trace")[0]
        return said[-2000:] + read(self.folder + "/qemu")

    # The end

    def has_ended(self):
        return self._qemu.poll() is not None

    def cut(self):
        """Cuts the power: what the guest had not given to its disk is lost."""
        self._qemu.kill()
        self._qemu.wait()

    def close(self):
        self.cut()
        self._line.close()
        self._errors.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _answer(self, seconds):
        """The next line from the guest; empty where none came."""
        end = time.monotonic() + seconds
        self._line.settimeout(0.2)
        while b"\n" not in self._received:
            if time.monotonic() > end or self.has_ended():
                return ""
            try:
                self._received += self._line.recv(4096)
            except TimeoutError:
                continue
        line, _, self._received = self._received.partition(b"\n")
        return line.decode().strip()


def drives(disk, disc):
    options = []
    if disk:
        options += ["-drive", f"file={disk},if=none,id=disk,format=raw,cache=writeback",
                    "-device", "virtio-blk-pci,drive=disk"]
    if disc:
        options += ["-drive", f"file={disc},if=none,id=disc,format=raw,media=cdrom,readonly=on",
                    "-device", "ide-cd,drive=disc"]
    return options


def read(path):
    if not os.path.exists(path):
        return ""
    with open(path, errors="replace") as file:
        return file.read()


def write(path, text):
    with open(path, "w") as file:
        file.write(text)
