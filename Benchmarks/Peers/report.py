"""The results as a page to read."""

MAPS = {
    "shapely": "shapely 2, coverage union",
    "geopandas": "geopandas, dissolve",
    "postgis": "PostGIS",
}


def markdown(results):
    sections = [heading(results)]
    if any(name in results for name in MAPS):
        sections.append(maps(results))
    for name, section in (
            ("ogr2ogr", writing), ("start", starting), ("scaling", scaling),
            ("evidence", evidence)):
        if name in results:
            sections.append(section(results[name]))
    return "\n\n".join(sections) + "\n"


def heading(results):
    machine, theatre = results["machine"], results["theatre"]
    versions = ", ".join(f"{name} {version}" for name, version in results["versions"].items())
    return "\n".join([
        f"# geotrack and its peers, {machine['date']}", "",
        f"- {machine['processor']}, {machine['cores']} cores, {machine['memory_gb']} GB; "
        f"{machine['system']}; {machine['swift']}",
        f"- {versions}",
        *([f"- {results['postgis']['version']}"] if "postgis" in results else []),
        f"- load average {results['load_before']} before and {results['load_after']} after: "
        "more than about 1 before means that the machine was not quiet",
        f"- theatre: {theatre['title']} ({theatre['places']:,} places, "
        f"{theatre['reports']:,} reports)",
    ])


def row(*cells):
    return "| " + " | ".join(str(cell) for cell in cells) + " |"


def maps(results):
    lines = [
        "## A map of each date, from the tables to the files", "",
        "Whole processes, run in turn; medians. Both write the ground of each holder on each date on "
        "which it changes; geotrack also proves its cells, writes the layer over time and a manifest.",
        "",
        row("peer", "dates drawn", "geotrack", "peer", "times as fast", "memory: geotrack", "peer",
            "share", "areas differ by at most"),
        row("---", *["---:"] * 8),
    ]
    for name, title in MAPS.items():
        if name not in results:
            continue
        found = results[name]
        is_part = found["dates_drawn"] < found["dates"]
        lines.append(row(
            title, f"{found['dates_drawn']} of {found['dates']}", f"{found['geotrack_s']:.2f} s",
            f"{'≈ ' if is_part else ''}{found['peer_s']:.1f} s",
            f"**{found['peer_s'] / found['geotrack_s']:.0f}**", f"{found['geotrack_mb']:.0f} MB",
            f"{found['peer_mb']:.0f} MB", f"{found['geotrack_mb'] / found['peer_mb']:.2f}",
            f"{100 * found['largest_difference']:.4f} %"))
    lines += ["", "≈: drawn on some dates, evenly spread; the time of drawing is scaled to all. "
              "PostGIS' memory is the server's process for the connection."]
    return "\n".join(lines)


def writing(found):
    theirs = found["ogr2ogr_writing_s"]
    return "\n".join([
        "## Writing GeoJSON on one thread", "",
        f"{found['features']:,} polygons, {found['megabytes']:.0f} MB (ogr2ogr's file: "
        f"{found['ogr2ogr_megabytes']:.0f} MB), from memory to a file. ogr2ogr writes them from a "
        f"GeoPackage in {found['ogr2ogr_s']:.2f} s; a pass that only reads takes "
        f"{found['ogr2ogr_reading_s']:.2f} s and is taken off.", "",
        row("", "time", "times as fast"), row("---", "---:", "---:"),
        row("ogr2ogr, RFC7946=YES, COORDINATE_PRECISION=6", f"{theirs:.3f} s", ""),
        row("FeatureWriter, any features", f"{found['plain_s']:.3f} s",
            f"**{theirs / found['plain_s']:.1f}**"),
        row("FeatureWriter, corners in a table (as the command `snapshots`)",
            f"{found['shared_s']:.3f} s", f"**{theirs / found['shared_s']:.1f}**"),
    ])


def starting(found):
    return "\n".join([
        "## Starting", "",
        f"`geotrack distance Hatra Mosul` takes {found['geotrack_ms']:.2f} ms, a Swift program that "
        f"prints one word {found['empty_ms']:.2f} ms: {found['geotrack_ms'] - found['empty_ms']:.2f} "
        f"ms more, **{found['geotrack_ms'] / found['empty_ms']:.2f}** times as long "
        f"(medians of 200 runs in turn; the least were {found['geotrack_least_ms']:.2f} ms and "
        f"{found['empty_least_ms']:.2f} ms).",
    ])


def evidence(found):
    plain = found["plain_s"]
    lines = [
        "## Evidence", "",
        "`snapshots --layers control`, whole processes, run in turn; medians.", "",
        row("", "time", "of the plain map's"), row("---", "---:", "---:"),
        row("plain", f"{plain:.2f} s", ""),
    ]
    for name, title in (
            ("known", "`--view assessed --known-on` a day by which all is known"),
            ("confirmed", "`--view confirmed`")):
        lines.append(row(title, f"{found[f'{name}_s']:.2f} s", f"× **{found[f'{name}_s'] / plain:.2f}**"))
    lines += [
        "", f"`explain {found['place']} --on {found['day']}` takes {found['explain_s']:.2f} s, "
        f"`without {found['source']}` on that day {found['without_s']:.2f} s."]
    return "\n".join(lines)


def scaling(found):
    lines = [
        "## Growing", "",
        "Time before writing (reading, making ready, finding how long everything lasts) of made-up "
        "theatres: 10,000 places on 200 days, the same changes on 400 days, and 100,000 places with "
        "ten times the changes.", "",
        row("layers", "10,000 places", "twice the dates", "", "ten times the places", ""),
        row("---", *["---:"] * 5),
    ]
    for layers, stages in found.items():
        times = {name: stage["before_writing"] for name, stage in stages["milliseconds"].items()}
        lines.append(row(
            layers.replace(",", ", "), f"{times['plain']:.0f} ms", f"{times['dates']:.0f} ms",
            f"× **{stages['twice_the_dates']:.2f}**", f"{times['places']:.0f} ms",
            f"× **{stages['ten_times_the_places']:.1f}**"))
    return "\n".join(lines)
