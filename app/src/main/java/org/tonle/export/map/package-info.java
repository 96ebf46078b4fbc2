/// Map of a result: a GeoPackage with its layers, styles and colours.
@NullMarked
package org.tonle.export.map;

import org.jspecify.annotations.NullMarked;
