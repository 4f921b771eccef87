"""Power cuts. The cut takes what the guest's kernel had not yet given to the disk; a disk's own
cache, and sectors written in part, are not cut here."""
import os

from lab.cuts import Cuts
from lab.report import case, expect, remark

SEED = int(os.environ.get("KIOSK_VM_SEED", "20261124"))


def cut(lab, count, before=""):
    cuts = Cuts(lab, SEED, before).run(count)
    remark(f"seed {SEED}, {cuts}")
    return cuts


@case("after each of 3 cuts every acknowledged portrait is in its session; unsynced lines are not")
def few(lab):
    nothing_lost(cut(lab, 3))


@case("the control: without syncs (synchronous = OFF) cuts lose acknowledged portraits")
def unsynced(lab):
    cuts = cut(lab, 2, "LD_PRELOAD=/lab/unsynced.so")
    expect(cuts.acknowledged > 0 and cuts.lost, cuts)


def nothing_lost(cuts):
    expect(cuts.acknowledged > 0, cuts)
    expect(not cuts.lost and not cuts.unopened, cuts)
    expect(cuts.lines_lost > 0, "the cuts took nothing at all", cuts)
