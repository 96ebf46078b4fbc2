/// Results, places, limits and loads of kernels over arrays; the kernels are in sub-packages.
@NullMarked
package org.tonle.simulate;

import org.jspecify.annotations.NullMarked;
