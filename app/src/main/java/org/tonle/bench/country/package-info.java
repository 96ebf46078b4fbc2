/// A plan of a whole country, timed.
@NullMarked
package org.tonle.bench.country;

import org.jspecify.annotations.NullMarked;
