"""What the programs that try maps in QGIS share: the frames they render, days, and a start and an end."""
import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from qgis.core import QgsApplication  # noqa: E402
from qgis.PyQt.QtCore import QDateTime, Qt  # noqa: E402

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


def day(text):
    return QDateTime.fromString(text + "T00:00:00Z", Qt.ISODate)


def run(main):
    """Runs a program's main within QGIS, and ends with what that returns."""
    QgsApplication.setPrefixPath("/usr", True)
    application = QgsApplication([], False)
    application.initQgis()
    status = main()
    sys.stdout.flush()
    # QGIS' own teardown can crash after everything is done; the answer is out already.
    os._exit(status)
