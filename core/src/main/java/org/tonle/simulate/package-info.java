/// Results, places, limits and loads of kernels over arrays; the kernels stand in sub-packages.
@NullMarked
package org.tonle.simulate;

import org.jspecify.annotations.NullMarked;
