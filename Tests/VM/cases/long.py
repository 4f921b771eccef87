"""What takes too long for every change: make test-power."""
from lab.report import case

from . import powercut


@case("after each of 100 cuts every acknowledged portrait is in its session; unsynced lines are not")
def many_cuts(lab):
    powercut.nothing_lost(powercut.cut(lab, 100))


@case("the control: of ten cuts without syncs, most lose what was acknowledged")
def many_unsynced(lab):
    cuts = powercut.cut(lab, 10, "LD_PRELOAD=/lab/unsynced.so")
    powercut.expect(len(cuts.lost) > cuts.acknowledged / 2, cuts)
