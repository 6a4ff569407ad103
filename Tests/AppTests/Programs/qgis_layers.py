"""Opens geotrack's layers in QGIS, renders frames, and checks the colour at known places.

    qgis_layers.py FOLDER EXPECTED.json [--pictures OUT]

EXPECTED.json: {"2016-11-05": [{"id", "longitude", "latitude", "color"}, ...], ...}.
Prints a line for each fault and exits with 1 if there is any. Needs Debian's python3-qgis.
"""
import argparse
import json
import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from qgis.core import (  # noqa: E402
    QgsCoordinateReferenceSystem, QgsDateTimeRange, QgsFillSymbol, QgsMapSettings,
    QgsMapRendererSequentialJob, QgsPointXY, QgsProperty, QgsRectangle,
    QgsSingleSymbolRenderer, QgsSymbolLayer, QgsVectorLayer, QgsVectorLayerTemporalProperties)
from qgis.PyQt.QtCore import QSize  # noqa: E402
from qgis.PyQt.QtGui import QColor  # noqa: E402
from qgis_frames import FRAMES, day, frame_of, run  # noqa: E402

LAYERS = ["control", "frontlines", "pockets", "places", "reports", "incidents"]


def open_layer(folder, name, faults):
    layer = QgsVectorLayer(os.path.join(folder, name + ".geojson"), name, "ogr")
    if not layer.isValid():
        faults.append(f"{name}: QGIS cannot open it")
        return None
    temporal = layer.temporalProperties()
    temporal.guessDefaultsFromFields(layer.fields())
    if (temporal.startField(), temporal.endField()) != ("start", "end"):
        faults.append(f"{name}: QGIS takes {temporal.startField()!r} to {temporal.endField()!r}")
    mode = QgsVectorLayerTemporalProperties.ModeFeatureDateTimeStartAndEndFromFields
    if temporal.mode() != mode:
        faults.append(f"{name}: QGIS does not see start and end as a period")
    temporal.setIsActive(True)
    return layer


def colour_by_property(layer):
    symbol = QgsFillSymbol.createSimple({"color": "#ff00ff", "outline_style": "no"})
    symbol.symbolLayer(0).setDataDefinedProperty(
        QgsSymbolLayer.PropertyFillColor, QgsProperty.fromField("color"))
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))


def render(layers, frame, date):
    west, south, east, north, width = FRAMES[frame]
    settings = QgsMapSettings()
    settings.setLayers(layers)
    settings.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    settings.setExtent(QgsRectangle(west, south, east, north))
    settings.setOutputSize(QSize(width, int(width * (north - south) / (east - west))))
    settings.setBackgroundColor(QColor("#ffffff"))
    settings.setFlag(QgsMapSettings.Antialiasing, False)
    settings.setIsTemporal(True)
    settings.setTemporalRange(QgsDateTimeRange(day(date), day(date).addDays(1), True, False))
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    return job.renderedImage(), settings.mapToPixel()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("expected")
    parser.add_argument("--pictures")
    options = parser.parse_args()
    with open(options.expected, encoding="utf-8") as file:
        expected = json.load(file)
    faults, checked = [], 0
    layers = {name: open_layer(options.folder, name, faults) for name in LAYERS}
    control = layers["control"]
    if control is not None:
        colour_by_property(control)
        for date, places in expected.items():
            for frame in FRAMES:
                image, to_pixel = render([control], frame, date)
                if options.pictures:
                    image.save(os.path.join(options.pictures, f"{date}-{frame}.png"))
                for place in places:
                    if frame_of(place) != frame:
                        continue
                    pixel = to_pixel.transform(QgsPointXY(place["longitude"], place["latitude"]))
                    found = image.pixelColor(int(pixel.x()), int(pixel.y())).name()
                    checked += 1
                    if found != place["color"]:
                        faults.append(
                            f"{date}: {place['id']} is drawn {found}, expected {place['color']}")
    print(f"{checked} places checked")
    for fault in faults:
        print(fault)
    return 1 if faults or checked == 0 else 0


if __name__ == "__main__":
    run(main)
