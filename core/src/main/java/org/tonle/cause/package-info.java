/// Causes of a concentration: how much each source or water adds to it.
@NullMarked
package org.tonle.cause;

import org.jspecify.annotations.NullMarked;
