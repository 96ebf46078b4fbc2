/// OGC API - Features: reaches, lakes, sources and results for QGIS and other programs of maps.
@NullMarked
package org.tonle.serve.ogc;

import org.jspecify.annotations.NullMarked;
