/// Assessment of results: classes, verdicts, balances and comparisons, with ids and the user's
/// units; no causes and no cuts.
@NullMarked
package org.tonle.assess;

import org.jspecify.annotations.NullMarked;
