/// Arithmetic over the draws of one reach in float, as plain loops and in the machine's vectors.
@NullMarked
package org.tonle.simulate.lanes;

import org.jspecify.annotations.NullMarked;
