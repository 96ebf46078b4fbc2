/// Ids become ints, units become m, s, g; one topological order per season; flat arrays.
@NullMarked
package org.tonle.network;

import org.jspecify.annotations.NullMarked;
