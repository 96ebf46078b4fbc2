/// Units of measure: between the user's units (mg/L, kg/d, km) and kernel units (g, m, s).
@NullMarked
package org.tonle.convert;

import org.jspecify.annotations.NullMarked;
