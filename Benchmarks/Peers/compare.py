"""Measures geotrack and its peers in turn and writes what came out: see Scripts/peers."""
import argparse
import csv
import json
import shutil
import sys
from pathlib import Path

import machine
import report
import server
from measuring import Program, in_turn, median, run

HERE = Path(__file__).resolve().parent
BENCHMARKS = HERE.parent
ROOT = BENCHMARKS.parent
GEOTRACK = ROOT / ".build/release/geotrack"
PROGRAMS = BENCHMARKS / ".build/release"
SECTIONS = ["shapely", "geopandas", "postgis", "ogr2ogr", "start", "scaling", "evidence"]


def say(text):
    print(text, file=sys.stderr)


class Comparison:
    def __init__(self, options):
        self.options = options
        self.theatre = options.theatre
        self.work = BENCHMARKS / ".build/peers"
        self.python = self.work / "venv/bin/python"
        self.geotrack_out = self.work / "geotrack"
        self.sections = {}

    def geotrack(self, name="geotrack", *options):
        """The program, with everything that it wrote before removed."""
        return Program(
            name,
            [GEOTRACK, "snapshots", "--theatre", self.theatre, "--layers", "control",
             "--out", self.geotrack_out, *options],
            {"GEOTRACK_HOME": str(ROOT)}, before=lambda: remove(self.geotrack_out))

    def maps(self, name, peer, days, runs, memory=lambda run: run.megabytes):
        """Holds the maps of all days against a peer's, of which some days stand for all."""
        say(f"{name}: {days or 'all'} days, {runs} times")
        out = self.work / name
        peer = Program(name, [*peer, *(["--days", days] if days else [])],
                       before=lambda: remove(out))
        found = in_turn([self.geotrack(), peer], runs)
        said = [run.json for run in found[name]]
        return {
            "geotrack_s": median(run.seconds for run in found["geotrack"]),
            "peer_s": median(scaled(run.seconds, reply) for run, reply in zip(found[name], said)),
            "geotrack_processor_s": median(run.processor for run in found["geotrack"]),
            "peer_client_processor_s": median(run.processor for run in found[name]),
            "geotrack_mb": median(run.megabytes for run in found["geotrack"]),
            "peer_mb": median(memory(run) for run in found[name]),
            "peer_ms_per_date": median(1000 * s["draw_s"] / s["drawn"] for s in said),
            "dates": said[0]["dates"], "dates_drawn": said[0]["drawn"], "runs": runs,
            "largest_difference": self.difference(out),
            "all_s": {key: [round(run.seconds, 3) for run in runs] for key, runs in found.items()},
        }

    def difference(self, out):
        program = Program("agreement", [
            self.python, HERE / "agreement.py", self.theatre, self.geotrack_out / "snapshots", out])
        return run(program).json["largest_difference"]

    def python_maps(self, name, method, days, runs):
        script = [self.python, HERE / "daily_maps.py", self.theatre, self.work / name]
        return self.maps(name, [*script, "--method", method], days, runs)

    def shapely(self):
        return self.python_maps("shapely", "coverage", None, self.options.runs)

    def geopandas(self):
        return self.python_maps("geopandas", "dissolve", *self.part())

    def postgis(self):
        with server.running() as socket:
            said = server.query(socket, "select postgis_full_version()")
            peer = [self.python, HERE / "postgis.py", self.theatre, self.work / "postgis",
                    "--socket", socket]
            found = self.maps(
                "postgis", peer, *self.part(), memory=lambda run: run.json["server_peak_mb"])
        return {**found, "version": said}

    def part(self):
        """Of a peer that takes minutes, how many days are drawn, and how often."""
        return (None, 1) if self.options.full else (self.options.days, self.options.runs)

    def ogr2ogr(self):
        """Writing features that are in memory; what reading them costs is taken off ogr2ogr's time."""
        control = self.geotrack_out / "control.geojson"
        if not control.exists():
            run(self.geotrack())
        package, theirs = self.work / "control.gpkg", self.work / "ogr.geojson"
        package.unlink(missing_ok=True)
        run(Program("ogr2ogr", ["ogr2ogr", package, control]))
        options = ["-lco", "RFC7946=YES", "-lco", "COORDINATE_PRECISION=6"]
        ours = [PROGRAMS / "write-features", control, self.work / "ours.geojson"]
        found = in_turn([
            Program("feature by feature", ours),
            Program("shared corners", [*ours, "--shared"]),
            Program("ogr2ogr", ["ogr2ogr", "-f", "GeoJSON", *options, theirs, package],
                    before=lambda: theirs.unlink(missing_ok=True)),
            Program("ogr2ogr reading", ["ogr2ogr", "-f", "Memory", "nothing", package]),
        ], max(5, self.options.runs))
        times = {name: median(run.seconds for run in runs) for name, runs in found.items()}
        writing = {
            name: median(run.json["write_ms"] / 1000 for run in found[name])
            for name in ("feature by feature", "shared corners")}
        return {
            "features": found["shared corners"][0].json["features"],
            "megabytes": control.stat().st_size / 1e6, "ogr2ogr_megabytes": theirs.stat().st_size / 1e6,
            "plain_s": writing["feature by feature"], "shared_s": writing["shared corners"],
            "ogr2ogr_s": times["ogr2ogr"], "ogr2ogr_reading_s": times["ogr2ogr reading"],
            "ogr2ogr_writing_s": times["ogr2ogr"] - times["ogr2ogr reading"],
        }

    def start(self):
        """A distance in the built-in theatre, against a program that prints one word."""
        say("start: 200 times")
        found = in_turn([
            Program("geotrack", [GEOTRACK, "distance", "Hatra", "Mosul"],
                    {"GEOTRACK_HOME": str(ROOT)}),
            Program("empty", [PROGRAMS / "empty-program"]),
        ], 200)
        times = {}
        for name, runs in found.items():
            times[f"{name}_ms"] = 1000 * median(run.seconds for run in runs)
            times[f"{name}_least_ms"] = 1000 * min(run.seconds for run in runs)
        return times

    def evidence(self):
        """What was known by a day and what two sources confirm beside the plain map; one decision, and
        a report taken away."""
        report = self.middle_report()
        day = report["date"]
        maps = in_turn([
            self.geotrack("plain"),
            self.geotrack("known", "--view", "assessed", "--known-on", "2099-12-31"),
            self.geotrack("confirmed", "--view", "confirmed"),
        ], max(5, self.options.runs))
        asked = in_turn([
            Program("explain", [GEOTRACK, "explain", report["place"], *self.on(day)]),
            Program("without", [GEOTRACK, "without", report["source"], *self.on(day)]),
        ], max(5, self.options.runs))
        return {
            **{f"{name}_s": median(run.seconds for run in runs)
               for name, runs in {**maps, **asked}.items()},
            "place": report["place"], "source": report["source"], "day": day,
        }

    def on(self, day):
        return ["--on", day, "--theatre", self.theatre]

    def middle_report(self):
        """The middle one, by date, of the reports on places of their own ground and on a day."""
        regions = {row["parent"] for row in self.rows("places.csv")}
        settings = json.loads((self.theatre / "theatre.json").read_text(encoding="utf-8"))
        reports = sorted(
            (row["date"], row["id"], row) for row in self.rows("reports.csv")
            if row["place"] not in regions and len(row["date"]) == 10
            and settings["start"] <= row["date"] < settings["end"])
        return reports[len(reports) // 2][2]

    def rows(self, name):
        with open(self.theatre / name, encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file))

    def scaling(self):
        """Made-up theatres: twice the dates with the same changes, and ten times the places."""
        folders = {}
        for name, sites, spread in (
                ("plain", 10_000, 1), ("dates", 10_000, 2), ("places", 100_000, 1)):
            folders[name] = self.work / f"seeded-{name}"
            run(Program("make-theatre", [
                PROGRAMS / "make-theatre", sites, folders[name], "--spread", spread]))
        say(f"scaling: {self.options.runs} times")
        return {layers: self.stages(folders, layers) for layers in (
            "control", "control,frontlines,pockets")}

    def stages(self, folders, layers):
        found = in_turn([
            Program(name, [
                PROGRAMS / "stage-times", folder, "--layers", layers, "--runs", "3", "--json"])
            for name, folder in folders.items()], self.options.runs)
        times = {name: {
            stage: median(run.json[stage] for run in runs) for stage in runs[0].json
        } for name, runs in found.items()}
        plain = times["plain"]["before_writing"]
        return {
            "milliseconds": times,
            "twice_the_dates": times["dates"]["before_writing"] / plain,
            "ten_times_the_places": times["places"]["before_writing"] / plain,
        }


