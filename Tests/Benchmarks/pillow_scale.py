# Pillow's own reductions: of the codes by three filters, and Lanczos of the light, a float a sample.
#   pillow_scale.py IN OUT WIDTH HEIGHT   makes OUT-nearest.png, -bilinear.png, -lanczos.png, -light.raw
import sys

from PIL import Image


def light(code):
    level = code / 255
    return level / 12.92 if level <= 0.04045 else ((level + 0.055) / 1.055) ** 2.4


source = Image.open(sys.argv[1]).convert("RGB")
out, size = sys.argv[2], (int(sys.argv[3]), int(sys.argv[4]))
filters = {"nearest": Image.NEAREST, "bilinear": Image.BILINEAR, "lanczos": Image.LANCZOS}
for name, kind in filters.items():
    source.resize(size, kind).save("%s-%s.png" % (out, name))
table = [light(code) for code in range(256)]
with open("%s-light.raw" % out, "wb") as file:
    for band in source.split():
        file.write(band.point(table, "F").resize(size, Image.LANCZOS).tobytes("raw", "F;32NF"))
