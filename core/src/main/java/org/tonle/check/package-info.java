/// Checks of a prepared study for errors and losses that a run would have.
@NullMarked
package org.tonle.check;

import org.jspecify.annotations.NullMarked;