def remove(folder):
    shutil.rmtree(folder, ignore_errors=True)


def scaled(seconds, reply):
    """What a run would have taken, had it drawn all dates."""
    return seconds + reply["draw_s"] * (reply["dates"] / reply["drawn"] - 1)


def arguments():
    parser = argparse.ArgumentParser(prog="Scripts/peers")
    parser.add_argument("theatre", type=Path, help="the folder of a theatre")
    parser.add_argument("--only", default=",".join(SECTIONS),
                        help=f"some of {','.join(SECTIONS)}")
    parser.add_argument("--days", type=int, default=10,
                        help="how many dates geopandas and PostGIS draw; their time is scaled")
    parser.add_argument("--full", action="store_true", help="let them draw all dates, once")
    parser.add_argument("--runs", type=int, default=3, help="how often each is run")
    parser.add_argument("--out", type=Path, default=BENCHMARKS / "Results",
                        help="the folder for the results")
    options = parser.parse_args()
    for section in options.only.split(","):
        if section not in SECTIONS:
            parser.error(f"there is no \"{section}\": choose of {', '.join(SECTIONS)}")
    if not (options.theatre / "theatre.json").exists():
        parser.error(f"{options.theatre} is no theatre: it has no theatre.json")
    options.theatre = options.theatre.resolve()
    return options


def main():
    options = arguments()
    comparison = Comparison(options)
    settings = json.loads((options.theatre / "theatre.json").read_text(encoding="utf-8"))
    lines = lambda name: len((options.theatre / name).read_text(encoding="utf-8").splitlines()) - 1
    results = {
        "machine": machine.described(), "versions": machine.versions(comparison.python),
        "load_before": machine.load(),
        "theatre": {"name": settings["name"], "title": settings["title"],
                    "places": lines("places.csv"), "reports": lines("reports.csv")},
    }
    for section in options.only.split(","):
        results[section] = getattr(comparison, section)()
        results["load_after"] = machine.load()
        # After each, so that what is interrupted has not measured for nothing.
        path = save(results, options.out)
    print(report.markdown(results))
    say(f"written to {path}.md and .json")


def save(results, folder):
    """Writes the results so far and returns the path without its ending."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{results['machine']['date']}-{results['machine']['host']}"
    Path(f"{path}.json").write_text(json.dumps(results, indent=2) + "\n", encoding="utf-8")
    Path(f"{path}.md").write_text(report.markdown(results), encoding="utf-8")
    return path


if __name__ == "__main__":
    main()
