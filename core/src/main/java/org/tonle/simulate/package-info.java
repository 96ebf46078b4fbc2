/// Kernels over arrays: a network, its loads and rates in, statistics and balances out.
@NullMarked
package org.tonle.simulate;

import org.jspecify.annotations.NullMarked;
