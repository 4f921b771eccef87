"""Cases, and what a run says of them."""
import sys
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


def run(lab, cases, waiting):
    """Runs cases and prints a line each; whether none failed. A case in `waiting` has to fail:
    once it passes, its line has to go."""
    counts = {"passed": 0, "failed": 0, "waiting": 0}
    for one in cases:
        begun = time.monotonic()
        evidence = failure(lab, one)
        seconds = time.monotonic() - begun
        counts[tell(one, evidence, waiting.get(one.name), seconds)] += 1
    if counts["waiting"]:
        print(f"{counts['waiting']} failed as expected")
    print(f"{counts['passed']} passed, {counts['failed']} failed", flush=True)
    return counts["failed"] == 0


def failure(lab, one):
    try:
        one.function(lab)
        return None
    except Failed as failed:
        return str(failed) or "failed"
    except Exception:
        return traceback.format_exc()


def tell(one, evidence, waits_for, seconds):
    title = f"{one.topic}: {one.sentence} ({seconds:.1f} s)"
    if evidence is None and waits_for:
        evidence = f"passes, but waiting.py says it waits for {waits_for}"
    elif evidence and waits_for:
        print(f"◌ {title}, waits for {waits_for}", flush=True)
        if "-v" in sys.argv:
            print(indented(evidence), flush=True)
        return "waiting"
    print(f"{'✘' if evidence else '✔'} {title}", flush=True)
    if evidence:
        print(indented(evidence), flush=True)
    return "failed" if evidence else "passed"


def indented(text):
    return "\n".join("    " + line for line in text.rstrip().splitlines())
