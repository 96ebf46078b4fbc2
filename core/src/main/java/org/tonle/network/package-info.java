/// Networks in flat arrays: ids become ints, units become m, s, g.
@NullMarked
package org.tonle.network;

import org.jspecify.annotations.NullMarked;
