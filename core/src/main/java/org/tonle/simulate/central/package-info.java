/// Kernel in double: the central run.
@NullMarked
package org.tonle.simulate.central;

import org.jspecify.annotations.NullMarked;
