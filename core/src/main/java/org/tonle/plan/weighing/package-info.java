/// Weighing of a study's plan: what budgets buy, what standards cost, what holds whatever the
/// prices, and what else could be built, in the words of the study.
@NullMarked
package org.tonle.plan.weighing;

import org.jspecify.annotations.NullMarked;
