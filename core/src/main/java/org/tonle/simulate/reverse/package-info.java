/// Reverse sweeps, against the flow: the effect of every load on a receptor.
@NullMarked
package org.tonle.simulate.reverse;

import org.jspecify.annotations.NullMarked;
