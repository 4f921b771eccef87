"""Power cuts while the counter stores: sittings on a disk that outlives its guests."""
import random
import time

from . import counter
from .guest import Failed
from .report import remark

SESSIONS = "/disk/sessions"
# A file that is never synced: what a cut takes when nobody asked the disk to keep it.
UNSYNCED = (
    "sh -c 'rm -f /disk/unsynced; n=0; while :; do n=$((n+1)); echo $n >>/disk/unsynced; echo $n; "
    "sleep 0.2; done'"
)


class Cuts:
    """A series of cuts on one disk. What was acknowledged before a cut is known to the host, where
    the counter's words arrive as it says them; the next boot checks it, and goes on to the next
    cut."""

    def __init__(self, lab, seed, before=""):
        self._lab, self._random, self._before = lab, random.Random(seed), before
        self._disk = lab.sessions_disk()
        self._said, self._lines = [], 0
        self.cuts = self.acknowledged = self.lines = self.lines_lost = 0
        self.lost, self.unopened = [], []

    def run(self, count):
        for _ in range(count):
            self._boot(self._store_until_the_cut)
            if self.cuts % 10 == 0:
                remark(self)
        self._boot(lambda guest: None)
        return self

    def _boot(self, work):
        guest = self._lab.boot(disk=self._disk)
        try:
            counter.prepare(guest)
            guest.ok(f"mount -t ext4 /dev/vdb /disk && mkdir -p {SESSIONS}")
            if self.cuts:
                self._check(guest)
            work(guest)
        finally:
            guest.close()

    def _store_until_the_cut(self, guest):
        guest.start("unsynced", UNSYNCED)
        counter.open_counter(
            guest, "day", f"--camera /pictures/sitting.mjpeg --fps 0 --data {SESSIONS}"
            f" --session cut-{self.cuts + 1}", self._before)
        self._wait(guest)
        guest.cut()
        self._note(guest)

    def _wait(self, guest):
        """Every other cut comes just after "stored" was said, when nothing but a sync has made it
        safe; of the rest every other while the portrait is made and stored, or at any moment."""
        if self.cuts % 2 == 0:
            guest.until_text("day.err", "· stored as", 60)
            time.sleep(self._random.uniform(0, 0.2))
        elif self.cuts % 4 == 1:
            guest.until_text("day.err", "Taking the portrait", 60)
            time.sleep(self._random.uniform(0, 1.5))
        else:
            time.sleep(self._random.uniform(0, 14))

    def _note(self, guest):
        """What had been said when the power went."""
        self.cuts += 1
        self._said = counter.acknowledged(guest.text("day.err"))
        self._lines = guest.text("unsynced.out").count("\n")
        self.acknowledged += len(self._said)
        self.lines += self._lines

    def _check(self, guest):
        session = f"cut-{self.cuts}"
        found = self._stored(guest, session)
        self.lost += [f"{session}: {number}" for number in self._said if number not in found]
        kept = guest.run("grep -c . /disk/unsynced").out.strip() or "0"
        self.lines_lost += max(0, self._lines - int(kept))

    def _stored(self, guest, session):
        """The cut may have come before there was a session's file; where there is one, it opens."""
        if guest.run(f"[ -e {SESSIONS}/{session}.kiosk ]").status:
            return []
        try:
            return counter.stored(guest, session, SESSIONS)
        except Failed as failed:
            self.unopened.append(str(failed))
            return []

    def __str__(self):
        return "\n".join([
            f"{self.cuts} cuts: {self.acknowledged} portraits acknowledged, {len(self.lost)} lost,"
            f" {len(self.unopened)} sessions not opened; of {self.lines} unsynced lines"
            f" {self.lines_lost} lost", *self.lost, *self.unopened])
