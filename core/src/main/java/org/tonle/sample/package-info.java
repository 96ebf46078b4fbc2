/// Samples of the water: statistics with bounds kept as bounds, trends, verdicts of what was
/// measured, and the share of good water bodies (docs/theory/measured.md).
@NullMarked
package org.tonle.sample;

import org.jspecify.annotations.NullMarked;
