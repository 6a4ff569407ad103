"""A map of each day as a GIS analyst would draw it in Python.

    daily_maps.py THEATRE OUT [--method coverage|dissolve] [--days N]

The Voronoi cells of the places are cut to the boundary once. Then, for each date on which a place
changes hands, the cells of each holder are joined and written as one GeoJSON file. `coverage` is the
fast way of shapely 2 (arrays, and a union that takes it for granted that cells do not overlap);
`dissolve` is the way of geopandas' manual. With --days only so many dates are drawn, evenly spread.
Prints how long preparing and drawing took, as JSON.
"""
import argparse
import json
import time
from pathlib import Path

import numpy as np
import pyproj
import shapely

import theatre as theatres


def cells_of(theatre):
    """The cells in the plane, in the order of the places."""
    to_plane = pyproj.Transformer.from_crs(4326, theatre.projection, always_xy=True)
    project = lambda c: np.column_stack(to_plane.transform(c[:, 0], c[:, 1]))
    outline = shapely.transform(shapely.from_geojson(json.dumps(theatre.outline)), project)
    sites = shapely.multipoints(project(theatre.degrees))
    diagram = shapely.voronoi_polygons(sites, extend_to=outline, ordered=True)
    cells = shapely.get_parts(diagram)
    # Only the cells at the edge need cutting.
    shapely.prepare(outline)
    cut = ~shapely.contains_properly(outline, cells)
    cells[cut] = shapely.intersection(cells[cut], outline)
    return cells


class Drawing:
    """Joins cells by holder."""

    def __init__(self, cells, method):
        self.cells = cells
        self.method = method

    def ground(self, holders):
        if self.method == "dissolve":
            import geopandas  # which the fast way does not have to wait for

            frame = geopandas.GeoDataFrame({"holder": holders}, geometry=self.cells)
            return list(frame.dissolve(by="holder").geometry.items())
        return [
            (holder, shapely.coverage_union_all(self.cells[holders == holder]))
            for holder in np.unique(holders)
        ]


def collection(date, ground, to_degrees):
    features = []
    for holder, shape in ground:
        shape = shapely.transform(shape, to_degrees)
        features.append(
            f'{{"type":"Feature","properties":{{"start":"{date}T00:00:00Z","holder":"{holder}"}},'
            f'"geometry":{shapely.to_geojson(shape)}}}')
    return '{"type":"FeatureCollection","features":[\n' + ",\n".join(features) + "\n]}\n"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("theatre")
    parser.add_argument("out", type=Path)
    parser.add_argument("--method", choices=["coverage", "dissolve"], default="coverage")
    parser.add_argument("--days", type=int)
    options = parser.parse_args()

    start = time.perf_counter()
    theatre = theatres.read(options.theatre)
    drawing = Drawing(cells_of(theatre), options.method)
    from_plane = pyproj.Transformer.from_crs(theatre.projection, 4326, always_xy=True)
    to_degrees = lambda c: np.column_stack(from_plane.transform(c[:, 0], c[:, 1])).round(6)
    options.out.mkdir(parents=True, exist_ok=True)
    prepared = time.perf_counter()

    wanted = set(theatres.evenly(theatre.dates, options.days))
    holders = np.full(len(theatre.degrees), theatres.UNKNOWN, dtype=object)
    for date, changes in theatre.changes:
        for site, holder in changes:
            holders[site] = holder
        if date in wanted:
            text = collection(date, drawing.ground(holders.astype(str)), to_degrees)
            (options.out / f"{date}.geojson").write_text(text, encoding="utf-8")
    done = time.perf_counter()
    print(json.dumps({
        "dates": len(theatre.changes), "drawn": len(wanted), "skipped_reports": theatre.skipped,
        "prepare_s": prepared - start, "draw_s": done - prepared}))


if __name__ == "__main__":
    main()
