/// Orders of a river network: upstream before downstream, courses, parts, cycles.
@NullMarked
package org.tonle.network.order;

import org.jspecify.annotations.NullMarked;
