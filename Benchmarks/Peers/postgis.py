"""A map of each day as PostGIS draws it.

    postgis.py THEATRE OUT --socket FOLDER --days N

Sites and changes are loaded into tables. PostGIS makes the Voronoi cells, cuts them to the boundary
and, for each date, joins the cells of each holder (by ST_CoverageUnion where there is one, from
version 3.4 on) and prints GeoJSON. Prints how long preparing and
drawing took and how much memory the server's process had at most, as JSON.
"""
import argparse
import json
import subprocess
import time
from pathlib import Path

import theatre as theatres

PREPARE = """
\\set ON_ERROR_STOP 1
set client_min_messages to warning;
create temporary table outline as
  select st_transform(st_setsrid(st_geomfromgeojson(:'outline'), 4326), :'plane') as shape;
create temporary table site (number int primary key, longitude float8, latitude float8);
create temporary table change (day date, number int, holder text);
\\copy site from '{sites}' (format csv)
\\copy change from '{changes}' (format csv)
create temporary table point as select number, st_transform(
  st_setsrid(st_makepoint(longitude, latitude), 4326), :'plane') as shape from site;
create temporary table diagram as select (st_dump(st_voronoipolygons(
  (select st_collect(shape) from point), 0, (select shape from outline)))).geom as shape;
create index on diagram using gist (shape);
analyze diagram;
create temporary table cell as
  select point.number, 'unknown' as holder,
    case when st_contains(outline.shape, diagram.shape) then diagram.shape
      else st_intersection(diagram.shape, outline.shape) end as shape
  from point join diagram on st_intersects(diagram.shape, point.shape), outline;
create unique index on cell (number);
analyze cell;
select case when exists (select from pg_proc where proname = 'st_coverageunion')
  then 'st_coverageunion' else 'st_union' end as joined \\gset
"""

# The latest change of each site up to the day decides; then one row for each holder.
DAY = """
update cell set holder = latest.holder from (
  select distinct on (number) number, holder from change
  where day > '{before}' and day <= '{day}' order by number, day desc) as latest
  where cell.number = latest.number;
\\o '{out}'
select json_build_object('type', 'FeatureCollection', 'features', json_agg(json_build_object(
  'type', 'Feature', 'properties', json_build_object(
    'start', '{day}T00:00:00Z', 'holder', holder),
  'geometry', st_asgeojson(st_transform(shape, :'plane', 4326), 6)::json)))
from (select holder, :joined(shape) as shape from cell group by holder order by holder) as ground;
\\o
"""

# The most memory that the server's process for this connection has had.
MEMORY = "select substring(pg_read_file('/proc/self/status') from 'VmHWM:\\s*(\\d+)');\n"


def script(theatre, out, count):
    sites, changes = out / "sites.csv", out / "changes.csv"
    sites.write_text("".join(f"{i},{x},{y}\n" for i, (x, y) in enumerate(theatre.degrees)))
    changes.write_text("".join(
        f"{date},{site},{holder}\n" for date, rows in theatre.changes for site, holder in rows))
    parts = [PREPARE.format(sites=sites, changes=changes), "\\! date +%s.%N\n"]
    before = "0001-01-01"
    for day in theatres.evenly(theatre.dates, count):
        parts.append(DAY.format(day=day, before=before, out=out / f"{day}.geojson"))
        before = day
    return "".join(parts) + "\\! date +%s.%N\n" + MEMORY


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("theatre")
    parser.add_argument("out", type=Path)
    parser.add_argument("--socket", required=True)
    parser.add_argument("--days", type=int)
    options = parser.parse_args()

    start = time.time()
    theatre = theatres.read(options.theatre)
    options.out.mkdir(parents=True, exist_ok=True)
    text = script(theatre, options.out, options.days)
    psql = subprocess.run(
        ["psql", "-X", "-q", "-A", "-t", "-h", options.socket, "-U", "peer", "-d", "postgres",
         "-v", f"plane={theatre.projection} +type=crs",
         "-v", "outline=" + json.dumps(theatre.outline), "-f", "-"],
        input=text, text=True, stdout=subprocess.PIPE, check=True)
    prepared, done, memory = psql.stdout.split()
    print(json.dumps({
        "dates": len(theatre.changes), "drawn": min(len(theatre.dates), options.days or 10**9),
        "skipped_reports": theatre.skipped, "prepare_s": float(prepared) - start,
        "draw_s": float(done) - float(prepared), "server_peak_mb": int(memory) / 1024}))


if __name__ == "__main__":
    main()
