"""What the webcam shows: students of the synthetic studio as JPEGs, and raw frames."""
import random
import subprocess

from . import root

SIZES = ["640x480", "1280x720", "1920x1080"]


def make(folder):
    subprocess.run([root.BUILT + "/kiosk-lab", "pictures", folder], check=True)
    for index in range(2):
        for size in SIZES:
            with open(f"{folder}/pose{index}-{size}.yuyv", "wb") as file:
                file.write(raw(size, index))


def raw(size, seed):
    """Bytes that no other place in the frame or in another frame has."""
    width, height = (int(part) for part in size.split("x"))
    return random.Random(seed).randbytes(width * height * 2)
