/// Measurements to make next, and the worth of each for a demand.
@NullMarked
package org.tonle.measure;

import org.jspecify.annotations.NullMarked;
