"""What the programs that try maps in QGIS share: arguments, days, the frames they render, and a start and an end."""
import argparse
import json
import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from qgis.core import (  # noqa: E402
    QgsApplication, QgsDateTimeRange, QgsMapRendererSequentialJob, QgsMapSettings, QgsPointXY, QgsRectangle,
    QgsVectorLayerTemporalProperties)
from qgis.PyQt.QtCore import QDateTime, QSize, Qt  # noqa: E402

FRAMES = {  # name: west, south, east, north, width in pixels
    "city": (43.02, 36.26, 43.28, 36.44, 2000),
    "plain": (42.2, 35.9, 43.7, 36.8, 2000),
    "theatre": (41.1, 34.8, 44.8, 37.5, 2200),
}


def frame_of(place):
    """The closest frame that a place lies in."""
    for name, (west, south, east, north, _) in FRAMES.items():
        if west < place["longitude"] < east and south < place["latitude"] < north:
            return name
    return None


def arguments(map_name):
    """The arguments of a program: a map, a JSON file of what is expected, which is read, and where pictures go."""
    parser = argparse.ArgumentParser()
    parser.add_argument(map_name)
    parser.add_argument("expected")
    parser.add_argument("--pictures")
    options = parser.parse_args()
    with open(options.expected, encoding="utf-8") as file:
        options.expected = json.load(file)
    return options


def day(text):
    return QDateTime.fromString(text + "T00:00:00Z", Qt.ISODate)


def all_of(text):
    """A day as a period, from its midnight to the next."""
    return QgsDateTimeRange(day(text), day(text).addDays(1), True, False)


def period_faults(name, temporal):
    """What is wrong with the fields that a layer takes its periods from."""
    fields = (temporal.startField(), temporal.endField())
    if fields != ("start", "end"):
        yield f"{name}: QGIS takes its period from {fields}"
    if temporal.mode() != QgsVectorLayerTemporalProperties.ModeFeatureDateTimeStartAndEndFromFields:
        yield f"{name}: QGIS does not see start and end as a period: its mode is {temporal.mode()}"


def settings_for(layers, frame, date, stretch=1):
    """The settings to draw layers on a day, without a reference system, and the frame's rectangle in degrees."""
    west, south, east, north, width = FRAMES[frame]
    settings = QgsMapSettings()
    settings.setLayers(layers)
    settings.setOutputSize(QSize(width, int(width * (north - south) / (east - west) * stretch)))
    settings.setFlag(QgsMapSettings.Antialiasing, False)
    settings.setIsTemporal(True)
    settings.setTemporalRange(all_of(date))
    return settings, QgsRectangle(west, south, east, north)


def drawn(settings):
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    return job.renderedImage()


def position(place):
    return QgsPointXY(place["longitude"], place["latitude"])


def color_at(image, pixel):
    return image.pixelColor(int(pixel.x()), int(pixel.y())).name()


def report(counted, faults):
    """Prints what was counted and a line for each fault, and returns the exit code: 1 if nothing was counted."""
    print(counted)
    for fault in faults:
        print(fault)
    return 1 if faults or counted.startswith("0 ") else 0


def run(main):
    """Runs a program's main within QGIS, and ends with what that returns."""
    QgsApplication.setPrefixPath("/usr", True)
    application = QgsApplication([], False)
    application.initQgis()
    status = main()
    sys.stdout.flush()
    # QGIS' own teardown can crash after everything is done; the answer is out already.
    os._exit(status)
