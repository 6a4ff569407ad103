"""Reads the colours of a PNG at some points, by nothing but Python's own modules.

picture_pixels.py FILE.png POINTS.json prints a JSON array: for each point [x, y] the colour as #rrggbb if it
and its eight neighbours agree, else null; outside of the picture null.
"""

import json
import struct
import sys
import zlib


def rows(data):
    """The rows of a PNG of 8 bits a channel, RGB or RGBA, and the bytes of a pixel."""
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    at, packed = 8, b""
    while at < len(data):
        (length,) = struct.unpack(">I", data[at : at + 4])
        kind, body = data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        if kind == b"IHDR":
            width, height, depth, color = struct.unpack(">IIBB", body[:10])
        elif kind == b"IDAT":
            packed += body
        at += 12 + length
    assert depth == 8 and color in (2, 6)
    size = 3 if color == 2 else 4
    raw, last, result = zlib.decompress(packed), bytearray(width * size), []
    for row in range(height):
        start = row * (width * size + 1)
        line = bytearray(raw[start + 1 : start + 1 + width * size])
        rule = raw[start]
        for index in range(len(line)):
            left = line[index - size] if index >= size else 0
            above = last[index]
            corner = last[index - size] if index >= size else 0
            if rule == 1:
                line[index] = (line[index] + left) & 255
            elif rule == 2:
                line[index] = (line[index] + above) & 255
            elif rule == 3:
                line[index] = (line[index] + (left + above) // 2) & 255
            elif rule == 4:
                guess = left + above - corner
                near = min((left, above, corner), key=lambda value: abs(guess - value))
                line[index] = (line[index] + near) & 255
        result.append(line)
        last = line
    return result, size


lines, size = rows(open(sys.argv[1], "rb").read())


def color(x, y):
    if not (0 <= y < len(lines) and 0 <= x * size < len(lines[0])):
        return None
    return "#" + bytes(lines[y][x * size : x * size + 3]).hex()


found = []
for x, y in json.load(open(sys.argv[2])):
    around = {color(int(x) + i, int(y) + j) for i in (-1, 0, 1) for j in (-1, 0, 1)}
    found.append(around.pop() if len(around) == 1 else None)
print(json.dumps(found))
