# The loop that people write with Pillow: quality down from 100 until the file is short enough.
#   pillow_window.py IN OUT BYTES TIME   TIME gets the loop's own milliseconds, without Python's start
import io
import sys
import time

from PIL import Image

picture = Image.open(sys.argv[1]).convert("RGB")
limit = int(sys.argv[3])
start = time.perf_counter()
for quality in range(100, 0, -1):
    file = io.BytesIO()
    picture.save(file, "JPEG", quality=quality, dpi=(300, 300))
    if file.tell() <= limit:
        break
spent = (time.perf_counter() - start) * 1000
with open(sys.argv[2], "wb") as out:
    out.write(file.getvalue())
with open(sys.argv[4], "w") as out:
    out.write("%.3f" % spent)
