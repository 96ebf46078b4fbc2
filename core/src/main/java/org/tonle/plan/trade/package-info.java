/// Trades of a plan: what budgets buy, what standards cost, what else could be built, and what
/// cannot hold together.
@NullMarked
package org.tonle.plan.trade;

import org.jspecify.annotations.NullMarked;
