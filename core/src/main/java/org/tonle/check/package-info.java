/// Checks of a prepared study that say what a run would get wrong or lose.
@NullMarked
package org.tonle.check;

import org.jspecify.annotations.NullMarked;
