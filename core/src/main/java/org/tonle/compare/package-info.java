/// Comparison of a study under one scenario with the same study under another.
@NullMarked
package org.tonle.compare;

import org.jspecify.annotations.NullMarked;
