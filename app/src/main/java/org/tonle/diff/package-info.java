/// Differences of two results: of what they were computed from, and of the numbers that moved.
@NullMarked
package org.tonle.diff;

import org.jspecify.annotations.NullMarked;
