/// Options of every outfall: what they change, cost, and add to every limit.
@NullMarked
package org.tonle.plan.option;

import org.jspecify.annotations.NullMarked;
