"""How far two folders of daily maps are apart: without that, a ratio of times says nothing.

    agreement.py THEATRE GEOTRACK OTHER

Compares the area of each holder on dates that both have and prints the largest difference, as a share
of the theatre, as JSON.
"""
import json
import sys
from collections import Counter
from pathlib import Path

import numpy as np
import pyproj
import shapely

import theatre as theatres


def holder_of(properties):
    if properties.get("status") == "contested":
        return theatres.CONTESTED
    return properties["holder"] or theatres.UNKNOWN


def areas(path, to_plane):
    sums = Counter()
    for feature in json.loads(path.read_text(encoding="utf-8"))["features"]:
        shape = shapely.from_geojson(json.dumps(feature["geometry"]))
        plane = shapely.transform(
            shape, lambda c: np.column_stack(to_plane.transform(c[:, 0], c[:, 1])))
        sums[holder_of(feature["properties"])] += shapely.area(plane)
    return sums


def main(theatre, ours, theirs):
    projection = json.loads((Path(theatre) / "theatre.json").read_text())["projection"]
    to_plane = pyproj.Transformer.from_crs(4326, projection, always_xy=True)
    names = sorted(
        {p.name for p in Path(ours).glob("*.geojson")}
        & {p.name for p in Path(theirs).glob("*.geojson")})
    largest = 0.0
    for name in (names := theatres.evenly(names, 4) + names[-1:]):
        mine, other = (areas(Path(folder) / name, to_plane) for folder in (ours, theirs))
        total = sum(mine.values())
        largest = max(
            [largest] + [abs(mine[h] - other[h]) / total for h in mine.keys() | other.keys()])
    print(json.dumps({"dates": len(names), "largest_difference": largest}))


if __name__ == "__main__":
    main(*sys.argv[1:4])
