"""Opens a project that geotrack wrote in QGIS and holds it against what it must show.

    qgis_project.py PROJECT EXPECTED.json [--pictures OUT]

EXPECTED.json: {"since": "2016-10-16", "end": "2017-08-01", "crs": "EPSG:32638", "title": "...",
"bookmarks": ["Mosul", ...], "layout_date": "31 July 2017", "words": ["Front lines", ...],
"dates": {"2016-11-05": [{"id", "longitude", "latitude", "color", "isContested"}, ...], ...}}.

The project must open with no bad layer and no message, with its layers, period and step; the frames of the
dates must show each place in its holder's colour; the print layout must be exported with what it names;
the layer definition and the styles must carry the time settings too.
Prints a line for each fault and exits with 1 if there is any. Needs Debian's python3-qgis.
"""
import os
import subprocess
import tempfile

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from qgis.core import (  # noqa: E402
    Qgis, QgsApplication, QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsInterval,
    QgsLayerDefinition, QgsLayoutExporter, QgsProject, QgsRenderContext, QgsTemporalNavigationObject,
    QgsUnitTypes, QgsVectorLayer)
from qgis.PyQt.QtGui import QImage  # noqa: E402
from qgis_shared import (  # noqa: E402
    FRAMES, all_of, arguments, color_at, drawn, frame_of, period_faults, position, report, run,
    settings_for)

TEMPORAL = {"control", "frontlines", "frontband", "pockets", "fighting", "places", "staleness", "reports",
            "incidents"}
HIDDEN = {"staleness", "reports", "incidents"}


def is_known(message):
    """What QGIS says of itself on a machine without a user's settings."""
    return "qgis.db" in message or "Could not open database" in message


class Messages:
    def __init__(self):
        self.texts = []
        QgsApplication.messageLog().messageReceived.connect(self.add)

    def add(self, text, tag, level):
        if level != Qgis.Info and not is_known(text):
            self.texts.append(f"{tag}: {text}")


def name_of(id):
    return id[len("geotrack-"):]


def check_layers(project, faults):
    layers = {name_of(layer.id()): layer for layer in project.mapLayers().values()}
    for name, layer in layers.items():
        if not layer.isValid():
            faults.append(f"{name}: QGIS cannot open it: {layer.error().summary()}")
            continue
        temporal = layer.temporalProperties()
        if temporal.isActive() != (name in TEMPORAL):
            faults.append(f"{name}: temporal is {temporal.isActive()}")
        if name in TEMPORAL:
            faults += period_faults(name, temporal)
            if temporal.limitMode() != Qgis.VectorTemporalLimitMode.IncludeBeginExcludeEnd:
                faults.append(f"{name}: its end is not exclusive")
        node = project.layerTreeRoot().findLayer(f"geotrack-{name}")
        if node is None or node.isVisible() == (name in HIDDEN):
            faults.append(f"{name}: not in the legend, or shown when it should not be")
        elif node.parent() == project.layerTreeRoot():
            faults.append(f"{name}: in no group of the legend")
        for rule in layer.renderer().rootRule().children():
            if rule.filterExpression() and rule.filter() is None or rule.symbol() is None:
                faults.append(f"{name}: QGIS cannot use the rule {rule.label()!r}")
            if rule.filter() is not None and rule.filter().hasParserError():
                faults.append(f"{name}: {rule.filter().parserErrorString()}")
    order = [name_of(node.layerId()) for node in project.layerTreeRoot().findLayers()]
    for above, below in [("names", "control"), ("places", "control"), ("frontlines", "control"),
                         ("barriers", "control")]:
        if above in order and order.index(above) > order.index(below):
            faults.append(f"{above} lies below {below}")
    return layers


