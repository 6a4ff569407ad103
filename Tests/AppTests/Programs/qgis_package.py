"""Opens a GeoPackage of geotrack in QGIS and holds it against the GeoJSON of the same map.

    qgis_package.py PACKAGE GEOJSON-FOLDER

On five dates QGIS' own temporal filter must let the same features through. The style must be that of the
package, with the time settings on, and the R-tree must answer questions about a box.
Prints a line for each fault and exits with 1 if there is any. Needs Debian's python3-qgis.
"""
import os
import sqlite3
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from qgis.core import (  # noqa: E402
    QgsFeatureRequest, QgsRectangle, QgsVectorLayer, QgsVectorLayerTemporalContext)
from qgis_shared import all_of, period_faults, report, run  # noqa: E402

LAYERS = ["control", "frontlines", "pockets", "fighting", "places", "staleness", "reports", "incidents"]
DATES = ["2016-10-16", "2016-11-05", "2016-11-17", "2017-02-20", "2017-07-10"]


def shown(layer, date):
    context = QgsVectorLayerTemporalContext()
    context.setLayer(layer)
    request = QgsFeatureRequest()
    request.setFilterExpression(layer.temporalProperties().createFilterString(context, all_of(date)))
    return [feature for feature in layer.getFeatures(request)]


def keys_of_package(features):
    return sorted(
        # A package has the last millisecond of a period where the GeoJSON has the day after.
        (feature["start"].toString("yyyy-MM-dd"), feature["end"].addMSecs(1).toString("yyyy-MM-dd")
         if feature["end"].time().msec() else feature["end"].toString("yyyy-MM-dd"),
         round(feature.geometry().area(), 4), round(feature.geometry().length(), 3),
         feature.geometry().isNull())
        for feature in features)


def keys_of_geojson(path, date):
    layer = QgsVectorLayer(path, "plain", "ogr")
    found = [feature for feature in layer.getFeatures()
             if feature["start"].toString("yyyy-MM-dd") <= date
             < feature["end"].toString("yyyy-MM-dd")]
    return keys_of_package(found)


def main():
    package, folder = sys.argv[1:]
    faults, compared = [], 0
    for name in LAYERS:
        layer = QgsVectorLayer(f"{package}|layername={name}", name, "ogr")
        if not layer.isValid():
            faults.append(f"{name}: QGIS cannot open it")
            continue
        styled = layer.loadDefaultStyle()[1]
        temporal = layer.temporalProperties()
        if not styled or not temporal.isActive():
            faults.append(f"{name}: no style of its own, or no time: {temporal.isActive()}")
        if layer.renderer().type() != "RuleRenderer":
            faults.append(f"{name}: drawn by {layer.renderer().type()}")
        faults += period_faults(name, temporal)
        temporal.setIsActive(True)
        for date in DATES:
            found = keys_of_package(shown(layer, date))
            expected = keys_of_geojson(os.path.join(folder, name + ".geojson"), date)
            compared += 1
            if found != expected:
                faults.append(f"{name} on {date}: {len(found)} features, expected {len(expected)}")
        if not layer.dataProvider().hasSpatialIndex():
            faults.append(f"{name}: no spatial index")
    database = sqlite3.connect(package)
    for check, expected in [("integrity_check", [("ok",)]), ("foreign_key_check", [])]:
        if database.execute(f"PRAGMA {check}").fetchall() != expected:
            faults.append(f"{check} fails")
    box = QgsRectangle(43.0, 36.2, 43.3, 36.5)
    places = QgsVectorLayer(f"{package}|layername=places", "places", "ogr")
    by_index = database.execute(
        "SELECT count(*) FROM rtree_places_geom WHERE minx <= 43.3 AND maxx >= 43.0 "
        "AND miny <= 36.5 AND maxy >= 36.2").fetchone()[0]
    by_qgis = len(list(places.getFeatures(QgsFeatureRequest(box))))
    if by_index != by_qgis or by_qgis == 0:
        faults.append(f"the R-tree finds {by_index} places, QGIS {by_qgis}")
    return report(f"{compared} frames compared", faults)


if __name__ == "__main__":
    run(main)
