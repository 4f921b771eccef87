"""The cases, a file a topic, in the order in which they run."""
from . import frames, formats, controls, faults, udev, counter, console, sitting, disc, sticks, powercut, long  # noqa: F401