def check_settings(project, expected, faults):
    def expect(what, found, wanted):
        if found != wanted:
            faults.append(f"{what}: {found!r}, expected {wanted!r}")

    settings = project.timeSettings()
    times = settings.temporalRange()
    form = "yyyy-MM-dd hh:mm"
    expect("range begins", times.begin().toString(form), expected["since"] + " 00:00")
    expect("range ends", times.end().toString(form), expected["end"] + " 00:00")
    expect("step", (settings.timeStep(), settings.timeStepUnit()), (1.0, QgsUnitTypes.TemporalDays))
    player = QgsTemporalNavigationObject()
    player.setTemporalExtents(times)
    player.setFrameDuration(QgsInterval(settings.timeStep(), settings.timeStepUnit()))
    last = player.dateTimeRangeForFrameNumber(player.totalFrameCount() - 1)
    expect("the last frame's end", last.end().toString(form), expected["end"] + " 00:00")
    mode = project.readNumEntry("TemporalControllerWidget", "/NavigationMode", 0)[0]
    expect("temporal controller", mode, int(QgsTemporalNavigationObject.Animated))
    if expected["crs"].startswith("EPSG:"):
        expect("reference system", project.crs().authid(), expected["crs"])
    else:
        wanted = QgsCoordinateReferenceSystem.fromProj(expected["crs"])
        expect("reference system", project.crs().toProj(), wanted.toProj())
    expect("title", project.title(), expected["title"])
    expect("metadata", project.metadata().title(), expected["title"])
    if "geotrack" not in project.metadata().abstract():
        faults.append("the metadata do not say who drew the map")
    names = [bookmark.name() for bookmark in project.bookmarkManager().bookmarks()]
    for name in expected["bookmarks"]:
        if name not in names:
            faults.append(f"no bookmark {name!r} among {names}")
    whole = project.viewSettings().defaultViewExtent()
    for bookmark in project.bookmarkManager().bookmarks():
        if not whole.intersects(bookmark.extent()) or bookmark.extent().isEmpty():
            faults.append(f"the bookmark {bookmark.name()!r} leads out of the theatre")


def render(project, layers, frame, date):
    settings, rectangle = settings_for(layers, frame, date, stretch=1.2)
    settings.setDestinationCrs(project.crs())
    settings.setTransformContext(project.transformContext())
    to_plane = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem("EPSG:4326"), project.crs(), project)
    settings.setExtent(to_plane.transformBoundingBox(rectangle))
    settings.setBackgroundColor(project.backgroundColor())
    settings.setExpressionContext(project.createExpressionContext())
    return drawn(settings), settings.mapToPixel(), to_plane


def paler(color, share=0.55):
    parts = [int(color[at:at + 2], 16) for at in (1, 3, 5)]
    return [255 + (part - 255) * share for part in parts]


def is_near(found, wanted):
    parts = [int(found[at:at + 2], 16) for at in (1, 3, 5)]
    return all(abs(one - other) <= 7 for one, other in zip(parts, wanted))


def is_between(found, one, other):
    """Whether a colour is one mixed with the other, as along the edge of a line."""
    steps = ([int(color[at:at + 2], 16) for at in (1, 3, 5)] for color in (one, other))
    low, high = steps
    return any(is_near(found, [a + (b - a) * step / 20 for a, b in zip(low, high)])
               for step in range(21))


def is_drawn(place, found, kind, places):
    """Whether a pixel is what a place may look like on the ground, or where its dot is."""
    if found == place["color"]:
        return True
    if kind == "ground" and is_near(found, paler(place["color"])):
        return True  # Ground of which most is inferred keeps 0.55 of its colour.
    if place["isContested"]:  # It is hatched, and its dot has a cross: white with dark edges.
        inks = [place["color"], "#ffffff", "#111111"]
        return any(is_between(found, one, other) for one in inks for other in inks)
    # Where places lie within 150 m of each other, the dot of one lies on the other.
    return kind == "marks" and any(
        found in (other["color"], "#ffffff") and other is not place
        and abs(other["longitude"] - place["longitude"]) < 0.0017
        and abs(other["latitude"] - place["latitude"]) < 0.0014 for other in places)


def check_frames(project, expected, pictures, faults):
    shown = [node.layer() for node in project.layerTreeRoot().findLayers() if node.isVisible()]
    names = [layer for layer in shown if name_of(layer.id()) == "names"]
    ground = [layer for layer in shown if name_of(layer.id()) == "control"]
    marked = [layer for layer in shown if layer not in names]
    checked = 0
    for date, places in expected["dates"].items():
        for frame in FRAMES:
            images = {"ground": render(project, ground, frame, date),
                      "marks": render(project, marked, frame, date)}
            if pictures:
                image = render(project, shown, frame, date)[0]
                image.save(os.path.join(pictures, f"{date}-{frame}.png"))
            for place in (place for place in places if frame_of(place) == frame):
                for kind, (image, to_pixel, to_plane) in images.items():
                    found = color_at(image, to_pixel.transform(to_plane.transform(position(place))))
                    checked += 1
                    if not is_drawn(place, found, kind, places):
                        faults.append(f"{date}, {kind}: {place['id']} is drawn {found}, "
                                      f"expected {place['color']}")
    return checked


