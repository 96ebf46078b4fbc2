/// Results as files: CSV, GeoPackage, JSON.
@NullMarked
package org.tonle.export;

import org.jspecify.annotations.NullMarked;
