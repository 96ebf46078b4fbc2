/// Demands: the load that a place can bear, and how rules divide a cut.
@NullMarked
package org.tonle.demand;

import org.jspecify.annotations.NullMarked;