def text_of(path):
    return subprocess.run(["pdftotext", "-layout", path, "-"], check=True, capture_output=True,
                          text=True).stdout


def check_layout(project, expected, pictures, faults):
    layouts = project.layoutManager().printLayouts()
    if len(layouts) != 1:
        faults.append(f"{len(layouts)} print layouts, expected one")
        return
    layout = layouts[0]
    layout.refresh()
    folder = pictures or tempfile.mkdtemp()
    pdf, png = os.path.join(folder, "layout.pdf"), os.path.join(folder, "layout.png")
    exporter = QgsLayoutExporter(layout)
    as_text = QgsLayoutExporter.PdfExportSettings()
    as_text.textRenderFormat = QgsRenderContext.TextFormatAlwaysText
    if exporter.exportToPdf(pdf, as_text) != QgsLayoutExporter.Success:
        faults.append(f"no PDF: {exporter.errorMessage()}")
        return
    text = " ".join(text_of(pdf).split())
    for word in [expected.get("layout_title", expected["title"]), expected["layout_date"], "km", "geotrack"] + expected["words"]:
        if word not in text:
            faults.append(f"the PDF does not say {word!r}")
    # The date follows the period of the map.
    map_item = layout.itemById("map")
    map_item.setTemporalRange(all_of(expected["since"]))
    layout.refresh()
    if expected["since"][:4] not in layout.itemById("date").currentText():
        faults.append(f"the date stays {layout.itemById('date').currentText()!r}")
    settings = QgsLayoutExporter.ImageExportSettings()
    settings.dpi = 120
    if exporter.exportToImage(png, settings) != QgsLayoutExporter.Success:
        faults.append(f"no PNG: {exporter.errorMessage()}")
        return
    image = QImage(png)
    arrow = layout.itemById("north arrow")
    box = arrow.sceneBoundingRect()
    scale = 120 / 25.4
    inks = {image.pixelColor(int((box.x() + box.width() * at / 40) * scale),
                             int((box.y() + box.height() * 0.4) * scale)).lightness()
            for at in range(41)}
    if min(inks) > 60:
        faults.append("no north arrow is drawn")


def check_definition(path, names, faults):
    project = QgsProject.instance()
    project.clear()
    is_right, message = QgsLayerDefinition.loadLayerDefinition(
        path, project, project.layerTreeRoot())
    found = {layer.name(): layer for layer in project.mapLayers().values()}
    if not is_right or set(found) != set(names):
        faults.append(f"the layer definition has {sorted(found)}: {message}")
    for title, layer in found.items():
        if not layer.isValid():
            faults.append(f"{title}: bad in the layer definition")
        elif layer.temporalProperties().isActive() != (names[title] in TEMPORAL):
            faults.append(f"{title}: the layer definition loses its time")


def check_styles(folder, layers, faults):
    for name in layers:
        file = name if name in TEMPORAL else f"base/{name}"
        layer = QgsVectorLayer(os.path.join(folder, file + ".geojson"), name, "ogr")
        message, is_right = layer.loadNamedStyle(os.path.join(folder, file + ".qml"))
        if not is_right:
            faults.append(f"{name}.qml: {message}")
        if layer.temporalProperties().isActive() != (name in TEMPORAL):
            faults.append(f"{name}.qml: temporal is {layer.temporalProperties().isActive()}")
        if layer.renderer().type() != "RuleRenderer":
            faults.append(f"{name}.qml: drawn by {layer.renderer().type()}")


def main():
    options = arguments("project")
    expected = options.expected
    faults, messages = [], Messages()
    project = QgsProject.instance()
    if not project.read(options.project):
        faults.append(f"QGIS does not read it: {project.error()}")
    layers = check_layers(project, faults)
    names = {layer.name(): name for name, layer in layers.items()}
    check_settings(project, expected, faults)
    checked = check_frames(project, expected, options.pictures, faults)
    check_layout(project, expected, options.pictures, faults)
    check_styles(os.path.dirname(options.project), list(layers), faults)
    check_definition(options.project[:-len("qgs")] + "qlr", names, faults)
    faults += [f"message: {text}" for text in messages.texts]
    return report(f"{len(layers)} layers, {checked} places checked", faults)


if __name__ == "__main__":
    run(main)
