"""Cases that have to fail for now, and what each waits for. This is the one place: take a line
away and the case counts."""

WAITING = {}
