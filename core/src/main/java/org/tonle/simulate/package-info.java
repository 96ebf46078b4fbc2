/// Kernels over arrays: mix, route, decay, linked groups, lakes, the cyclic year.
@NullMarked
package org.tonle.simulate;

import org.jspecify.annotations.NullMarked;
