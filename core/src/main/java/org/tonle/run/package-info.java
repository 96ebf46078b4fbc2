/// Runs of a study under a scenario; the only caller of the kernels in simulate.
@NullMarked
package org.tonle.run;

import org.jspecify.annotations.NullMarked;
