"""Cases, and what a run says of them."""
import time
import traceback

from .guest import Failed

CASES = []


class Case:
    """A function with a sentence for a name; its topic is the file it stands in."""

    def __init__(self, sentence, function):
        self.sentence, self.function = sentence, function
        self.topic = function.__module__.rpartition(".")[2]
        self.name = f"{self.topic}.{function.__name__}"

    def matches(self, filters):
        return not filters or any(self._matches(part) for part in filters)

    def _matches(self, part):
        """A topic's name means the topic alone."""
        if part in {one.topic for one in CASES}:
            return part == self.topic
        return part in self.name or part in self.sentence


# Debian's kernel 6.1 was seen to follow a null pointer where a USB camera left. No program can prevent
# that: the case is run once more, and a second time it has failed.
KERNEL_FAULT = "BUG: kernel"


def case(sentence):
    """Makes a function of the lab a case."""
    def register(function):
        CASES.append(Case(sentence, function))
        return function
    return register


def expect(condition, *evidence):
    """Fails with the evidence where the condition does not hold."""
    if not condition:
        raise Failed("\n".join(str(part) for part in evidence))


def remark(text):
    """Says a figure that is worth knowing where the case passes, too."""
    print(f"  {text}", flush=True)


def run(lab, cases):
    """Runs cases and prints a line each; whether none failed."""
    failed = 0
    for one in cases:
        begun = time.monotonic()
        evidence = failure(lab, one)
        if evidence and KERNEL_FAULT in evidence:
            remark(f"{one.name}: the guest's own kernel failed; once more in a new guest")
            evidence = failure(lab, one)
        tell(one, evidence, time.monotonic() - begun)
        failed += evidence is not None
    print(f"{len(cases) - failed} passed, {failed} failed", flush=True)
    return failed == 0


def failure(lab, one):
    try:
        one.function(lab)
        return None
    except Failed as failed:
        return str(failed) or "failed"
    except Exception:
        return traceback.format_exc()


def tell(one, evidence, seconds):
    print(f"{'✘' if evidence else '✔'} {one.topic}: {one.sentence} ({seconds:.1f} s)", flush=True)
    if evidence:
        print(indented(evidence), flush=True)


def indented(text):
    return "\n".join("    " + line for line in text.rstrip().splitlines())
