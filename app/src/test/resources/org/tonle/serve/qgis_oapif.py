"""Reads the layers of a running server as a user of QGIS would: by QGIS' own provider.

qgis_oapif.py URL: prints JSON: for each layer its features, fields, geometries and attributes.
"""

import json
import os
import sys

from qgis.core import QgsApplication, QgsFeatureRequest, QgsRectangle, QgsVectorLayer

application = QgsApplication([], False)
application.initQgis()
url = sys.argv[1]
listing = QgsVectorLayer("OAPIF:" + url, "list", "ogr")
names = [part.split("!!::!!")[1] for part in listing.dataProvider().subLayers()]
if not names and listing.isValid():
    names = [listing.dataProvider().layerName()]
read = {}
for name in names:
    source = f"url='{url}' typename='{name}'"
    layer = QgsVectorLayer(source, name, "OAPIF")
    paged = QgsVectorLayer(source + " pageSize='7'", name, "OAPIF")
    features = list(layer.getFeatures())
    box = features[0].geometry().boundingBox().buffered(1e-6) if features else QgsRectangle()
    within = list(layer.getFeatures(QgsFeatureRequest(box)))
    read[name] = {
        "valid": layer.isValid(),
        "crs": layer.crs().authid(),
        "count": len(features),
        "paged": len(list(paged.getFeatures())),
        "within": len(within),
        "fields": {f.name(): f.typeName() for f in layer.fields()},
        "ids": [f["id"] for f in features],
        "empty": sum(f.geometry().isEmpty() for f in features),
        "first": {} if not features else {k: str(v) for k, v in features[0].attributeMap().items()},
        "error": layer.error().message() or layer.dataProvider().error().message(),
    }
print("READ " + json.dumps(read), flush=True)
os._exit(0)  # QGIS 3.22 may crash when Python takes its layers down
