/// Least-cost plans on a river tree: sources with options, a standard on every reach, no budgets.
@NullMarked
package org.tonle.plan.tree;

import org.jspecify.annotations.NullMarked;
