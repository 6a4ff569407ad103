"""Opens geotrack's layers in QGIS, renders frames, and checks the colour at known places.

    qgis_layers.py FOLDER EXPECTED.json [--pictures OUT]

EXPECTED.json: {"2016-11-05": [{"id", "longitude", "latitude", "color"}, ...], ...}.
Prints a line for each fault and exits with 1 if there is any. Needs Debian's python3-qgis.
"""
import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from qgis.core import (  # noqa: E402
    QgsCoordinateReferenceSystem, QgsFillSymbol, QgsProperty, QgsSingleSymbolRenderer, QgsSymbolLayer,
    QgsVectorLayer)
from qgis.PyQt.QtGui import QColor  # noqa: E402
from qgis_shared import (  # noqa: E402
    FRAMES, arguments, color_at, drawn, frame_of, period_faults, position, report, run, settings_for)

LAYERS = ["control", "frontlines", "pockets", "fighting", "places", "reports", "incidents"]


def open_layer(folder, name, faults):
    layer = QgsVectorLayer(os.path.join(folder, name + ".geojson"), name, "ogr")
    if not layer.isValid():
        faults.append(f"{name}: QGIS cannot open it")
        return None
    temporal = layer.temporalProperties()
    temporal.guessDefaultsFromFields(layer.fields())
    faults += period_faults(name, temporal)
    temporal.setIsActive(True)
    return layer


def colour_by_property(layer):
    symbol = QgsFillSymbol.createSimple({"color": "#ff00ff", "outline_style": "no"})
    symbol.symbolLayer(0).setDataDefinedProperty(
        QgsSymbolLayer.PropertyFillColor, QgsProperty.fromField("color"))
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))


def render(layers, frame, date):
    settings, rectangle = settings_for(layers, frame, date)
    settings.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    settings.setExtent(rectangle)
    settings.setBackgroundColor(QColor("#ffffff"))
    return drawn(settings), settings.mapToPixel()


def main():
    options = arguments("folder")
    faults, checked = [], 0
    layers = {name: open_layer(options.folder, name, faults) for name in LAYERS}
    control = layers["control"]
    if control is not None:
        colour_by_property(control)
        for date, places in options.expected.items():
            for frame in FRAMES:
                image, to_pixel = render([control], frame, date)
                if options.pictures:
                    image.save(os.path.join(options.pictures, f"{date}-{frame}.png"))
                for place in places:
                    if frame_of(place) != frame:
                        continue
                    found = color_at(image, to_pixel.transform(position(place)))
                    checked += 1
                    if found != place["color"]:
                        faults.append(
                            f"{date}: {place['id']} is drawn {found}, expected {place['color']}")
    return report(f"{checked} places checked", faults)


if __name__ == "__main__":
    run(main)
