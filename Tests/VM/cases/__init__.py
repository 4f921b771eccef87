"""The cases, a file a topic, in the order in which they run."""
from . import frames, formats, faults, udev  # noqa: F401
