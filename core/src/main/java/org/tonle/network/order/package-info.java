/// Orders of a river network: which water lies upstream of which, courses, parts, cycles.
@NullMarked
package org.tonle.network.order;

import org.jspecify.annotations.NullMarked;
