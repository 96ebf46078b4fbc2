/// Differences of two results: in their inputs, and in the numbers that moved.
@NullMarked
package org.tonle.diff;

import org.jspecify.annotations.NullMarked;
