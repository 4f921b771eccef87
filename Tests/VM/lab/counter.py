"""`kiosk run` in the guest."""
import re

from .guest import Failed

# The shortest pauses, and long limits: a look at a face takes seconds in the guest.
SETTINGS = """[ui]
language = "en"
[camera]
width = 1280
height = 720
[booth]
code_gone = 0.1
ready_for = 0.1
stored_shown = 0.0
absence = 30.0
sitting_limit = 600.0
"""
FOLDER = "/tmp/counter"


def prepare(guest):
    guest.ok(f"mkdir -p {FOLDER}; cat >{FOLDER}/kiosk.conf <<'END'\n{SETTINGS}END")


def open_counter(guest, name, options, before="", screen="none", keys="/dev/null", auto="--auto"):
    """Starts the counter; what it says stands in NAME.err as it says it. A pipe can type its keys."""
    prepare(guest)
    command = f"kiosk run {auto} --screen {screen} --config {FOLDER}/kiosk.conf {options}"
    return guest.start(name, f"{before} sh -c 'exec {command} <{keys}'")


def acknowledged(text):
    """The portraits that were said to be stored."""
    return [int(number) for number in re.findall(r"· stored as number (\d+)", text)]


def stored(guest, session, folder):
    """The portraits that a session holds."""
    ended = guest.run(f"kiosk sessions show {session} --data {folder} --config {FOLDER}/kiosk.conf")
    if ended.status:
        raise Failed(f"{session} does not open\n{ended}")
    return [int(number) for number in re.findall(r"^(\d+)  ", ended.out, re.M)]


def state(guest, process):
    """The open descriptors of a process and its memory in kB."""
    text = guest.ok(f"ls /proc/{process}/fd | wc -l; grep VmRSS /proc/{process}/status")
    descriptors, memory = re.findall(r"\d+", text)
    return int(descriptors), int(memory)
