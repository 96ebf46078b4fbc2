/// Pictures as pixels: an SVG picture of a report becomes a PNG file.
@NullMarked
package org.tonle.report.raster;

import org.jspecify.annotations.NullMarked;
