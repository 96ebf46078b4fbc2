/// Parameters fitted to observations, and their errors.
@NullMarked
package org.tonle.fit;

import org.jspecify.annotations.NullMarked;
