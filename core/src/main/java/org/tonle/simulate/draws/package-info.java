/// Kernel of the draws, in float: all draws at once.
@NullMarked
package org.tonle.simulate.draws;

import org.jspecify.annotations.NullMarked;
