"""Reads the colours of a PNG at some points, with the Qt of QGIS' Python (Debian's python3-qgis).

picture_pixels.py FILE.png POINTS.json prints a JSON array: for each point [x, y] the colour as #rrggbb if it
and its eight neighbours agree, else null; outside of the picture null.
"""
import json
import sys

from qgis.PyQt.QtGui import QImage

image = QImage(sys.argv[1])
if image.isNull():
    sys.exit(f"{sys.argv[1]}: no picture")


def color(x, y):
    return image.pixelColor(x, y).name() if image.valid(x, y) else None


found = []
with open(sys.argv[2], encoding="utf-8") as file:
    for x, y in json.load(file):
        around = {color(int(x) + i, int(y) + j) for i in (-1, 0, 1) for j in (-1, 0, 1)}
        found.append(around.pop() if len(around) == 1 else None)
print(json.dumps(found))
