/// Classes, verdicts, balances and comparisons, with ids and user's units again; no causes, no
/// cuts.
@NullMarked
package org.tonle.assess;

import org.jspecify.annotations.NullMarked;
