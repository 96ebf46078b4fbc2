/// Arithmetic of costs: curves, running, renewal, discounting, draws.
@NullMarked
package org.tonle.plan.cost;

import org.jspecify.annotations.NullMarked;
