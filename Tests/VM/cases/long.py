"""What takes too long for every change: make test-power."""
import os

from lab.report import case

from . import powercut

CUTS = int(os.environ.get("KIOSK_VM_CUTS", "100"))


@case(f"after each of {CUTS} cuts every acknowledged portrait is in its session; unsynced lines are not")
def many_cuts(lab):
    powercut.nothing_lost(powercut.cut(lab, CUTS))


@case("the control: of ten cuts without syncs, most lose what was acknowledged")
def many_unsynced(lab):
    cuts = powercut.cut(lab, 10, "LD_PRELOAD=/lab/unsynced.so")
    powercut.expect(len(cuts.lost) > cuts.acknowledged / 2, cuts)
