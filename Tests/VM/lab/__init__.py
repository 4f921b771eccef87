"""The machine lab: a stock Debian kernel in QEMU, with the program and the drivers it meets."""
