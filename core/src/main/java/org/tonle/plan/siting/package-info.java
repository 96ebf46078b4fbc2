/// Siting of plants: which towns share one, and by which trunk sewers.
@NullMarked
package org.tonle.plan.siting;

import org.jspecify.annotations.NullMarked;
