"""A day's session, made once a run on the host with the built program, and its disc."""
import os

from .lab import kiosk
from .report import expect


def data(lab):
    """The data folder with the session `day`."""
    path, settings = lab.folder + "/day", lab.folder + "/kiosk.conf"
    if not os.path.exists(path):
        with open(settings, "w") as file:
            file.write("[booth]\ncode_gone = 0.1\nready_for = 0.1\nstored_shown = 0.0\n")
        run("run", "--auto", "--screen", "none", "--camera", lab.picture("day.mjpeg"),
            "--fps", "0", "--session", "day", "--data", path, "--config", settings)
    return path


def disc(lab):
    """Its disc image."""
    path = lab.folder + "/day.iso"
    if not os.path.exists(path):
        run("sessions", "edit", "day", "1-2", "--class", "计算机科学与技术2201班", "--data", data(lab))
        run("export", "day", "-o", path, "--data", data(lab), "--layout", "notice", "--layout", "class")
    return path


def run(*arguments):
    ended = kiosk(*arguments)
    expect(ended.returncode == 0, ended.stderr)
