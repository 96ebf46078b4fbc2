/// Sweeps against the water: what a receptor feels of every load.
@NullMarked
package org.tonle.simulate.reverse;

import org.jspecify.annotations.NullMarked;
